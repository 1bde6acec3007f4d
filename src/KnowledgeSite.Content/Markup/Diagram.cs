using KnowledgeSite.Diagrams;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>A fenced block that was read as a diagram.</summary>
/// <param name="Label">What the figure is called.</param>
internal abstract record Diagram(string Label, DiagramNote? Note)
{
    private static readonly object Key = new();

    /// <summary>Null for code.</summary>
    public static Diagram? Find(CodeBlock block) => block.GetData(Key) as Diagram;

    public void PutOn(CodeBlock block) => block.SetData(Key, this);
}

/// <summary>Boxes and ways between them; those that nothing can be made of are left out.</summary>
/// <param name="RunsRight">Null where the author leaves it to the room there is.</param>
/// <param name="Links">Of each box, where it has one.</param>
internal sealed record FlowDiagram(
    string Label,
    DiagramNote? Note,
    bool? RunsRight,
    FlowGraph Graph,
    IReadOnlyList<Located<string>?> Links
) : Diagram(Label, Note);

/// <param name="Pairs">Numbers of items on the left and on the right.</param>
/// <param name="Links">Of the items on the left, then of those on the right.</param>
internal sealed record MappingDiagram(
    string Label,
    DiagramNote? Note,
    MappingSide Left,
    MappingSide Right,
    IReadOnlyList<(int Left, int Right)> Pairs,
    IReadOnlyList<Located<string>?> Links
) : Diagram(Label, Note);

/// <summary>A caption in Markdown.</summary>
/// <param name="Offset">Where its text begins in the file; null where it stands there in another form (folded, or with
/// escapes), so that links in it have no place.</param>
internal sealed record DiagramNote(MarkdownDocument Text, int? Offset);
