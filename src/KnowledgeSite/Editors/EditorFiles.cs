using System.Text.Json.Nodes;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Editors;

/// <summary>
/// Generates the files for editors: a JSON Schema for each YAML file format, with the names of the site, and snippets
/// for VS Code.
/// </summary>
internal static class EditorFiles
{
    public const string Folder = "schemas";

    private const string Note =
        "Made by 'knowledgesite editors --write' from the keys that a build reads and the names that the "
        + "site has. Do not edit.";

    public static IReadOnlyList<EditorFile> Create(Site site)
    {
        var names = new SiteNames(site);
        var forms = new FormSchema(names);
        return
        [
            Schema("front-matter", null, forms.CreateFrontMatter()),
            Schema("site", SiteSettings.FileName, forms.Create(SiteKeys.Form)),
            Schema("folder", $"**/{FolderSettings.FileName}", forms.Create(FolderKeys.Form)),
            Schema("ladder", $"**/{LadderFile.FileName}", forms.Create(LadderKeys.Form)),
            Schema("published", $"**/{PublishedIds.FileName}", forms.Create(PublishedKeys.Form)),
            Schema("versions", $"**/{LadderVersions.FileName}", forms.Create(VersionKeys.Form)),
            Schema(
                "sources",
                Bibliography.FileName,
                ListOf(forms.Create(WorkKeys.Entry), "What the pages are written from")
            ),
            Schema(
                "search-tests",
                SearchTest.FileName,
                ListOf(forms.Create(SearchTestKeys.Entry), "What readers should find")
            ),
            new(
                ".vscode/knowledgesite.code-snippets",
                null,
                $"// {Note}\n{JsonFormat.Print(Snippets.Create(names))}\n"
            ),
        ];
    }

    private static EditorFile Schema(string name, string? pattern, JsonObject schema)
    {
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "$comment", Note);
        return new($"{Folder}/{name}.schema.json", pattern, JsonFormat.Print(schema) + "\n");
    }

    private static JsonObject ListOf(JsonObject entry, string title) =>
        new()
        {
            ["title"] = title,
            ["type"] = "array",
            ["items"] = entry,
        };
}

/// <summary>A file for editors that is generated from the site.</summary>
/// <param name="Path">The path relative to the folder that is open in the editor, with <c>/</c>.</param>
/// <param name="For">The pattern of the files in the input folder to which the schema applies. Null for other files and
/// for the schema of front matter.</param>
internal sealed record EditorFile(string Path, string? For, string Text);
