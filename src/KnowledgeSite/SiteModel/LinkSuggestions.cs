using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>Reports broken links, each with the nearest thing that its author may have meant, written as the link would be.</summary>
/// <param name="known">The nearest names that were looked up before, among the same names.</param>
internal sealed class LinkSuggestions(LinkIndex index, Dictionary<string, string?>? known, DiagnosticBag diagnostics)
{
    /// <summary>Comparing a name with all others costs time that grows with the site; past this many a build only reports.</summary>
    private const int MostSearches = 200;

    private readonly Lazy<string[]> _names = new(() => [.. index.Pages.Select(LinkIndex.NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    private readonly Dictionary<string, string?> _nearest = new(StringComparer.Ordinal);

    /// <summary>One file that cannot be read is one mistake, however many pages lead to it.</summary>
    private readonly Lazy<HashSet<SourcePath>> _unread = new(() =>
        [.. diagnostics.Sorted().Where(d => d.Rule == SourceRules.InvalidUtf8 || d.Rule == SourceRules.Unreadable).Select(d => d.Location!.Path)]);

    public void Report(BrokenLink broken)
    {
        if (IsUnread(broken)) return;
        var (rule, arguments) = broken.Kind switch
        {
            BrokenLink.What.Fragment => (LinkRules.FragmentMissing, Fragment(broken)),
            BrokenLink.What.Xref => (LinkRules.XrefMissing, [broken.Wanted, Suggestion.DidYouMean(broken.Wanted, index.Xrefs.Concat(index.Statements))]),
            BrokenLink.What.Path when IsFile(broken) => (LinkRules.FileMissing, [broken.Link.Target, File(broken)]),
            _ => (LinkRules.PageMissing, new object?[] { broken.Link.Target, Page(broken) }),
        };
        diagnostics.Add(Diagnostic.At(rule, broken.Page.Content.Source, broken.Link.Span, arguments));
    }

    private bool IsUnread(BrokenLink broken)
    {
        if (_unread.Value.Count == 0 || broken.Kind is not (BrokenLink.What.Path or BrokenLink.What.Wiki)) return false;
        var wanted = Uri.UnescapeDataString(broken.Wanted);
        var folder = broken.Kind == BrokenLink.What.Wiki || wanted.StartsWith('/') ? SourcePath.Root : broken.Page.Path.Folder;
        return folder.Resolve(wanted.TrimStart('/')) is { } path && (_unread.Value.Contains(path) || _unread.Value.Contains(new(path.Value + ".md")));
    }

    private static object?[] Fragment(BrokenLink broken)
    {
        var where = broken.Target is null || broken.Target.Path == broken.Page.Path ? "This page" : $"'{broken.Target.Path}'";
        if (broken.Target is null) where = $"'{broken.Link.Target.Split('#')[0]}'";
        var ids = broken.Target?.Content.Outline.Select(h => h.Id).Concat(broken.Target.Content.Body.Ids).Distinct(StringComparer.Ordinal) ?? [];
        return [where, broken.Wanted, Nearest(Suggestion.Nearest(broken.Wanted, ids) is { } id ? "#" + id : null)];
    }

    private static bool IsFile(BrokenLink broken) =>
        broken.Link.Form == LinkForm.Image || new SourcePath(broken.Wanted).Extension is { Length: > 1 and < 7 } ending && ending is not (".md" or ".markdown" or ".html" or ".htm");

    private string File(BrokenLink broken)
    {
        var name = Uri.UnescapeDataString(new SourcePath(broken.Wanted).FileName);
        var same = index.Assets.Paths.Where(p => p.FileName.Equals(name, StringComparison.OrdinalIgnoreCase)).Order().FirstOrDefault();
        if (same is not null) return Nearest(Relative(broken.Page.Path.Folder, same));
        var folder = broken.Page.Path.Folder.Resolve(Uri.UnescapeDataString(broken.Wanted))?.Folder;
        var near = Suggestion.Nearest(name, index.Assets.Paths.Where(p => p.Folder == folder).Select(p => p.FileName));
        return Nearest(near is null ? null : broken.Wanted[..(broken.Wanted.LastIndexOf('/') + 1)] + near);
    }

    private string Page(BrokenLink broken)
    {
        var wanted = Uri.UnescapeDataString(broken.Wanted).Replace('\\', '/').TrimEnd('/');
        if (wanted.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) wanted = wanted[..^3];
        var name = wanted[(wanted.LastIndexOf('/') + 1)..];
        if (NearestName(name) is not { } near) return "";

        var pages = index.Named(near).ToDictionary(p => Written(broken, p), StringComparer.Ordinal);
        var best = pages.Count == 1 ? pages.Keys.First() : Suggestion.Nearest(broken.Wanted, pages.Keys) ?? pages.Keys.Order(StringComparer.Ordinal).First();
        return Nearest(best);
    }

    private string? NearestName(string name)
    {
        if (_nearest.TryGetValue(name, out var found)) return found;
        if (index.Named(name).Any()) return name;
        if (_nearest.Count >= MostSearches) return null;
        if (known is null || !known.TryGetValue(name, out var nearest)) nearest = Suggestion.Nearest(name, _names.Value);
        if (known is not null) known[name] = nearest;
        return _nearest[name] = nearest;
    }

    private static string Written(BrokenLink broken, SitePage page)
    {
        if (broken.Kind == BrokenLink.What.Wiki) return page.IsFolderPage ? page.Folder.Value : page.Path.WithoutExtension().Value;
        return broken.Wanted.StartsWith('/') ? "/" + page.Path : Relative(broken.Page.Path.Folder, page.Path);
    }

    private static string Relative(SourcePath folder, SourcePath target)
    {
        var (from, to) = (folder.Segments.ToList(), target.Segments.ToList());
        var shared = from.Zip(to).TakeWhile(p => p.First == p.Second).Count();
        return string.Join('/', Enumerable.Repeat("..", from.Count - shared).Concat(to.Skip(shared)));
    }

    private static string Nearest(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";
}
