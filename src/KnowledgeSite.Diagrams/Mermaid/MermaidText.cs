using System.Net;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Turns the texts of labels into plain text with line breaks.</summary>
internal static partial class MermaidText
{
    /// <summary>Names of signs that HTML knows and .NET does not.</summary>
    private static readonly Dictionary<string, string> Punctuation = new(StringComparer.Ordinal)
    {
        ["ast"] = "*",
        ["bsol"] = "\\",
        ["colon"] = ":",
        ["comma"] = ",",
        ["commat"] = "@",
        ["dollar"] = "$",
        ["equals"] = "=",
        ["excl"] = "!",
        ["grave"] = "`",
        ["hash"] = "#",
        ["lbrace"] = "{",
        ["lbrack"] = "[",
        ["lcub"] = "{",
        ["lowbar"] = "_",
        ["lpar"] = "(",
        ["lsqb"] = "[",
        ["num"] = "#",
        ["percnt"] = "%",
        ["period"] = ".",
        ["plus"] = "+",
        ["quest"] = "?",
        ["rbrace"] = "}",
        ["rbrack"] = "]",
        ["rcub"] = "}",
        ["rpar"] = ")",
        ["rsqb"] = "]",
        ["semi"] = ";",
        ["sol"] = "/",
        ["verbar"] = "|",
        ["vert"] = "|",
    };

    /// <summary>
    /// The text of a label. Quotation marks and tags for formatting are removed, entities such as <c>#35;</c> are
    /// decoded, and <c>&lt;br&gt;</c> and <c>\n</c> become line breaks. Emphasis in Markdown strings is marked, see
    /// <see cref="TextEmphasis"/>.
    /// </summary>
    public static string Lines(string written)
    {
        var text = TextEmphasis.Remove(written).Trim();
        if (text is ['"', .., '"'])
            text = text[1..^1].Trim();
        var isMarkdown = text is ['`', .., '`'];
        if (isMarkdown)
            text = text[1..^1];
        text = LineBreak().Replace(text, "\n");
        text = Formatting().Replace(text, "");
        if (isMarkdown)
            text = Emphasis().Replace(text, MarkEmphasis);
        text = Icon().Replace(text, "");
        if (text.Contains('#') || text.Contains('&'))
            text = WebUtility.HtmlDecode(Entity().Replace(text, Decode));
        return string.Join('\n', text.Split('\n').Select(l => Space().Replace(l, " ").Trim())).Trim('\n');
    }

    /// <summary>The text of a label in one line.</summary>
    public static string Plain(string written) => TextEmphasis.Remove(Lines(written)).Replace('\n', ' ');

    /// <summary>Removes a comment at the end of a line.</summary>
    public static string WithoutComment(string line)
    {
        for (
            var at = line.IndexOf("%%", StringComparison.Ordinal);
            at >= 0;
            at = line.IndexOf("%%", at + 2, StringComparison.Ordinal)
        )
            if (at == 0 || char.IsWhiteSpace(line[at - 1]))
                return line[..at].TrimEnd();
        return line;
    }

    private static string MarkEmphasis(Match match)
    {
        var text = Emphasis().Replace(match.Groups["text"].Value, MarkEmphasis);
        var length = match.Groups["mark"].Length;
        if (length != 2)
            text = $"{TextEmphasis.ItalicStart}{text}{TextEmphasis.ItalicEnd}";
        return length == 1 ? text : $"{TextEmphasis.BoldStart}{text}{TextEmphasis.BoldEnd}";
    }

    private static string Decode(Match match)
    {
        if (match.Groups["code"] is { Success: true } code)
            return $"&#{code.Value};";
        var entity = match.Groups["name"].Value;
        if (Punctuation.TryGetValue(entity, out var sign))
            return sign;
        return entity.All(char.IsAsciiDigit) ? $"&#{entity};" : $"&{entity};";
    }

    [GeneratedRegex(@"<br\s*/?>|\\n|\r?\n", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(
        @"</?(?:b|i|u|s|em|strong|small|big|sub|sup|code|span|div|p|center|font|h[1-6]|mark|del|ins|kbd|tt|a|ul|ol|li"
            + @"|hr|pre|img)"
            + @"(?:\s[^<>]{0,400})?/?>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Formatting();

    /// <summary>Emphasis; underscores within a word are part of it.</summary>
    [GeneratedRegex(
        @"(?<mark>\*{1,3})(?=\S)(?<text>[^*\n]+?)(?<=\S)\k<mark>"
            + @"|(?<!\w)(?<mark>_{1,3})(?=\S)(?<text>[^_\n]+?)(?<=\S)\k<mark>(?!\w)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\bfa[a-z]?:fa-[\w-]+\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Icon();

    /// <summary>An entity. The code of a character needs no semicolon, as in HTML.</summary>
    [GeneratedRegex(
        @"(?:&#|#|&)(?<name>\w{1,12});|&#(?<code>x[0-9a-f]{1,6}|[0-9]{1,7})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Entity();

    [GeneratedRegex(@"[ \t\r\u00a0]+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
