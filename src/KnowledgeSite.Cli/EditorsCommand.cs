using System.CommandLine;
using System.Text;
using System.Text.Json;
using KnowledgeSite.Editors;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command <c>editors</c>: generates schemas and snippets for editors from the site, and reports or updates those
/// that are out of date.
/// </summary>
internal sealed class EditorsCommand : ToolCommand
{
    private const string Settings = ".vscode/settings.json";

    private readonly Option<bool> _write = new("--write")
    {
        Description = "Update the files. Without this option, the command lists those that are out of date.",
    };

    public EditorsCommand(BuildCommandOptions options, CommandConsole console)
        : base(
            "editors",
            "Check that the schemas and snippets for editors are up to date, or update them.",
            options,
            console
        ) => Add(_write);

    protected override async Task<int> RunAsync(
        BuildRequest request,
        ParseResult arguments,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var write = arguments.GetValue(_write);
        if ((await request.BuildAsync(request.Tree(), cancellation)).Site is not { } site)
            return await BuildCommand.BuildAsync(request, check: true, console, cancellation);

        var files = EditorFiles.Create(site);
        var stale = files.Where(f => !File.Exists(f.Path) || File.ReadAllText(f.Path) != f.Text).ToList();
        if (write)
            WriteFiles(stale, File.Exists(Settings) ? null : SettingsFor(files, request.Options.Input));
        foreach (var file in stale)
            console.WriteLine(write ? $"{file.Path}: written" : $"{file.Path}: out of date");
        console.WriteLine(
            stale.Count == 0 ? "Schemas and snippets are up to date."
            : write ? "Commit them, so that the editors of all authors use them."
            : $"Update them with '{request.Options.Tool} editors --write'."
        );
        return stale.Count == 0 || write ? 0 : 1;
    }

    /// <summary>
    /// The settings with which the YAML extension of VS Code uses the schemas, for a folder that has no settings file
    /// yet.
    /// </summary>
    private static string SettingsFor(IReadOnlyList<EditorFile> files, string input)
    {
        var folder = input.Replace('\\', '/').TrimEnd('/');
        var lines = files
            .Where(f => f.For is not null)
            .Select(f => $"    {Quoted($"./{f.Path}")}: {Quoted($"{folder}/{f.For}")}");
        return "{\n  \"yaml.schemas\": {\n"
            + string.Join(",\n", lines)
            + "\n  },\n  \"[markdown]\": {\n    \"editor.quickSuggestions\": { \"other\": true, \"comments\": "
            + "false, \"strings\": false }\n  }\n}\n";
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    /// <param name="settings">The text of the editor's settings file, or null if the file exists already.</param>
    private static void WriteFiles(IReadOnlyList<EditorFile> files, string? settings)
    {
        var changes = new FileChanges();
        if (settings is not null)
            changes.Put(Settings, Encoding.UTF8.GetBytes(settings));
        foreach (var file in files)
            changes.Put(file.Path, Encoding.UTF8.GetBytes(file.Text));
        changes.Apply();
    }
}
