using System.CommandLine;
using System.CommandLine.Completions;
using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Drafts;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>The input folder as given on the command line. Converts paths, and writes new pages.</summary>
internal sealed class InputFolder(string input)
{
    private readonly string _prefix = input.Replace('\\', '/').TrimEnd('/') + "/";

    /// <summary>
    /// Converts a path that is relative to the input folder or to the current folder into one relative to the input
    /// folder.
    /// </summary>
    public string Below(string path)
    {
        var plain = path.Replace('\\', '/');
        if (plain.StartsWith("./", StringComparison.Ordinal))
            plain = plain[2..];
        return plain.StartsWith(_prefix, StringComparison.Ordinal) ? plain[_prefix.Length..] : plain;
    }

    /// <summary>Converts such a path. Null for the input folder itself, and for a path outside it.</summary>
    public SourcePath? Resolve(string path) =>
        SourcePath.Root.Resolve(Below(path) is var below && below.StartsWith('/') ? "../" : below)
            is { IsRoot: false } found
            ? found
            : null;

    public override string ToString() => input;

    /// <summary>The path on disk, beginning as the user named the folder.</summary>
    public string FullPath(SourcePath path) => Path.Combine([input, .. path.Segments]);

    /// <summary>The reason why the files cannot be written, or null if they can.</summary>
    public string? Refusal(IReadOnlyList<DraftFile> files)
    {
        var root = RealPath.Resolve(input) + Path.DirectorySeparatorChar;
        foreach (var file in files)
        {
            var full = FullPath(file.Path);
            if (!RealPath.Resolve(full).StartsWith(root, StringComparison.Ordinal))
                return $"'{file.Path}' is outside of {input}, because a folder in the path is a symbolic "
                    + "link. Choose another path.";
            if (file.IsNew && Path.Exists(full))
                return $"'{file.Path}' exists already. Choose another path.";
        }

        return null;
    }

    /// <exception cref="FileChangeException">A file cannot be written; nothing was changed.</exception>
    public void Write(IReadOnlyList<DraftFile> files)
    {
        var changes = new FileChanges();
        foreach (var file in files)
        {
            if (file.IsNew)
                changes.Put(FullPath(file.Path), Encoding.UTF8.GetBytes(file.Text), isNew: true);
            else
                changes.PutText(FullPath(file.Path), file.Text);
        }

        changes.Apply();
    }
}

/// <summary>Completions for a shell: folders and names from the input folder, read without building the site.</summary>
internal sealed class InputNames(Option<string> input)
{
    /// <summary>
    /// The subfolders of the folder typed so far. For levels and dimensions, only the folders of ladders that contain
    /// them.
    /// </summary>
    public IEnumerable<CompletionItem> Folders(CompletionContext context, string? kind)
    {
        var folder = FolderOf(context);
        var typed = context.WordToComplete.Replace('\\', '/');
        var prefix = folder.Replace('\\', '/').TrimEnd('/') + "/";
        var shown = typed.StartsWith(prefix, StringComparison.Ordinal) ? prefix : "";
        if (kind is "level" or "dimension")
            return LadderFolders(folder).Select(f => Item($"{shown}{f}/{kind}s/"));
        var parent = typed[shown.Length..(Math.Max(typed.LastIndexOf('/'), shown.Length - 1) + 1)];
        var place = Path.Combine(folder, parent);
        return !Directory.Exists(place) || parent.Split('/').Contains("..")
            ? []
            : Directory
                .EnumerateDirectories(place)
                .Select(Path.GetFileName)
                .Where(n => n![0] is not ('.' or '_'))
                .Order(StringComparer.Ordinal)
                .Select(n => Item($"{shown}{parent}{n}/"));
    }

    public IEnumerable<CompletionItem> Tags(CompletionContext context) => SettingsOf(context).Tags.Select(Item);

    public IEnumerable<CompletionItem> Owners(CompletionContext context) =>
        SettingsOf(context).Owners.Keys.Select(Item);

    public IEnumerable<CompletionItem> Ladders(CompletionContext context) =>
        LadderFolders(FolderOf(context)).Select(f => Item(f[(f.LastIndexOf('/') + 1)..]));

    public IEnumerable<CompletionItem> Levels(CompletionContext context)
    {
        var folder = FolderOf(context);
        return LadderFolders(folder)
            .Select(f => Read(folder, $"{f}/{LadderFile.FileName}"))
            .OfType<SourceFile>()
            .SelectMany(f => LadderFile.Read(f, new DiagnosticBag()).Levels)
            .Select(l => l.Id?.Value)
            .OfType<string>()
            .Distinct()
            .Select(Item);
    }

    private string FolderOf(CompletionContext context) => context.ParseResult.GetValue(input) ?? "input";

    private SiteSettings SettingsOf(CompletionContext context) =>
        Read(FolderOf(context), SiteSettings.FileName) is { } file
            ? SiteSettings.Read(file, new DiagnosticBag())
            : SiteSettings.Unprepared;

    private static IEnumerable<string> LadderFolders(string folder) =>
        !Directory.Exists(folder)
            ? []
            : Directory
                .EnumerateFiles(folder, LadderFile.FileName, SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(folder, Path.GetDirectoryName(f)!).Replace('\\', '/'))
                .Order(StringComparer.Ordinal);

    private static SourceFile? Read(string folder, string path)
    {
        ISourceTree tree = new FolderTree(folder);
        var file = tree.Contains(new(path)) ? tree.ReadFile(new(path), new DiagnosticBag()) : null;
        return file is { Text: not null } ? file : null;
    }

    private static CompletionItem Item(string name) => new(name);
}
