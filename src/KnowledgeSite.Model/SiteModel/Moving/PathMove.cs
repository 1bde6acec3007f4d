using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel.Moving;

/// <summary>
/// Computes the edits for moving a page, or a folder with its contents, so that all links still lead to the same
/// targets.
/// </summary>
/// <param name="old">The page's file or the folder, relative to the input folder.</param>
/// <param name="wanted">The new path.</param>
internal sealed class PathMove(Site site, SourcePath old, SourcePath wanted)
{
    private readonly Dictionary<SitePath, SourcePath> _files = site
        .Assets.DistinctBy(a => a.Address)
        .ToDictionary(a => a.Address, a => a.File.Path);
    private readonly HashSet<SourcePath> _filePaths = [.. site.Assets.Select(a => a.File.Path)];
    private readonly Dictionary<SitePath, SitePage> _pages = site.Pages.ToDictionary(p => p.Address);

    /// <summary>The moved folders without a page; their old addresses are written to <c>_folder.yaml</c>.</summary>
    public IEnumerable<SourcePath> FoldersWithoutPage =>
        site.Folders.Values.Where(f => f.Page is null && f.Path.IsWithin(old)).Select(f => f.Path).Order();

    /// <summary>
    /// The new texts of all changed files, by current path; moved files get their old address as a redirect.
    /// </summary>
    public IReadOnlyList<(SourcePath Path, string Text)> Edits =>
        [
            .. site
                .Pages.Concat(site.Works.Page is { } works ? [works] : [])
                .Select(p => (p.Path, Before: WrittenIn(p.Content.Source), After: TextOf(p)))
                .Where(e => e.Before != e.After)
                .Select(e => (e.Path, e.After)),
        ];

    /// <summary>The new path of a file or folder.</summary>
    public SourcePath PathOf(SourcePath path) =>
        path.IsWithin(old) ? new(wanted.Value + path.Value[old.Value.Length..]) : path;

    /// <summary>The text of a moved folder's <c>_folder.yaml</c> with the folder's old address.</summary>
    /// <param name="file">The current file; null if there is none.</param>
    public string FolderTextOf(SourcePath folder, SourceFile? file)
    {
        var text = file?.Text?.Value ?? "";
        var named = text.Length == 0 ? [] : FolderSettings.Read(file!, new DiagnosticBag())!.RedirectFrom;
        var before = site.Folders[folder].Address;
        var after = SitePath.OfPage(PathOf(folder));
        var kept = ApplyEdits(text, RedirectEntry.Removals(text, named, after));
        return before == after ? kept : RedirectEntry.AddToYaml(kept, before);
    }

    /// <summary>False if the move changes only letters that the address does not show, such as their case.</summary>
    public bool ChangesAddress => SitePath.OfPage(Named(old)) != SitePath.OfPage(Named(wanted));

    /// <summary>The text of <c>search-tests.yaml</c> with the new addresses of moved pages.</summary>
    public string TestsOf(SourceFile tests)
    {
        var source = tests.Text!.Value;
        return ApplyEdits(
            source,
            SearchTest
                .ReadAll([tests], new DiagnosticBag())
                .Select(t =>
                    (
                        t.Expect.Span,
                        Expected(
                            source.Substring(t.Expect.Span.Start, t.Expect.Span.Length),
                            t.Expect.Value.Split('#')[0]
                        )
                    )
                )
        );
    }

    private string Expected(string written, string expected)
    {
        if (!expected.StartsWith('/'))
            return written.Replace(expected, PathOf(new(expected)).Value, StringComparison.Ordinal);
        for (var end = expected.Length; end > 1; end = expected.LastIndexOf('/', end - 2) + 1)
            if (AddressNow(new(expected[..end])) is { } moved)
                return written.Replace(expected, moved.Append(expected[end..]).Value, StringComparison.Ordinal);
        return written;
    }

    /// <summary>
    /// The new address of the page or folder at this address; null if there is none, or if it is a built-in page, which
    /// does not move.
    /// </summary>
    private SitePath? AddressNow(SitePath address)
    {
        if (GeneratedPages.Contains(address))
            return address;
        if (_pages.TryGetValue(address, out var page))
            return AddressAfter(page);
        return site.Folders.Values.FirstOrDefault(f => f.Address == address) is { } folder
            ? SitePath.OfPage(PathOf(folder.Path))
            : null;
    }

    /// <summary>The text of the file, which for a notebook is JSON.</summary>
    private static string WrittenIn(SourceFile file) => (file.Text!.Origin?.Text ?? file.Text).Value;

