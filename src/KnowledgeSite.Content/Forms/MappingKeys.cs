namespace KnowledgeSite.Content.Forms;

/// <summary>The keys of a <c>mapping</c>: a diagram of two lists with lines between their items.</summary>
internal static class MappingKeys
{
    public static readonly Key<Located<string>?> Id = Key.Text("id", "The name by which pairs refer to it.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Text = Key.Text("text", "The text of the item.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Link = Key.Text("link", "The page that the item links to.");
    public static readonly Key<Located<string>?> Title = Key.Text("title", "The title of the list.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Items = Key.Entries(
        "items",
        "The items of the list.",
        new("An item", Id, Text, Link)
    );
    public static readonly Key<Located<string>?> From = Key.Text("left", "The id of the item on the left.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> To = Key.Text("right", "The id of the item on the right.") with
    {
        IsNeeded = true,
    };

    public static readonly YamlForm Side = new("A list", Title, Items);
    public static readonly Key<MapReader?> Left = Key.Map("left", "The list on the left.", Side) with
    {
        IsNeeded = true,
    };
    public static readonly Key<MapReader?> Right = Key.Map("right", "The list on the right.", Side) with
    {
        IsNeeded = true,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Pairs = Key.Entries(
        "pairs",
        "The pairs of items that belong together.",
        new("Two items that belong together", From, To)
    );

    public static readonly YamlForm Form = new(
        "A diagram of two lists",
        DiagramKeys.Label,
        DiagramKeys.Note,
        Left,
        Right,
        Pairs
    );
}
