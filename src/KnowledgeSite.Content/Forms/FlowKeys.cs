using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagrams;

namespace KnowledgeSite.Content.Forms;

/// <summary>The keys of a <c>flow</c>: a diagram of boxes, groups and lines.</summary>
internal static class FlowKeys
{
    public static readonly Key<Located<string>?> Id = Key.Text(
        "id",
        "The name by which lines and boxes refer to it."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Text = Key.Text("text", "The text in it.") with { IsNeeded = true };
    public static readonly Key<Located<string>?> Detail = Key.Text("detail", "A second line in smaller print.");
    public static readonly Key<Located<string>?> Link = Key.Text("link", "The page that the box links to.");
    public static readonly Key<BoxShape?> Shape = Key.Choice<BoxShape>(
        "shape",
        "The outline of the box. Default: box."
    );
    public static readonly Key<Located<string>?> Group = Key.Text(
        "group",
        "The id of the group that contains the box."
    );
    public static readonly Key<Located<string>?> From = Key.Text(
        "from",
        "The id of the box where the line begins."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> To = Key.Text("to", "The id of the box where the line ends.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> LineText = Key.Text("text", "The text beside the line.");

    public static readonly Key<FlowDirection?> Direction = Key.Choice<FlowDirection>(
        "direction",
        "The direction of the flow. Default: to the right if that fits, otherwise down."
    );
    public static readonly Key<IReadOnlyList<MapReader>> Groups = Key.Entries(
        "groups",
        "Groups of boxes, each in a frame.",
        new("A group of boxes in a frame", Id, Text)
    );
    public static readonly Key<IReadOnlyList<MapReader>> Nodes = Key.Entries(
        "nodes",
        "The boxes.",
        new("A box", Id, Text, Detail, Link, Shape, Group)
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Edges = Key.Entries(
        "edges",
        "The lines.",
        new("A line between two boxes", From, To, LineText)
    );

    public static readonly YamlForm Form = new(
        "A diagram of boxes and lines",
        DiagramKeys.Label,
        DiagramKeys.Note,
        Direction,
        Groups,
        Nodes,
        Edges
    );
}