    private string TextOf(SitePage from)
    {
        if (from.Content.Source.Text!.Origin is { } origin)
            return ApplyEdits(origin.Text.Value, NotebookEditsOf(from, origin));
        var text = from.Content.Source.Text!.Value;
        if (!IsMoved(from.Path) || GeneratedPages.Contains(from.Address))
            return ApplyEdits(text, LinksOf(from));
        var after = AddressAfter(from);
        var edited = ApplyEdits(
            text,
            LinksOf(from).Concat(RedirectEntry.Removals(text, from.Content.FrontMatter.RedirectFrom, after))
        );
        return after == from.Address ? edited : RedirectEntry.Add(edited, from.Address);
    }

    private IEnumerable<(SourceSpan Span, string Text)> NotebookEditsOf(SitePage from, SourceOrigin origin)
    {
        var after = AddressAfter(from);
        if (!IsMoved(from.Path) || after == from.Address)
            return NotebookEdits.InJson(origin, LinksOf(from));
        var source = from.Content.Source;
        var removals = RedirectEntry.Removals(source.Text!.Value, from.Content.FrontMatter.RedirectFrom, after);
        return NotebookEdits
            .InJson(origin, LinksOf(from).Concat(removals))
            .Append(NotebookEdits.AddRedirect(source, from.Address));
    }

    private SitePath AddressAfter(SitePage page) =>
        SitePath.OfPage(page.IsFolderPage ? PathOf(page.Folder) : PathOf(page.Path).WithoutExtension());

    private static SourcePath Named(SourcePath path) => path.MayBePage ? path.WithoutExtension() : path;

    private bool IsMoved(SourcePath path) => path.IsWithin(old);

    private IEnumerable<(SourceSpan Span, string Text)> LinksOf(SitePage from) =>
        AddressesOf(from).Concat(CodePathsOf(from)).Concat(AddressesInTemplate(from));

    /// <summary>The links that a template writes into its documents; none for other pages.</summary>
    private IEnumerable<(SourceSpan Span, string Text)> AddressesInTemplate(SitePage template) =>
        site
            .DocumentIndex.MadeFrom(template)
            .SelectMany(d =>
            {
                var origin = d.Page.Content.Source.Text!.Origin!;
                return AddressesOf(d.Page)
                    .Where(a => origin.IsCopied(a.Span.Start) && origin.IsCopied(a.Span.End - 1))
                    .Select(a => (Span: a.Span with { Start = origin.OffsetOf(a.Span.Start) }, a.Text));
            })
            .DistinctBy(a => a.Span);

    private IEnumerable<(SourceSpan Span, string Text)> AddressesOf(SitePage from)
    {
        var links = from.Content.Body.Links;
        var resolved = site.Links[from];
        var source = from.Content.Source.Text!.Value;
        for (var i = 0; i < links.Count; i++)
        {
            if (resolved[i] is not ResolvedLink.Internal target)
                continue;
            var written = source.Substring(
                links[i].Span.Start,
                Math.Min(links[i].Span.Length, source.Length - links[i].Span.Start)
            );
            var rewritten = links[i].Form is LinkForm.Wiki or LinkForm.Include
                ? Wiki(from, target, written)
                : Address(from, target, written);
            if (rewritten is not null && rewritten != written)
                yield return (links[i].Span, rewritten);
        }
    }

    /// <summary>The new paths of files that code blocks show.</summary>
    private IEnumerable<(SourceSpan Span, string Text)> CodePathsOf(SitePage from)
    {
        var source = from.Content.Source.Text!.Value;
        foreach (var code in from.Content.CodeReferences)
        {
            var isInInput = code.File.IsWithin(code.Input);
            var inInput =
                isInInput && !code.Input.IsRoot ? new(code.File.Value[(code.Input.Value.Length + 1)..]) : code.File;
            if (!IsMoved(from.Path) && !(isInInput && IsMoved(inInput)))
                continue;
            var file = isInInput ? code.Input.Resolve(PathOf(inInput).Value)! : code.File;
            var path = file.RelativeTo(code.Input.Resolve(PathOf(from.Path).Folder.Value)!);
            if (path != source.Substring(code.Span.Start, code.Span.Length))
                yield return (code.Span, path);
        }
    }

    /// <summary>The new link target; null if the link can stay as it is.</summary>
    private string? Address(SitePage from, ResolvedLink.Internal target, string written)
    {
        var rest = written.IndexOfAny(['#', '?']) is >= 0 and var end ? written[end..] : "";
        var path = written[..^rest.Length];
        if (path.Length == 0 || path.StartsWith("xref:", StringComparison.OrdinalIgnoreCase))
            return null;
        var isFromRoot = path.StartsWith('/') || LinkAddress.HasScheme(path);
        if (
            FindTarget(from, target, path, isFromRoot) is not { } meant
            || !(IsMoved(meant) || (IsMoved(from.Path) && !isFromRoot))
        )
            return null;
        if (isFromRoot)
            return "/" + Encoded(PathOf(meant).Value) + Slash() + rest;
        return IsMoved(meant) && IsMoved(from.Path) && from.Path != old
            ? null
            : Relative(from, PathOf(meant)) + Slash() + rest;

        string Slash() => path.EndsWith('/') && !meant.MayBePage ? "/" : "";
    }

