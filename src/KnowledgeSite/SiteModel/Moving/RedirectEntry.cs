using System.Text.RegularExpressions;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel.Moving;

/// <summary>An old address in the front matter of a page.</summary>
internal static partial class RedirectEntry
{
    /// <summary>The text with the address under <c>redirect_from</c>, whichever way that is written there, or not at all.</summary>
    public static string Add(string text, SitePath old)
    {
        var address = old.Value.AsSpan().IndexOfAny(",[]{}:#'\"") >= 0 ? $"\"{old.Value}\"" : old.Value;
        if (FrontMatter().Match(text) is not { Success: true } head) return $"---\nredirect_from: [{address}]\n---\n\n{text}";
        if (Key().Match(head.Value) is not { Success: true } key) return text.Insert(4, $"redirect_from: [{address}]\n");

        var (start, value) = (head.Index + key.Groups[2].Index, key.Groups[2].Value.Trim());
        if (value.StartsWith('[')) return text.Insert(start + 1, value == "[]" ? address : $"{address}, ");
        if (value.Length > 0) return text.Remove(start, value.Length).Insert(start, $"[{address}, {value}]");
        var item = Item().Match(head.Value, key.Index + key.Length);
        return text.Insert(head.Index + key.Index + key.Length, item.Success ? $"\n{item.Groups[1].Value}{address}" : $" [{address}]");
    }

    /// <summary>The same for a file that is YAML alone; it may be empty.</summary>
    public static string AddToYaml(string text, SitePath old)
    {
        var lines = text.Length == 0 || text.EndsWith('\n') ? text : text + "\n";
        return Add($"---\n{lines}---\n", old)[4..^4];
    }

    [GeneratedRegex(@"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^(redirect[_-]?from)[ \t]*:[ \t]*(.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Key();

    [GeneratedRegex(@"\G\n([ \t]*-[ \t]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
