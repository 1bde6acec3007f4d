using System.Text.RegularExpressions;

namespace KnowledgeSite.Content.Markup;

/// <summary>Recognizes attributes whose value is JavaScript in braces, as in JSX: <c>src={logo}</c>.</summary>
internal static partial class JsxAttribute
{
    /// <summary>
    /// How far before an end tag its start tag is looked for, so that many end tags take linear time.
    /// </summary>
    private const int MaxDistance = 1_000;

    // Two braces are also the mark of template languages, so they count only in a style.
    private const string Value = @"(?<![\w:-])(?<name>style|[A-Za-z][\w:-]*(?==\{[^{%]))=\{";

    /// <summary>The first attribute of a tag that has such a value; null if there is none.</summary>
    public static HtmlAttribute? Find(string html, HtmlTag tag) =>
        tag.Attributes.FirstOrDefault(a => AtStart().IsMatch(html.AsSpan(a.Span.Start, a.Span.Length)));

    /// <summary>
    /// True if the start tag of an end tag is shown as text because one of its values is in braces. That is reported at
    /// the start tag.
    /// </summary>
    public static bool IsInStartOf(string html, HtmlTag end)
    {
        var from = Math.Max(0, end.Span.Start - MaxDistance);
        var text = html.AsSpan(from, end.Span.Start - from);
        var mark = $"&lt;{end.Name}";
        var start = text.LastIndexOf(mark, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return false;
        text = text[(start + mark.Length)..];
        return text is [var next, ..]
            && char.IsWhiteSpace(next)
            && !text.Contains($"</{end.Name}", StringComparison.OrdinalIgnoreCase)
            && InText().IsMatch(text);
    }

    /// <summary>The name of the attribute in HTML.</summary>
    public static string ToHtml(string name) =>
        name switch
        {
            "className" => "class",
            "htmlFor" => "for",
            _ => name,
        };

    /// <summary>Matches the start of a tag up to such a value.</summary>
    [GeneratedRegex(@"<(?<tag>[a-z][a-z0-9-]*)\s(?:[^<>]{0,400}?\s)?" + Value, RegexOptions.CultureInvariant)]
    public static partial Regex Tag();

    [GeneratedRegex("^" + Value, RegexOptions.CultureInvariant)]
    private static partial Regex AtStart();

    [GeneratedRegex(Value + @"|\b(?:href|src|poster)=\{\{", RegexOptions.CultureInvariant)]
    private static partial Regex InText();
}
