using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagrams;

namespace KnowledgeSite.Content.Forms;

/// <summary>A <c>flow</c>: boxes in groups, and lines between them.</summary>
internal static class FlowKeys
{
    public static readonly Key<Located<string>?> Id = Key.Text("id", "What lines and boxes name it by.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Text = Key.Text("text", "What stands in it.") with { IsNeeded = true };
    public static readonly Key<Located<string>?> Detail = Key.Text("detail", "A quieter line below the text.");
    public static readonly Key<Located<string>?> Link = Key.Text("link", "The page that the box leads to.");
    public static readonly Key<BoxShape?> Shape = Key.Choice<BoxShape>(
        "shape",
        "Its outline; a box where none is named."
    );
    public static readonly Key<Located<string>?> Group = Key.Text("group", "The group that it stands in.");
    public static readonly Key<Located<string>?> From = Key.Text("from", "The box where the line begins.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> To = Key.Text("to", "The box where it ends.") with { IsNeeded = true };
    public static readonly Key<Located<string>?> LineText = Key.Text("text", "What stands beside the line.");

    public static readonly Key<FlowDirection?> Direction = Key.Choice<FlowDirection>(
        "direction",
        "Where it runs to. Left out, to the right where that fits."
    );
    public static readonly Key<IReadOnlyList<MapReader>> Groups = Key.Entries(
        "groups",
        "Frames around boxes.",
        new("A frame around boxes", Id, Text)
    );
    public static readonly Key<IReadOnlyList<MapReader>> Nodes = Key.Entries(
        "nodes",
        "Its boxes.",
        new("A box", Id, Text, Detail, Link, Shape, Group)
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Edges = Key.Entries(
        "edges",
        "Its lines.",
        new("A line between two boxes", From, To, LineText)
    );

    public static readonly YamlForm Form = new(
        "A drawing of boxes and lines",
        DiagramKeys.Label,
        DiagramKeys.Note,
        Direction,
        Groups,
        Nodes,
        Edges
    );
}
