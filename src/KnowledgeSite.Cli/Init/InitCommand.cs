using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using KnowledgeSite.Editors;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Init;

/// <summary>The command <c>init</c>: creates a starter site in a folder and overwrites nothing.</summary>
internal static class InitCommand
{
    private const int WrongUsage = 2;
    private const string InputPrefix = StarterFiles.Input + "/";

    public static readonly Argument<string> Folder = new("DIR")
    {
        Description = "The folder to write to; it is created if it does not exist.",
        DefaultValueFactory = _ => ".",
        HelpName = "DIR",
    };

    public static readonly Option<string> Name = new("--name")
    {
        Description = "The name of the site.",
        DefaultValueFactory = _ => "Knowledge base",
        HelpName = "TEXT",
    };

    static InitCommand()
    {
        Folder.CompletionSources.Add(Subfolders);
        Folder.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
                result.AddError("DIR needs the name of a folder.");
        });
        Name.Validators.Add(result =>
        {
            var isName =
                result.Tokens is not [var given] || (given.Value.Trim().Length > 0 && !given.Value.Any(char.IsControl));
            if (!isName)
                result.AddError("--name needs one line of text, such as 'Acme knowledge base'.");
        });
    }

    public static async Task<int> RunAsync(
        BuildOptions options,
        string folder,
        string name,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellation
    )
    {
        if (File.Exists(folder))
            return await RefuseAsync($"'{folder}' is a file. Name a folder to write the site to.");
        var starter = StarterFiles.Read(name.Trim(), options.Today);
        var files = starter
            .Concat(await EditorFilesAsync(options, starter, cancellation))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .ToList();
        if (NewFiles.FindExisting(folder, files) is { Count: > 0 } existing)
        {
            var list = string.Concat(existing.Select(path => $"\n  {path}"));
            return await RefuseAsync(
                $"Nothing was written, because these exist already:{list}\nMove them away, or choose another folder."
            );
        }

        NewFiles.Write(folder, files);
        await output.WriteLineAsync(Report(folder, files.Count, options.Tool));
        return 0;

        async Task<int> RefuseAsync(string why)
        {
            await errors.WriteLineAsync(why);
            return WrongUsage;
        }
    }

    /// <summary>The schemas and snippets that <c>editors --write</c> generates for the new pages.</summary>
    private static async Task<IEnumerable<NewFile>> EditorFilesAsync(
        BuildOptions options,
        IReadOnlyList<NewFile> starter,
        CancellationToken cancellation
    )
    {
        var pages = starter.Where(f => f.Path.StartsWith(InputPrefix, StringComparison.Ordinal));
        var tree = MemoryTree.OfText(pages.Select(f => KeyValuePair.Create(f.Path[InputPrefix.Length..], f.Text)));
        var build = new SiteBuild(
            new(StarterFiles.Input, null, Strict: false, null, options.Today),
            tree,
            new Theme.Theme()
        );
        var site = (await build.RunAsync(check: false, null, cancellation)).Site!;
        return EditorFiles.Create(site).Select(f => new NewFile(f.Path, f.Text));
    }

    private static string Report(string folder, int count, string tool)
    {
        var isHere = Path.GetFullPath(folder) == Environment.CurrentDirectory;
        string[] steps =
        [
            .. isHere ? Array.Empty<string>() : [$"Change to the folder: cd {Quoted(folder)}"],
            $"View the site: {tool} preview",
            "Copy the tool's package into 'packages', so that 'dotnet tool restore' finds it here and in "
                + "the workflows (see packages/README.md).",
            "Rename the levels, edit the signals and delete what you do not need. README.md lists the first steps.",
        ];
        var numbered = steps.Select((step, i) => $"  {i + 1}. {step}");
        return $"Wrote {count} files{(isHere ? "" : $" to {folder}")}.\n\nNext:\n" + string.Join('\n', numbered);
    }

    private static string Quoted(string folder) =>
        folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder;

    private static IEnumerable<CompletionItem> Subfolders(CompletionContext context)
    {
        var typed = context.WordToComplete.Replace('\\', '/');
        var parent = typed[..(typed.LastIndexOf('/') + 1)];
        var place = parent.Length == 0 ? "." : parent;
        if (!Directory.Exists(place))
            return [];
        return Directory
            .EnumerateDirectories(place)
            .Select(d => Path.GetFileName(d))
            .Where(n => n[0] != '.')
            .Order(StringComparer.Ordinal)
            .Select(n => new CompletionItem($"{parent}{n}/"));
    }
}
