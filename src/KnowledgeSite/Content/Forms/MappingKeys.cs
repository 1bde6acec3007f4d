namespace KnowledgeSite.Content.Forms;

/// <summary>A <c>mapping</c>: two lists, and lines between them.</summary>
internal static class MappingKeys
{
    public static readonly Key<Located<string>?> Id = Key.Text("id", "What pairs name it by.") with { IsNeeded = true };
    public static readonly Key<Located<string>?> Text = Key.Text("text", "What stands there.") with { IsNeeded = true };
    public static readonly Key<Located<string>?> Link = Key.Text("link", "The page that it leads to.");
    public static readonly Key<Located<string>?> Title = Key.Text("title", "What the list is called.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Items = Key.Entries(
        "items",
        "What is listed.",
        new("An item", Id, Text, Link)
    );
    public static readonly Key<Located<string>?> From = Key.Text("left", "The item on the left.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> To = Key.Text("right", "The item on the right.") with
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
        "What belongs together.",
        new("Two items that belong together", From, To)
    );

    public static readonly YamlForm Form = new(
        "A drawing of two lists",
        DiagramKeys.Label,
        DiagramKeys.Note,
        Left,
        Right,
        Pairs
    );
}
