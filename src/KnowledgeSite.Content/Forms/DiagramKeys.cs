namespace KnowledgeSite.Content.Forms;

/// <summary>The keys that <c>flow</c> and <c>mapping</c> have in common.</summary>
internal static class DiagramKeys
{
    public static readonly Key<Located<string>?> Label = Key.Text("label", "The title of the figure.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Note = Key.Text("note", "A caption, in Markdown.");
}
