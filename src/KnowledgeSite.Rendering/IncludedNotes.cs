using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// The footnotes of text that a page includes. They are merged into the page's own list, and all notes are numbered in
/// the order of their references.
/// </summary>
internal sealed partial class IncludedNotes
{
    private const string ListStart = "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Notes\">\n<ol>\n";
    private const string ListEnd = "</ol>\n</section>\n";
    private const string ItemStart = "<li id=\"";

    private readonly Dictionary<(SitePage Home, string Id), string> _ids = [];
    private readonly Dictionary<string, string> _notes = new(StringComparer.Ordinal);

    /// <summary>
    /// The id of an added note on this page; null if it was not added. A note is added once, however often it is
    /// included.
    /// </summary>
    public string? IdOf(SitePage home, string id) => _ids.GetValueOrDefault((home, id));

    /// <param name="html">The content of the note. Back links to references that are not on this page are
    /// removed.</param>
    public void Add(SitePage home, string id, string idHere, string html)
    {
        _ids.Add((home, id), idHere);
        _notes.Add(idHere, LinkBackElsewhere().Replace(html, ""));
    }

    public bool Contains(string idHere) => _notes.ContainsKey(idHere);

    /// <summary>Updates the back links of notes after the references to them got a prefix.</summary>
    public void Rename(IReadOnlySet<string> references, string prefix)
    {
        foreach (var id in _notes.Keys.ToList())
            _notes[id] = LinkBack()
                .Replace(
                    _notes[id],
                    l =>
                        references.Contains(l.Groups["reference"].Value)
                            ? $"<a href=\"#{prefix}{l.Groups["reference"].Value}"
                            : l.Value
                );
    }

    /// <summary>Merges all notes into the list in the page's HTML.</summary>
    public string Merge(string html)
    {
        if (_notes.Count == 0)
            return html;
        var start = html.LastIndexOf(ListStart, StringComparison.Ordinal);
        var end = start < 0 ? -1 : html.IndexOf(ListEnd, start, StringComparison.Ordinal);
        var (text, behind) = end < 0 ? (html, "") : (html[..start], html[(end + ListEnd.Length)..]);
        var notes = new Dictionary<string, string>(_notes, StringComparer.Ordinal);
        if (end >= 0)
            AddOwn(html[(start + ListStart.Length)..end], notes);

        var order = Reference()
            .Matches(text)
            .Select(r => r.Groups["note"].Value)
            .Where(notes.ContainsKey)
            .Concat(notes.Keys)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var numbers = order
            .Select((id, i) => (Id: id, Number: i + 1))
            .ToDictionary(n => n.Id, n => n.Number, StringComparer.Ordinal);
        var list = new StringBuilder(ListStart);
        foreach (var id in order)
            list.Append(ItemStart).Append(id).Append("\">\n").Append(notes[id].Trim()).Append("\n</li>\n");
        return Reference().Replace(text + list.Append(ListEnd) + behind, r => Numbered(r, numbers));
    }

    private static void AddOwn(string items, Dictionary<string, string> notes)
    {
        foreach (Match item in OwnNote().Matches(items))
            notes.TryAdd(item.Groups["id"].Value, item.Groups["html"].Value);
    }

    private static string Numbered(Match reference, Dictionary<string, int> numbers) =>
        numbers.TryGetValue(reference.Groups["note"].Value, out var number)
            ? $"{reference.Groups["before"].Value}{number.ToString(CultureInfo.InvariantCulture)}</sup>"
            : reference.Value;

    [GeneratedRegex(
        "(?<before><a id=\"[^\"]*\" href=\"#(?<note>[^\"]*)\" class=\"footnote-ref\"><sup>)[0-9]+</sup>",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Reference();

    [GeneratedRegex(
        "<li id=\"(?<id>fn:[0-9]+)\">\n(?<html>.*?)</li>\n(?=<li id=\"fn:|$)",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex OwnNote();

    [GeneratedRegex("<a href=\"#(?<reference>[^\"]*)(?=\" class=\"footnote-back-ref\")", RegexOptions.CultureInvariant)]
    private static partial Regex LinkBack();

    [GeneratedRegex("<a href=\"(?!#)[^\"]*\" class=\"footnote-back-ref\">[^<]*</a>", RegexOptions.CultureInvariant)]
    private static partial Regex LinkBackElsewhere();
}
