using KnowledgeSite.Content.Forms;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
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

    public static FolderSettings Read(SourceFile file, DiagnosticBag diagnostics)
    {
        var reader = new MapReader(
            file,
            YamlReader.Read(file, new(0, file.Text!.Value.Length), diagnostics),
            FolderKeys.Form,
            diagnostics
        ).RefuseOthers();
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
