namespace KnowledgeSite.Diagrams;

/// <summary>
/// The input of a flow diagram: nodes and edges without positions. Nodes and groups are identified by their index.
/// </summary>
internal sealed record FlowGraph(
    IReadOnlyList<FlowNode> Nodes,
    IReadOnlyList<FlowEdge> Edges,
    IReadOnlyList<string> Groups
);

/// <param name="Detail">A secondary line below the text.</param>
/// <param name="Group">Nodes of one group are placed in one lane with a frame.</param>
internal sealed record FlowNode(string Text, string? Detail, BoxShape Shape, int? Group);

internal sealed record FlowEdge(int From, int To, string? Text);

/// <summary>The shapes of boxes. They differ in outline, so that they can be distinguished without colour.</summary>
internal enum BoxShape
{
    Box,

    /// <summary>A data store: a cylinder.</summary>
    Store,

    /// <summary>A box with rounded ends.</summary>
    Person,

    /// <summary>A box with pointed ends.</summary>
    Decision,
}
