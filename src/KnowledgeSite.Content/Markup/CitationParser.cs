using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Recognises citations. A <c>(</c> or <c>[</c> behind, or a reference definition of the same text, makes a link of it,
/// as in <c>[@alice](https://x.example)</c>.
/// </summary>
internal sealed partial class CitationParser : InlineParser
{
    /// <summary>The end is looked for no further, so that many starts without an end take linear time.</summary>
    private const int Longest = 10_000;

    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (!rest.StartsWith("[@"))
            return false;
        var length = rest[..Math.Min(rest.Length, Longest)].IndexOf(']');
        if (length < 0 || MakesLink(rest[(length + 1)..]))
            return false;
        var content = rest[1..length].ToString();
        if (!Whole().IsMatch(content) || processor.Document.ContainsLinkReferenceDefinition(content))
            return false;

        var first = slice.Start + 1;
        var places = One()
            .Matches(content)
            .Select(m => new CitedPlace(
                m.Groups["id"].Value,
                Place(m.Groups["place"].Value),
                processor.GetSourcePosition(first + m.Groups["id"].Index)
            ))
            .ToList();
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new CitationInline(places)
        {
            Line = line,
            Column = column,
            Span = new(start, processor.GetSourcePosition(slice.Start + length)),
        };
        slice.Start += length + 1;
        return true;
    }

    private static bool MakesLink(ReadOnlySpan<char> behind) =>
        behind is ['(', ..] || (behind is ['[', ..] && behind is not ['[', '^' or '@', ..]);

    private static string? Place(string text) =>
        text.Trim() is { Length: > 0 } place ? Blanks().Replace(place, " ") : null;

    [GeneratedRegex(
        @"^\s*@[A-Za-z0-9][A-Za-z0-9._-]*\s*(,[^;\[]*)?(;\s*@[A-Za-z0-9][A-Za-z0-9._-]*\s*(,[^;\[]*)?)*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"(?:^|;)\s*@(?<id>[A-Za-z0-9][A-Za-z0-9._-]*)\s*(,(?<place>[^;]*))?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex One();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
