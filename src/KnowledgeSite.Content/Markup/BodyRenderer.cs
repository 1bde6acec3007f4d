using System.Globalization;
using KnowledgeSite.Files;
using KnowledgeSite.Strings;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Renders a page to HTML: links become slots, HTML of the author is recorded with its position in the source, and
/// there are no inline styles. An instance renders one page at a time and can be used again.
/// </summary>
internal sealed class BodyRenderer : HtmlRenderer
{
    /// <summary>The number of characters of code on a page that are highlighted.</summary>
    private const int MaxHighlighted = 200_000;

    private readonly CharBuffer _html;
    private int _highlighted;

    public BodyRenderer(MarkdownPipeline pipeline, UiStrings text)
        : this(pipeline, text, new CharBuffer()) { }

    private BodyRenderer(MarkdownPipeline pipeline, UiStrings text, CharBuffer html)
        : base(html)
    {
        Text = text;
        _html = html;
        pipeline.Setup(this);
        Replace<LinkInlineRenderer>(new LinkRenderer());
        Replace<ParagraphRenderer>(new FigureRenderer());
        Replace<AutolinkInlineRenderer>(new AutolinkRenderer());
        Replace<Markdig.Renderers.Html.CodeBlockRenderer>(new CodeBlockRenderer());
        Replace<Markdig.Renderers.Html.HtmlBlockRenderer>(new HtmlBlockRenderer());
        Replace<Markdig.Renderers.Html.Inlines.HtmlInlineRenderer>(new HtmlInlineRenderer());
        Replace<Markdig.Extensions.Tables.HtmlTableRenderer>(new TableRenderer());
        Replace<QuoteBlockRenderer>(new QuoteRenderer());
        Replace<Markdig.Extensions.TaskLists.HtmlTaskListRenderer>(new TaskRenderer());
        Replace<Markdig.Extensions.Footnotes.HtmlFootnoteGroupRenderer>(new FootnotesRenderer());
        Replace<Markdig.Extensions.Footnotes.HtmlFootnoteLinkRenderer>(new FootnoteMarkRenderer());
        ObjectRenderers.Insert(0, new BodyElementRenderer());
    }

    /// <summary>The strings in the language of the site.</summary>
    public UiStrings Text { get; }

    /// <summary>
    /// The offset of the Markdown in the file. Add it to an offset in the Markdown for the offset in the file.
    /// </summary>
    public int SourceOffset { get; private set; }

    public List<PageLink> Links { get; private set; } = [];

    public List<BodySlot> Slots { get; private set; } = [];

    /// <summary>The ranges of the HTML that the author wrote, in the order of the output.</summary>
    public List<RawHtmlRange> Raw { get; private set; } = [];

    /// <summary>The ids of footnotes and of references to them, which are created during rendering.</summary>
    public List<string> GeneratedIds { get; private set; } = [];

    public List<PageCitation> Citations { get; private set; } = [];

    /// <summary>The positions of comments in the file.</summary>
    public List<Files.SourceSpan> Comments { get; private set; } = [];

    /// <summary>The positions in the file of components of other tools, which are shown as text.</summary>
    public List<Files.SourceSpan> Components { get; private set; } = [];

    /// <summary>
    /// Returns whether this much more code of the page may be highlighted. A page with more code than a person reads
    /// is not highlighted to its end, because that would take seconds.
    /// </summary>
    public bool MayHighlight(int characters) => (_highlighted += characters) <= MaxHighlighted;

    public void AddComment(Markdig.Syntax.SourceSpan span) => Comments.Add(InFile(span));

    public int Position => _html.Length;

    /// <summary>True if each link is followed by a slot for the number of the note that shows its URL.</summary>
    public bool HasNoteSlots { get; private set; }

    /// <param name="restores">True if the text contains <see cref="ProtectedText"/>.</param>
    public void Begin(int sourceOffset, bool hasNoteSlots = false, bool restores = false)
    {
        HasNoteSlots = hasNoteSlots;
        _html.Restores = restores;
        Reset();
        _html.Truncate(0);
        SourceOffset = sourceOffset;
        _highlighted = 0;
        Links = [];
        Slots = [];
        Raw = [];
        GeneratedIds = [];
        Citations = [];
        Comments = [];
        Components = [];
    }

    /// <summary>The HTML that has been written so far. It is valid until more is written.</summary>
    public ReadOnlySpan<char> Html => _html.Written;

    public string RenderInline(ContainerInline inline)
    {
        var start = _html.Length;
        WriteChildren(inline);
        var html = _html.Written[start..].ToString();
        _html.Truncate(start);
        return html;
    }

