using System.CommandLine;
using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.SiteModel.Moving;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary><c>mv</c>: gives a page another place, rewrites every link to it and in it, and leaves a redirect at its old address.</summary>
internal static class MoveCommand
{
    private const int WrongUsage = 2;

    public static readonly Argument<string> Old = new("OLD") { Description = "The page, such as staff/clarity.md." };

    public static readonly Argument<string> New = new("NEW") { Description = "Its new path, such as staff/what-clarity-is.md." };

    public static async Task<int> RunAsync(BuildRequest request, string old, string wanted, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var input = request.Options.Input;
        var tree = new FolderTree(input, request.Options.Output!);
        var built = await new SiteBuild(request.Options with { Output = null }, tree, new Theme.Theme()).RunAsync(check: false, null, cancellation);
        var (from, to) = (PathOf(input, old), PathOf(input, wanted));
        var page = from is null ? null : built.Site?.Pages.FirstOrDefault(p => p.Path == from);
        if (Refusal(input, page, old, to, wanted) is { } refusal)
        {
            await errors.WriteLineAsync(refusal);
            return WrongUsage;
        }

        var move = new PageMove(built.Site!, page!, to!);
        var edits = move.Edits.Concat(SearchTests(tree, move)).ToList();
        foreach (var (path, text) in edits) Write(FullPath(input, path), text);
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(input, to!))!);
        File.Move(FullPath(input, page!.Path), FullPath(input, to!));
        foreach (var (path, _) in edits.Where(e => e.Path != page.Path)) await output.WriteLineAsync($"{input}/{path}: links rewritten");
        await output.WriteLineAsync($"{input}/{page.Path} is now {input}/{to}; {page.Address} leads there.");
        return await BuildCommand.RunAsync(request, check: true, output, cancellation);
    }

    private static IEnumerable<(SourcePath Path, string Text)> SearchTests(FolderTree tree, PageMove move)
    {
        var path = new SourcePath(SearchTest.FileName);
        return tree.Contains(path) && ReadSources.Read(tree, path, new DiagnosticBag()) is { Text: not null } tests && move.TestsOf(tests) is var text && text != tests.Text.Value ? [(path, text)] : [];
    }

    /// <summary>Null where the move can be made.</summary>
    private static string? Refusal(string input, SitePage? page, string old, SourcePath? to, string wanted)
    {
        if (page is null) return $"There is no page '{old}' in {input}. Name its file, as in 'knowledgesite mv staff/clarity.md staff/what-clarity-is.md'.";
        if (page.IsFolderPage) return $"'{old}' is the page of its folder. Move the pages of the folder one by one.";
        if (to is null || !to.IsMarkdown) return $"'{wanted}' is no path of a page below {input}. It ends in .md.";
        if (to.NameWithoutExtension.ToLowerInvariant() is "index" or "readme" || to.Segments.Any(s => s.StartsWith('_') || s.StartsWith('.'))) return $"'{wanted}' would not be a page of its own: index.md and README.md are their folder's, and what begins with '_' or '.' is no page.";
        return File.Exists(FullPath(input, to)) ? $"'{wanted}' is there already. Choose another path." : null;
    }

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
        var bytes = File.ReadAllBytes(path);
        var hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var before = Encoding.UTF8.GetString(bytes);
        File.WriteAllText(path, before.Contains("\r\n", StringComparison.Ordinal) ? text.ReplaceLineEndings("\r\n") : text, new UTF8Encoding(hasMark));
    }
}
