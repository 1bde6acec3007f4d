namespace KnowledgeSite.Content.Forms;

/// <summary><c>_folder.yaml</c>.</summary>
internal static class FolderKeys
{
    public static readonly Key<Located<string>?> Label = Key.Text(
        "label",
        "The folder's name in the navigation. Left out, it is the title of its page, else its own name."
    );
    public static readonly Key<int?> Order = Key.Integer("order", "Its place among its neighbours, the lowest first.");
    public static readonly Key<bool?> Collapsed = Key.Boolean(
        "collapsed",
        "True where it is closed in the sidebar until a reader is inside it."
    );
    public static readonly Key<bool?> Pack = Key.Boolean(
        "pack",
        "True where all that lies in the folder is also one document to print; false where a ladder or "
            + "workshops in it would make one."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> RedirectFrom = Key.Texts(
        "redirect_from",
        "Addresses that the folder once had, where it has no page of its own to name them."
    );

    public static readonly YamlForm Form = new("Settings of a folder", Label, Order, Collapsed, Pack, RedirectFrom);
}
