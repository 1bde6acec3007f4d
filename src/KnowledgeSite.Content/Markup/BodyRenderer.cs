using System.Globalization;
using KnowledgeSite.Files;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Markdig's HTML renderer with our own manners: links leave a slot, HTML that an author wrote is remembered with its
/// place in the source, nothing carries an inline style. Used for one page at a time, and kept for the next one.
/// </summary>
internal sealed class BodyRenderer : HtmlRenderer
{
    private readonly CharBuffer _html;

    public BodyRenderer(MarkdownPipeline pipeline)
        : this(pipeline, new CharBuffer()) { }

    private BodyRenderer(MarkdownPipeline pipeline, CharBuffer html)
        : base(html)
    {
        _html = html;
        pipeline.Setup(this);
        Replace<LinkInlineRenderer>(new LinkRenderer());
        Replace<AutolinkInlineRenderer>(new AutolinkRenderer());
        Replace<Markdig.Renderers.Html.CodeBlockRenderer>(new CodeBlockRenderer());
        Replace<Markdig.Renderers.Html.HtmlBlockRenderer>(new HtmlBlockRenderer());
        Replace<Markdig.Renderers.Html.Inlines.HtmlInlineRenderer>(new HtmlInlineRenderer());
        Replace<Markdig.Extensions.Tables.HtmlTableRenderer>(new TableRenderer());
        Replace<QuoteBlockRenderer>(new QuoteRenderer());
        Replace<Markdig.Extensions.TaskLists.HtmlTaskListRenderer>(new TaskRenderer());
        Replace<Markdig.Extensions.Footnotes.HtmlFootnoteGroupRenderer>(new FootnotesRenderer());
        Replace<Markdig.Extensions.Footnotes.HtmlFootnoteLinkRenderer>(new FootnoteMarkRenderer());
        ObjectRenderers.Add(new WikiLinkRenderer());
        ObjectRenderers.Add(new IncludeRenderer());
        ObjectRenderers.Add(new LearnMarkupRenderer());
        ObjectRenderers.Add(new UsesRenderer());
        ObjectRenderers.Add(new CitedSourceRenderer());
        ObjectRenderers.Add(new FormerIdsInlineRenderer());
        ObjectRenderers.Add(new FormerIdsBlockRenderer());
    }

    /// <summary>How far the Markdown's own offsets lie from those of the file.</summary>
    public int SourceOffset { get; private set; }

    public List<PageLink> Links { get; private set; } = [];

    public List<BodySlot> Slots { get; private set; } = [];

    /// <summary>The HTML that the author wrote, stretch by stretch, in the order of the output.</summary>
    public List<RawHtmlRange> Raw { get; private set; } = [];

    /// <summary>Footnotes and their references, whose ids are made while rendering.</summary>
    public List<string> MadeIds { get; private set; } = [];

    public List<PageCitation> Citations { get; private set; } = [];

    /// <summary>Where in the file the author's comments stand.</summary>
    public List<Files.SourceSpan> Comments { get; private set; } = [];

    /// <summary>The places in the file of components of other tools, which are shown as text.</summary>
    public List<Files.SourceSpan> Components { get; private set; } = [];

    public void AddComment(Markdig.Syntax.SourceSpan span) => Comments.Add(InFile(span));

    public int Position => _html.Length;

    /// <summary>Behind each link a slot is left for the number of a note that says its address.</summary>
    public bool NotesLinks { get; private set; }

    public void Begin(int sourceOffset, bool notesLinks = false)
    {
        NotesLinks = notesLinks;
        Reset();
        _html.Truncate(0);
        (SourceOffset, Links, Slots, Raw, MadeIds, Citations) = (sourceOffset, [], [], [], [], []);
        (Comments, Components) = ([], []);
    }

    /// <summary>What is written so far; good until more is.</summary>
    public ReadOnlySpan<char> Html => _html.Written;

    public string RenderInline(ContainerInline inline)
    {
        var start = _html.Length;
        WriteChildren(inline);
        var html = _html.Written[start..].ToString();
        _html.Truncate(start);
        return html;
    }

