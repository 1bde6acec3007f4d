using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Drafts;

/// <summary>Formats texts for YAML: plain if that is unambiguous, otherwise in quotes.</summary>
internal static partial class YamlText
{
    public static string Quote(string text)
    {
        var line = Whitespace().Replace(text, " ").Trim();
        var isPlain =
            Plain().IsMatch(line)
            && !Other().IsMatch(line)
            && !line.Contains(": ", StringComparison.Ordinal)
            && !line.Contains(" #", StringComparison.Ordinal)
            && line[^1] != ':'
            && !double.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return isPlain
            ? line
            : "\""
                + line.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
                + "\"";
    }

    public static string List(IEnumerable<string> texts) =>
        $"[{string.Join(", ", texts.Select(t => t.AsSpan().IndexOfAny(",[]{}") < 0 ? Quote(t) : $"\"{t}\""))}]";

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Whitespace();

    [GeneratedRegex(@"^[\p{L}\p{N}(]", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    /// <summary>Matches values that YAML does not read as text.</summary>
    [GeneratedRegex(
        @"^(true|false|yes|no|on|off|null|y|n|[0-9_:.+-]+)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Other();
}
