using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using System.Reflection;
using System.Text;
using KnowledgeSite.Editors;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>The command <c>init</c>: creates a starter site in a folder and overwrites nothing.</summary>
internal sealed class InitCommand : ToolCommand
{
    private const string InputPrefix = StarterFiles.Input + "/";

    private readonly Argument<string> _folder = new("DIR")
    {
        Description = "The folder to write to; it is created if it does not exist.",
        DefaultValueFactory = _ => ".",
        HelpName = "DIR",
    };

    private readonly Option<string> _name = new("--name")
    {
        Description = "The name of the site.",
        DefaultValueFactory = _ => "Knowledge base",
        HelpName = "TEXT",
    };

    public InitCommand(BuildCommandOptions options, CommandConsole console)
        : base(
            "init",
            "Create a starter site in a folder: pages, settings and workflows. Overwrites nothing.",
            options,
            console
        )
    {
        _folder.CompletionSources.Add(Subfolders);
        _folder.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
                result.AddError("DIR needs the name of a folder.");
        });
        _name.Validators.Add(result =>
        {
            var isName =
                result.Tokens is not [var given] || (given.Value.Trim().Length > 0 && !given.Value.Any(char.IsControl));
            if (!isName)
                result.AddError("--name needs one line of text, such as 'Acme knowledge base'.");
        });
        Add(_folder);
        Add(_name);
    }

    protected override async Task<int> RunAsync(
        BuildRequest request,
        ParseResult arguments,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var folder = arguments.GetRequiredValue(_folder);
        if (File.Exists(folder))
            throw new UsageException($"'{folder}' is a file. Name a folder to write the site to.");
        var options = request.Options;
        var starter = StarterFiles.Read(arguments.GetRequiredValue(_name).Trim(), options.Today);
        var files = starter
            .Concat(await EditorFilesAsync(options, starter, cancellation))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .ToList();
        if (FindExisting(folder, files) is { Count: > 0 } existing)
        {
            var list = string.Concat(existing.Select(path => $"\n  {path}"));
            throw new UsageException(
                $"Nothing was written, because these exist already:{list}\nMove them away, or choose another folder."
            );
        }

        Write(folder, files);
        console.WriteLine(Report(folder, files.Count, options.Tool));
        return 0;
    }

    /// <summary>Writes new files into a folder, either all of them or none.</summary>
    /// <exception cref="FileChangeException">A file cannot be written; nothing was changed.</exception>
    internal static void Write(string folder, IEnumerable<NewFile> files)
    {
        var changes = new FileChanges();
        foreach (var file in files)
            changes.Put(Path.Combine(folder, file.Path), Encoding.UTF8.GetBytes(file.Text), isNew: true);
        changes.Apply();
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

    /// <summary>
    /// The paths that exist already: those of the files, and those of files or links in the place of a needed folder.
    /// </summary>
    private static IReadOnlyList<string> FindExisting(string folder, IEnumerable<NewFile> files)
    {
        return [.. files.Select(f => Find(f.Path)).OfType<string>().Distinct(StringComparer.Ordinal)];

        string? Find(string path)
        {
            for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
            {
                var parent = new DirectoryInfo(Path.Combine(folder, path[..end]));
                if (File.Exists(parent.FullName) || parent.LinkTarget is not null)
                    return path[..end];
            }

            return Path.Exists(Path.Combine(folder, path)) ? path : null;
        }
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

/// <summary>A file to write.</summary>
/// <param name="Path">The path relative to the target folder, with <c>/</c> as separator.</param>
internal sealed record NewFile(string Path, string Text);

/// <summary>
/// The files of the starter site. They are the embedded resources of the folder <c>Init/Template</c>, with the site's
/// name, today's date and the tool's version filled in.
/// </summary>
internal static class StarterFiles
{
    /// <summary>The folder that contains the pages.</summary>
    public const string Input = "input";

    private const string Prefix = "init/";

    /// <summary>The version of the tool's package, such as 1.2.0 or 1.2.0-rc.1.</summary>
    public static string ToolVersion { get; } =
        typeof(StarterFiles).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static IReadOnlyList<NewFile> Read(string name, DateOnly today)
    {
        var assembly = typeof(StarterFiles).Assembly;
        var resources = assembly
            .GetManifestResourceNames()
            .Where(r => r.Replace('\\', '/').StartsWith(Prefix, StringComparison.Ordinal));
        return [.. resources.Select(r => new NewFile(r.Replace('\\', '/')[Prefix.Length..], Fill(Text(r))))];

        string Text(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return reader.ReadToEnd().ReplaceLineEndings("\n");
        }

        string Fill(string text) =>
            text.Replace("{{version}}", ToolVersion, StringComparison.Ordinal)
                .Replace(
                    "{{today}}",
                    today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    StringComparison.Ordinal
                )
                .Replace("{{yaml-name}}", JsonFormat.Quote(name), StringComparison.Ordinal)
                .Replace("{{name}}", name, StringComparison.Ordinal);
    }
}