    /// <summary>Inline Markdown as HTML of its own, apart from the page; its links are added to the page's.</summary>
    public BodyHtml RenderApart(ContainerInline inline)
    {
        var (start, first) = (_html.Length, Slots.Count);
        WriteChildren(inline);
        var html = BodyHtml.Create(
            _html.Written[start..],
            [.. Slots.Skip(first).Select(s => s with { Position = s.Position - start })]
        );
        Slots.RemoveRange(first, Slots.Count - first);
        _html.Truncate(start);
        return html;
    }

    public void AddSlot(PageLink link, SlotContent content)
    {
        if (Links.Count == 0 || !ReferenceEquals(Links[^1], link))
            Links.Add(link);
        Slots.Add(new(_html.Length, Links.Count - 1, content));
    }

    /// <summary>For a link whose address is written more than once.</summary>
    public int AddLink(PageLink link)
    {
        Links.Add(link);
        return Links.Count - 1;
    }

    public void AddSlotOf(int link, SlotContent content) => Slots.Add(new(_html.Length, link, content));

    /// <summary>Inline Markdown that was parsed apart from the page, of which it is a stretch.</summary>
    public void WriteInline(ContainerInline inline, int sourceOffset)
    {
        var offset = SourceOffset;
        SourceOffset = sourceOffset;
        WriteChildren(inline);
        SourceOffset = offset;
    }

    /// <summary>A slot that is none of a link.</summary>
    public void AddOtherSlot(int number, SlotContent content) => Slots.Add(new(_html.Length, number, content));

    public void AddCitation(CitedPlace cited)
    {
        AddOtherSlot(Citations.Count, SlotContent.Source);
        Citations.Add(new(new(cited.Id, new(cited.Start + SourceOffset, cited.Id.Length)), cited.Place));
    }

    /// <summary>At the end of the link that was written last.</summary>
    public void AddNoteSlot(PageLink link)
    {
        if (NotesLinks)
            Slots.Add(new(_html.Length, Links.IndexOf(link), SlotContent.Note));
    }

    public Files.SourceSpan InFile(Markdig.Syntax.SourceSpan span) =>
        new(span.Start + SourceOffset, Math.Max(1, span.Length));

    private void Replace<TRenderer>(IMarkdownObjectRenderer renderer)
        where TRenderer : class, IMarkdownObjectRenderer
    {
        // In its place: the first renderer that takes an element writes it, and an alert is a quote as well.
        var place = ObjectRenderers.FindIndex(r => r is TRenderer);
        ObjectRenderers[place] = renderer;
    }
}

/// <summary>A stretch of HTML that stands in the output as the author wrote it.</summary>
/// <param name="Html">Its offset in the output.</param>
/// <param name="Source">Its offset in the file.</param>
internal readonly record struct RawHtmlRange(int Html, int Source, int Length);

/// <summary>
/// A text writer that keeps what it is given in one stretch, to be looked at without a copy and used again. A
/// <see cref="StringWriter"/> by name only: Markdig's renderers can be used again with no other.
/// </summary>
internal sealed class CharBuffer() : StringWriter(CultureInfo.InvariantCulture)
{
    private char[] _characters = new char[16 * 1024];

    public int Length { get; private set; }

    /// <summary>Good until the next write.</summary>
    public ReadOnlySpan<char> Written => _characters.AsSpan(0, Length);

    /// <summary>Forgets what stands after the first <paramref name="length"/> characters.</summary>
    public void Truncate(int length) => Length = length;

    public override void Write(char value)
    {
        if (Length == _characters.Length)
            Grow(1);
        _characters[Length++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (Length + buffer.Length > _characters.Length)
            Grow(buffer.Length);
        buffer.CopyTo(_characters.AsSpan(Length));
        Length += buffer.Length;
    }

    private void Grow(int more) => Array.Resize(ref _characters, Math.Max(_characters.Length * 2, Length + more));
}
