using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>The settings of a folder, from its <c>_folder.yaml</c>.</summary>
/// <param name="Label">The name in the navigation, or null for the title of its page or its own name.</param>
/// <param name="Collapsed">True if the folder is collapsed in the sidebar while the reader is elsewhere.</param>
/// <param name="Pack">True if all pages of the folder are published as one document for printing; null if not set.
/// </param>
/// <param name="RedirectFrom">The former URLs of the folder, for a folder without a page of its own.</param>
internal sealed record FolderSettings(
    SourceFile Source,
    string? Label,
    int? Order,
    bool Collapsed,
    bool? Pack,
    IReadOnlyList<Located<string>> RedirectFrom
)
{
    public const string FileName = "_folder.yaml";

    public SourcePath Folder => Source.Path.Folder;

    /// <summary>Reads the settings; null if the file is not a <c>_folder.yaml</c>.</summary>
    public static FolderSettings? Read(SourceFile file, DiagnosticBag diagnostics)
    {
        if (file.Path.FileName != FileName || file.Text is not { } text)
            return null;
        var reader = new MapReader(
            file,
            YamlReader.Read(file, new(0, text.Value.Length), diagnostics),
            FolderKeys.Form,
            diagnostics
        ).ReportUnknownKeys();
        return new(
            file,
            reader.Read(FolderKeys.Label)?.Value,
            reader.Read(FolderKeys.Order),
            reader.Read(FolderKeys.Collapsed) ?? false,
            reader.Read(FolderKeys.Pack),
            reader.Read(FolderKeys.RedirectFrom)
        );
    }
}

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
