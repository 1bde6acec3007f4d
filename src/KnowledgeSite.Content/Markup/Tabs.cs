using KnowledgeSite.Words;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// One of several alternatives. Its title is its first child, if that is a <see cref="BlockTitle"/> or a heading, or
/// else <see cref="Label"/>.
/// </summary>
internal sealed class TabBlock(BlockParser? parser) : AdmonitionBlock(parser)
{
    /// <summary>The title as plain text, for a tab whose title is not Markdown.</summary>
    public string? Label { get; set; }

    /// <summary>The name of the tab in URLs, if it is not made from the title.</summary>
    public string? Name { get; init; }

    /// <summary>True if this tab is shown at first.</summary>
    public bool IsSelected { get; set; }

    /// <summary>True if the tab does not belong to the group of the tab before it.</summary>
    public bool StartsGroup { get; init; }

    /// <summary>True for a <c>&lt;TabItem&gt;</c>.</summary>
    public bool IsElement { get; init; }

    public bool HasTitle => Title is not null || !string.IsNullOrWhiteSpace(Label);

    private LeafBlock? Title => Count > 0 && this[0] is BlockTitle or HeadingBlock ? (LeafBlock)this[0] : null;

    public override void Write(BodyRenderer body)
    {
        body.EnsureLine();
        body.Write("<div class=\"content-tab\"");
        if (Parent is TabGroup)
            WriteName(body);
        body.WriteLine(">");
        if (Title is not HeadingBlock)
        {
            body.Write("<p class=\"container-title\">");
            if (Title?.Inline is { } inline)
                body.WriteChildren(inline);
            else
                body.WriteEscape(Label);
            body.WriteLine("</p>");
        }

        var implicitParagraph = body.ImplicitParagraph;
        body.ImplicitParagraph = false;
        body.WriteChildren(this);
        body.ImplicitParagraph = implicitParagraph;
        body.WriteLine("</div>");
    }

    /// <summary>The name for a title. Signs are kept, because C, C# and C++ differ.</summary>
    private static string NameOf(string title) => WhiteSpace.Collapse(title).Replace(' ', '-').ToLowerInvariant();

    private void WriteName(BodyRenderer body)
    {
        var text = Name ?? (Title?.Inline is { } inline ? InlineText.Read(inline) : Label) ?? "";
        body.Write(" data-tab=\"").WriteEscape(NameOf(text)).Write('"');
        if (IsSelected)
            body.Write(" data-selected");
    }
}

/// <summary>
/// Tabs of which a script shows one at a time. Without the script and on paper, all are shown in order with their
/// titles.
/// </summary>
internal sealed class TabGroup(BlockParser? parser = null) : ContainerBlock(parser), IBodyElement
{
    /// <summary>The name of the choice. The reader's choice applies to all groups with the same name.</summary>
    public string? Name { get; init; }

    public void Write(BodyRenderer body)
    {
        // A single tab is no choice.
        var isChoice = this.Count(b => b is TabBlock) > 1;
        body.EnsureLine();
        if (isChoice)
        {
            body.Write("<div class=\"content-tabs\"");
            if (Name is not null)
                body.Write(" data-group=\"").WriteEscape(Name).Write('"');
            body.WriteLine(">");
        }

        body.WriteChildren(this);
        if (isChoice)
            body.WriteLine("</div>");
    }
}

/// <summary>The line that begins a tab within <c>::: tabs</c>: <c>== Title</c> or <c>@tab Title</c>.</summary>
internal sealed class TabLine(BlockParser parser) : ContainerBlock(parser), IBodyElement
{
    public bool IsSelected { get; init; }

    /// <summary>Writes nothing, because the tab that begins here writes the title.</summary>
    public void Write(BodyRenderer body) { }
}

/// <summary>A line that imports tabs in MDX. Readers do not see it, because tabs need no import.</summary>
internal sealed class TabImport(BlockParser parser) : LeafBlock(parser), IBodyElement
{
    public void Write(BodyRenderer body) { }
}