    /// <summary>
    /// The page, file or folder that a link leads to. A page is represented by its file, unless the link names its
    /// folder.
    /// </summary>
    private SourcePath? FindTarget(SitePage from, ResolvedLink.Internal target, string path, bool isFromRoot)
    {
        var named = LinkAddress.HasScheme(path)
            ? null
            : (isFromRoot ? SourcePath.Root : from.Path.Folder).Resolve(Uri.UnescapeDataString(path));
        if (_pages.GetValueOrDefault(target.Address) is { } page)
            return page.IsFolderPage && page.Folder == named ? named : page.Path;
        if (target.Address.IsPage || named is null || _filePaths.Contains(named))
            return named;
        // A link that found its target by name alone still finds it.
        return path.Contains('/', StringComparison.Ordinal) ? _files.GetValueOrDefault(target.Address) : null;
    }

    /// <summary>The new target of a wikilink; null if the name is unchanged and still found.</summary>
    private string? Wiki(SitePage from, ResolvedLink.Internal target, string written)
    {
        var start = written.IndexOf("[[", StringComparison.Ordinal) + 2;
        var end = written.AsSpan(start).IndexOfAny("#^|]") is >= 0 and var found ? found + start : written.Length;
        var name = written[start..end].Trim();
        if (name.Length == 0)
            return null;
        if (_pages.GetValueOrDefault(target.Address) is not { } page)
            return File(from, name) is { } file ? written[..start] + file + written[end..] : null;
        if (IsMoved(page.Path))
            return IsStillNamed(page, name) ? null : written[..start] + NameOf(page) + written[end..];
        if (!IsMoved(from.Path))
            return null;
        return from.Path.Folder.Resolve(name) is { } near && (near == page.Path || near == page.Path.WithoutExtension())
            ? written[..start] + page.Path.WithoutExtension() + written[end..]
            : null;
    }

    /// <summary>
    /// The new path, from the input folder, of an image or folder that a wikilink names; null if it can stay.
    /// </summary>
    private string? File(SitePage from, string name)
    {
        var atRoot = SourcePath.Root.Resolve(name);
        var near = from.Path.Folder.Resolve(name);
        if (atRoot is not null && IsThere(atRoot) && IsMoved(atRoot))
            return PathOf(atRoot).Value;
        return near is not null && near != atRoot && IsThere(near) && IsMoved(near) != IsMoved(from.Path)
            ? PathOf(near).Value
            : null;
    }

    private bool IsThere(SourcePath path) => site.Folders.ContainsKey(path) || _filePaths.Contains(path);

    private string NameOf(SitePage page) =>
        page.IsFolderPage ? PathOf(page.Folder).Value : PathOf(page.Path).WithoutExtension().Value;

    private bool IsStillNamed(SitePage page, string name)
    {
        if (name.Contains('/', StringComparison.Ordinal))
            return false;
        if (name.Equals(page.Title, StringComparison.OrdinalIgnoreCase))
            return true;
        var newName = page.IsFolderPage ? PathOf(page.Folder).FileName : PathOf(page.Path).NameWithoutExtension;
        return name.Equals(newName, StringComparison.OrdinalIgnoreCase)
            && site.Pages.Count(p => LinkIndex.NameOf(p).Equals(name, StringComparison.OrdinalIgnoreCase)) == 1;
    }

    private string Relative(SitePage from, SourcePath target) => Encoded(target.RelativeTo(PathOf(from.Path).Folder));

    /// <summary>Encodes the characters that would end an address in Markdown.</summary>
    private static string Encoded(string path) =>
        path.Replace("%", "%25", StringComparison.Ordinal)
            .Replace(" ", "%20", StringComparison.Ordinal)
            .Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal);

    /// <summary>Applies edits to a text.</summary>
    /// <param name="edits">In any order. Of several edits at the same position, the first wins; links that share a
    /// definition also share its position.</param>
    private static string ApplyEdits(string text, IEnumerable<(SourceSpan Span, string Text)> edits)
    {
        var edited = new StringBuilder();
        var done = 0;
        foreach (var (span, put) in edits.OrderBy(e => e.Span.Start))
        {
            if (span.Start < done)
                continue;
            edited.Append(text, done, span.Start - done).Append(put);
            done = span.End;
        }

        return edited.Append(text, done, text.Length - done).ToString();
    }
}
