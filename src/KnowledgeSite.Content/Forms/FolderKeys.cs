namespace KnowledgeSite.Content.Forms;

/// <summary>The keys of <c>_folder.yaml</c>.</summary>
internal static class FolderKeys
{
    public static readonly Key<Located<string>?> Label = Key.Text(
        "label",
        "The name of the folder in the navigation. Default: the title of its page, or the name of the folder."
    );
    public static readonly Key<int?> Order = Key.Integer(
        "order",
        "The position in the navigation. Lower numbers come first."
    );
    public static readonly Key<bool?> Collapsed = Key.Boolean(
        "collapsed",
        "True to collapse the folder in the sidebar while the reader is elsewhere."
    );
    public static readonly Key<bool?> Pack = Key.Boolean(
        "pack",
        "True to publish all pages of the folder as one document for printing; false for none, even if the "
            + "folder contains a ladder or workshops."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> RedirectFrom = Key.Texts(
        "redirect_from",
        "Former URLs of the folder. Use it if the folder has no page of its own."
    );

    public static readonly YamlForm Form = new("Settings of a folder", Label, Order, Collapsed, Pack, RedirectFrom);
}
