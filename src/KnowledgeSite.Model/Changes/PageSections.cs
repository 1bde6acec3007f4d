using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Words;

namespace KnowledgeSite.Changes;

/// <summary>
/// Splits the rendered HTML of a page into sections. In HTML, all ways to write a heading in Markdown look the same.
/// </summary>
internal sealed partial class PageSections
{
    private readonly Page _page;
    private readonly Dictionary<string, (string Text, int? Line)> _outline;
    private readonly List<PageSection> _sections = [];
    private readonly List<string> _links = [];
    private readonly StringBuilder _text = new();
    private List<string> _blocks = [];
    private string _id = "";

    /// <summary>
    /// The id of the footnotes, which are treated as a section of their own because they follow the last section.
    /// </summary>
    private const string NotesId = "fn:";

    private PageSections(Page page)
    {
        _page = page;
        _outline = HeadingLines.Find(page);
    }

    public static IReadOnlyList<PageSection> Split(Page page) => new PageSections(page).Read();

    private List<PageSection> Read()
    {
        var at = 0;
        var slot = 0;
        for (var i = 0; i < Html.Tags.Length; i++)
        {
            ReadText(at, Html.Tags[i].Start, ref slot);
            i = Pass(i);
            at = Html.Tags[i].End;
        }

        ReadText(at, Html.Utf8.Length, ref slot);
        EndSection();
        return _sections;
    }

    private BodyHtml Html => _page.Body.Html;

    private void ReadText(int start, int end, ref int slot)
    {
        for (; slot < Html.Slots.Length && Html.Slots[slot].Position <= end; slot++)
            Take(Html.Slots[slot]);
        _text.Append(WebUtility.HtmlDecode(Encoding.UTF8.GetString(Html.Utf8, start, end - start)));
    }

    /// <summary>
    /// Handles a tag and returns the index of the tag after which to continue. Headings are skipped, because their text
    /// is known from the outline.
    /// </summary>
    private int Pass(int index)
    {
        var tag = Html.Tags[index];
        if (!tag.IsInline)
            EndBlock();
        if (!tag.IsEnd && Html.HasClass(tag, "footnote-back-ref"u8))
            return Html.FindLastTag(index);
        if (!tag.IsEnd && Html.HasClass(tag, "footnotes"u8))
        {
            EndSection();
            _id = NotesId;
        }

        if (
            tag.IsEnd
            || tag.HeadingLevel == 0
            || Html.GetAttribute(tag, "id"u8) is not { } id
            || !_outline.ContainsKey(id)
        )
            return index;
        EndSection();
        _id = id;
        return Html.FindLastTag(index);
    }

    private void Take(BodySlot slot)
    {
        if (slot.Content == SlotContent.Address && slot.Link < _page.Body.Links.Count)
            _links.Add(_page.Body.Links[slot.Link].Target);
        else if (slot.Content == SlotContent.Title)
            _text.Append(_page.Body.Links[slot.Link].Target);
        else if (slot.Content is SlotContent.Include or SlotContent.Embed)
            _blocks.Add($"![[{_page.Body.Links[slot.Link].Target}]]");
    }

    private void EndBlock()
    {
        if (WhiteSpace.Collapse(_text.ToString()).Trim() is { Length: > 0 } block)
            _blocks.Add(block);
        _text.Clear();
    }

    private void EndSection()
    {
        EndBlock();
        var (heading, line) = _id == NotesId ? ("Notes", null) : _outline.GetValueOrDefault(_id, ("", null));
        if ((_id.Length > 0 && _id != NotesId) || _blocks.Count > 0)
            _sections.Add(new(_id, heading, _blocks, [.. _links], line));
        _blocks = [];
        _links.Clear();
    }
}

/// <summary>A heading and the text up to the next heading, as readers see it.</summary>
/// <param name="Id">The id of the heading, or an empty text for the part before the first heading.</param>
/// <param name="Heading">The text of the heading, or an empty text for the part before the first heading.</param>
/// <param name="Blocks">The paragraphs, list items and table cells as plain text.</param>
/// <param name="Links">The targets of its links, as written.</param>
/// <param name="Line">The line of the heading in the file, or null if it was not found.</param>
internal sealed record PageSection(
    string Id,
    string Heading,
    IReadOnlyList<string> Blocks,
    IReadOnlyList<string> Links,
    int? Line
)
{
    public string Text { get; } = string.Join('\n', Blocks);
}

/// <summary>
/// Finds the line of each heading in the file of a page, because the parsed page keeps only the text of headings.
/// </summary>
internal static class HeadingLines
{
    /// <summary>
    /// The number of candidate lines to search for each heading, which limits the cost of headings that are not found.
    /// </summary>
    private const int MaxCandidates = 50;

    /// <summary>The text of each heading and its line (from 1, or null if not found), by id.</summary>
    public static Dictionary<string, (string Text, int? Line)> Find(Page page)
    {
        var found = new Dictionary<string, (string, int?)>(StringComparer.Ordinal);
        if (page.Source.Text is not { } source)
            return found;
        var lines = source.Value.Split('\n');
        var first = source.Value.AsSpan(0, page.Body.MarkdownStart).Count('\n');
        var candidates = Enumerable
            .Range(first, lines.Length - first)
            .Where(i => IsHeading(lines, i))
            .Select(i => (Line: i + 1, Letters: Letters(lines[i])))
            .ToList();
        var next = 0;
        foreach (var heading in page.Outline)
        {
            var words = Letters(heading.Text);
            var at = candidates.FindIndex(
                next,
                Math.Min(MaxCandidates, candidates.Count - next),
                c => c.Letters.Contains(words, StringComparison.Ordinal)
            );
            found.TryAdd(heading.Id, (heading.Text, at < 0 ? null : candidates[at].Line));
            if (at >= 0)
                next = at + 1;
        }

        return found;
    }

    private static bool IsHeading(string[] lines, int line) =>
        lines[line].TrimStart(' ', '>') is ['#', ..]
        || lines[line].Contains("<h", StringComparison.OrdinalIgnoreCase)
        || (
            line + 1 < lines.Length
            && lines[line + 1].Trim() is { Length: > 0 } under
            && under.All(c => c == '=' || c == '-')
        );

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
