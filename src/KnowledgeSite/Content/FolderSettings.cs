using KnowledgeSite.Content.Forms;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>What a <c>_folder.yaml</c> says of the folder it lies in.</summary>
/// <param name="Label">Its name in the navigation; else the title of its page, else its own name.</param>
/// <param name="Collapsed">Closed in the sidebar until a reader is inside it.</param>
/// <param name="Pack">All that lies in the folder is offered as one document to print; null where nobody said.</param>
/// <param name="RedirectFrom">Addresses that the folder once had, where it has no page of its own to name them.</param>
public sealed record FolderSettings(
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
