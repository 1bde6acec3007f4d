namespace KnowledgeSite.Diagrams;

/// <summary>
/// Boxes and the ways between them, before anything has a place. Boxes and groups are named by their numbers.
/// </summary>
public sealed record FlowGraph(
    IReadOnlyList<FlowNode> Nodes,
    IReadOnlyList<FlowEdge> Edges,
    IReadOnlyList<string> Groups
);

/// <param name="Detail">A quieter line below the text.</param>
/// <param name="Group">Boxes of one group stand in one lane with a frame around them.</param>
public sealed record FlowNode(string Text, string? Detail, BoxShape Shape, int? Group);

public sealed record FlowEdge(int From, int To, string? Text);

/// <summary>Told apart by their outline, so that they are in black and white too.</summary>
public enum BoxShape
{
    Box,

    /// <summary>Where data is kept: a drum.</summary>
    Store,

    /// <summary>A box with round ends.</summary>
    Person,

    /// <summary>A box with pointed ends.</summary>
    Decision,
}