    /// <summary>Renders inline Markdown as separate HTML. Its links are added to those of the page.</summary>
    public BodyHtml RenderSeparately(ContainerInline inline)
    {
        var start = _html.Length;
        var first = Slots.Count;
        WriteChildren(inline);
        var html = BodyHtml.Create(
            _html.Written[start..],
            [.. Slots.Skip(first).Select(s => s with { Position = s.Position - start })]
        );
        Slots.RemoveRange(first, Slots.Count - first);
        _html.Truncate(start);
        return html;
    }

    public void AddLinkSlot(PageLink link, SlotContent content)
    {
        if (Links.Count == 0 || !ReferenceEquals(Links[^1], link))
            Links.Add(link);
        Slots.Add(new(_html.Length, Links.Count - 1, content));
    }

    /// <summary>Adds a link whose URL is written more than once, and returns its index.</summary>
    public int AddLink(PageLink link)
    {
        Links.Add(link);
        return Links.Count - 1;
    }

    /// <summary>Writes inline Markdown that was parsed separately from the page.</summary>
    public void WriteInline(ContainerInline inline, int sourceOffset)
    {
        var offset = SourceOffset;
        SourceOffset = sourceOffset;
        WriteChildren(inline);
        SourceOffset = offset;
    }

    /// <summary>Adds a slot.</summary>
    /// <param name="number">The index of the link, or of whatever <paramref name="content"/> needs.</param>
    public void AddSlot(int number, SlotContent content) => Slots.Add(new(_html.Length, number, content));

    public void AddCitation(CitedPlace cited)
    {
        AddSlot(Citations.Count, SlotContent.Source);
        Citations.Add(new(new(cited.Id, new(cited.Start + SourceOffset, cited.Id.Length)), cited.Place));
    }

    /// <summary>Adds the slot for a note after the last link, if handout notes are enabled.</summary>
    public void AddNoteSlot(PageLink link)
    {
        if (HasNoteSlots)
            Slots.Add(new(_html.Length, Links.IndexOf(link), SlotContent.Note));
    }

    public Files.SourceSpan InFile(Markdig.Syntax.SourceSpan span) =>
        new(span.Start + SourceOffset, Math.Max(1, span.Length));

    private void Replace<TRenderer>(IMarkdownObjectRenderer renderer)
        where TRenderer : class, IMarkdownObjectRenderer
    {
        // The position is kept, because the first matching renderer is used, and an alert is also a quote.
        var place = ObjectRenderers.FindIndex(r => r is TRenderer);
        ObjectRenderers[place] = renderer;
    }
}

/// <summary>A range of HTML that is in the output as the author wrote it.</summary>
/// <param name="Html">The offset in the output.</param>
/// <param name="Source">The offset in the file.</param>
internal readonly record struct RawHtmlRange(int Html, int Source, int Length);

/// <summary>
/// A text writer with one buffer, which can be read without a copy and used again. It inherits from <see
/// cref="StringWriter"/> only because Markdig can reset no other writer.
/// </summary>
internal sealed class CharBuffer() : StringWriter(CultureInfo.InvariantCulture)
{
    private char[] _characters = new char[16 * 1024];

    public int Length { get; private set; }

    /// <summary>True to write the characters of <see cref="ProtectedText"/>, escaped for HTML.</summary>
    public bool Restores { get; set; }

    /// <summary>The text that has been written. It is valid until the next write.</summary>
    public ReadOnlySpan<char> Written => _characters.AsSpan(0, Length);

    /// <summary>Removes all but the first <paramref name="length"/> characters.</summary>
    public void Truncate(int length) => Length = length;

    public override void Write(char value)
    {
        if (Restores && ProtectedText.HtmlOf(value) is { } html)
            Append(html);
        else
            Append(value);
    }

    private void Append(char value)
    {
        if (Length == _characters.Length)
            Grow(1);
        _characters[Length++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (!Restores || !ProtectedText.HasMarks(buffer))
        {
            Append(buffer);
            return;
        }

        foreach (var character in buffer)
            Write(character);
    }

    private void Append(ReadOnlySpan<char> buffer)
    {
        if (Length + buffer.Length > _characters.Length)
            Grow(buffer.Length);
        buffer.CopyTo(_characters.AsSpan(Length));
        Length += buffer.Length;
    }

    private void Grow(int more) => Array.Resize(ref _characters, Math.Max(_characters.Length * 2, Length + more));
}

/// <summary>An element of this tool's Markdown, which writes its own HTML.</summary>
internal interface IBodyElement
{
    void Write(BodyRenderer body);
}

/// <summary>Renders the elements of this tool's Markdown.</summary>
internal sealed class BodyElementRenderer : IMarkdownObjectRenderer
{
    public bool Accept(RendererBase renderer, Type objectType) => objectType.IsAssignableTo(typeof(IBodyElement));

    public void Write(RendererBase renderer, MarkdownObject objectToRender) =>
        ((IBodyElement)objectToRender).Write((BodyRenderer)renderer);
}
