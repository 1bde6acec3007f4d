namespace KnowledgeSite.Content.Forms;

/// <summary>What a <c>flow</c> and a <c>mapping</c> both say.</summary>
internal static class DiagramKeys
{
    public static readonly Key<Located<string>?> Label = Key.Text("label", "The name of the figure.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Note = Key.Text("note", "A caption, in Markdown.");
}
