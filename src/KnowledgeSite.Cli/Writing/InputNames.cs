using System.CommandLine;
using System.CommandLine.Completions;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Writing;

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

    private static SourceFile? Read(string folder, string path) =>
        File.Exists(Path.Combine(folder, path))
        && SourceReader.Read(new FolderTree(folder), new(path), new DiagnosticBag()) is { Text: not null } file
            ? file
            : null;

    private static CompletionItem Item(string name) => new(name);
}
