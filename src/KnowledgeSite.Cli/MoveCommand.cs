using System.CommandLine;
using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.SiteModel.Moving;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary><c>mv</c>: gives a page or a folder another place, rewrites every link to it and in it, and leaves redirects at its old addresses.</summary>
internal static class MoveCommand
{
    private const int WrongUsage = 2;

    public static readonly Argument<string> Old = new("OLD") { Description = "The page or folder, such as staff/clarity.md." };

    public static readonly Argument<string> New = new("NEW") { Description = "Its new path, such as staff/what-clarity-is.md." };

    public static async Task<int> RunAsync(BuildRequest request, string old, string wanted, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var input = request.Options.Input;
        var tree = new FolderTree(input, request.Options.Output!);
        var built = await new SiteBuild(request.Options with { Output = null }, tree, request.Theme).RunAsync(check: false, null, cancellation);
        var (from, to) = (PathOf(input, old), PathOf(input, wanted));
        if (Refusal(built.Site, input, from, old, to, wanted) is { } refusal)
        {
            await errors.WriteLineAsync(refusal);
            return WrongUsage;
        }

        var move = new PathMove(built.Site!, from!, to!);
        var edits = move.Edits.Concat(SearchTests(tree, move)).Concat(Folders(tree, move)).ToList();
        foreach (var (path, text) in edits) Write(tree.FullPath(path), text);
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(input, to!))!);
        Directory.Move(tree.FullPath(from!), FullPath(input, to!));
        foreach (var (path, _) in edits.Where(e => move.PathOf(e.Path) == e.Path)) await output.WriteLineAsync($"{input}/{path}: links rewritten");
        await output.WriteLineAsync($"{input}/{from} is now {input}/{to}; its old address leads there.");
        if (Mentions(tree, from!)) await output.WriteLineAsync($"{input}/{SiteSettings.FileName} names '{from}'. Change that by hand.");
        return await BuildCommand.RunAsync(request, check: true, output, cancellation);
    }

    private static IEnumerable<(SourcePath Path, string Text)> SearchTests(FolderTree tree, PathMove move) =>
        TextOf(tree, new(SearchTest.FileName)) is { Text: not null } tests && move.TestsOf(tests) is var text && text != tests.Text.Value ? [(tests.Path, text)] : [];

    private static IEnumerable<(SourcePath Path, string Text)> Folders(FolderTree tree, PathMove move) =>
        move.FoldersWithoutPage.Select(f => (f.Append(FolderSettings.FileName), move.FolderTextOf(f, TextOf(tree, f.Append(FolderSettings.FileName))?.Text?.Value ?? "")));

    private static SourceFile? TextOf(FolderTree tree, SourcePath path) => tree.Contains(path) ? ReadSources.Read(tree, path, new DiagnosticBag()) : null;

    private static bool Mentions(FolderTree tree, SourcePath path) => TextOf(tree, new(SiteSettings.FileName))?.Text?.Value.Contains(path.Value, StringComparison.Ordinal) == true;

    /// <summary>Null where the move can be made.</summary>
    private static string? Refusal(Site? site, string input, SourcePath? from, string old, SourcePath? to, string wanted)
    {
        if (from is null || site is null || !(site.Pages.Any(p => p.Path == from) || site.Folders.ContainsKey(from)))
            return $"There is no page or folder '{old}' in {input}. Name its file, as in '{ToolName.Here} mv staff/clarity.md staff/what-clarity-is.md'.";
        if (to is null) return $"'{wanted}' is no path below {input}.";
        if (Path.Exists(FullPath(input, to))) return $"'{wanted}' is there already. Choose another path.";
        return site.Folders.ContainsKey(from) ? FolderRefusal(site, from, to, wanted) : PageRefusal(site.Pages.First(p => p.Path == from), input, old, to, wanted);
    }

    private static string? PageRefusal(SitePage page, string input, string old, SourcePath to, string wanted)
    {
        if (PageParser.IsFolderPage(page.Path)) return $"'{old}' is the page of its folder. Move the folder: '{ToolName.Here} mv {page.Folder} …'.";
        if (page.IsFolderPage) return $"'{old}' is the page of the folder '{page.Folder}' beside it. Make it '{page.Folder}/index.md', then move the folder.";
        if (!to.IsMarkdown) return $"'{wanted}' is no path of a page below {input}. It ends in .md.";
        return to.NameWithoutExtension.ToLowerInvariant() is "index" or "readme" || HidesPages(to) ? $"'{wanted}' would not be a page of its own: index.md and README.md are their folder's, and what begins with '_' or '.' is no page." : null;
    }

    private static string? FolderRefusal(Site site, SourcePath from, SourcePath to, string wanted)
    {
        if (to.IsWithin(from)) return $"'{wanted}' lies in the folder itself.";
        if (to.IsMarkdown || HidesPages(to)) return $"'{wanted}' is no name for a folder of pages. It does not end in .md, and nothing in it begins with '_' or '.'.";
        if (site.Folders[from].Page is { } page && !page.Path.IsWithin(from)) return $"The page of this folder is '{page.Path}' beside it. Make it '{from}/index.md', then move the folder.";
        return site.Ladders.Any(l => l.Ladder.Folder == from) && to.FileName != from.FileName
            ? $"'{from}' is a ladder, and its pages name it by its folder's name. Keep the name '{from.FileName}'; what readers see is the title in ladder.yaml."
            : null;
    }

    private static bool HidesPages(SourcePath path) => path.Segments.Any(s => s.StartsWith('_') || s.StartsWith('.'));

    /// <summary>A path below the input folder, which may be named with it or without; null for one outside.</summary>
    private static SourcePath? PathOf(string input, string path)
    {
        var plain = path.Replace('\\', '/');
        var folder = input.Replace('\\', '/').TrimEnd('/') + "/";
        return SourcePath.Root.Resolve(plain.StartsWith(folder, StringComparison.Ordinal) ? plain[folder.Length..] : plain.StartsWith('/') ? "../" : plain) is { IsRoot: false } found ? found : null;
    }

    private static string FullPath(string input, SourcePath path) => Path.Combine([input, .. path.Segments]);

    /// <summary>With the line ends that the file has.</summary>
    private static void Write(string path, string text)
    {
        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var before = Encoding.UTF8.GetString(bytes);
        File.WriteAllText(path, before.Contains("\r\n", StringComparison.Ordinal) ? text.ReplaceLineEndings("\r\n") : text, new UTF8Encoding(hasMark));
    }
}
