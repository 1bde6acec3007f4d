using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>Reports broken links, each with the nearest existing target, written in the style of the link.</summary>
/// <param name="unreadable">The files that could not be read. Each is reported once, not for every page that links to
/// it.</param>
internal sealed partial class LinkSuggestions(
    LinkIndex index,
    IReadOnlySet<SourcePath> unreadable,
    DiagnosticBag diagnostics
)
{
    /// <summary>If more pages than this share a name, no suggestion is searched among them.</summary>
    private const int MaxSameName = 50;

    /// <summary>If several pages or files share a name, only one that is not further away is suggested.</summary>
    private const int MaxSteps = 3;

    private readonly SuggestionIndex _names = new(index.Pages.Select(LinkIndex.NameOf));
    private readonly SuggestionIndex _xrefs = new(index.Xrefs.Concat(index.Statements));
    private readonly Dictionary<SourcePath, SuggestionIndex> _files = [];
    private readonly Dictionary<Page, SuggestionIndex> _fragments = new(ReferenceEqualityComparer.Instance);

    /// <param name="broken">The broken links of each page.</param>
    public void Report(IEnumerable<IReadOnlyList<BrokenLink>> broken)
    {
        foreach (var page in broken)
            Report(page);
    }

    /// <summary>
    /// Reports the broken links of one page. If no page of the site has an xref, xrefs belong to another tool, and one
    /// message names the first.
    /// </summary>
    private void Report(IReadOnlyList<BrokenLink> broken)
    {
        var ofOtherTool = broken.Where(b => b.Kind == BrokenLink.What.Xref && !index.Xrefs.Any()).ToList();
        foreach (var link in broken.Where(b => ofOtherTool.Count == 0 || b.Kind != BrokenLink.What.Xref))
            Report(link);
        if (ofOtherTool is not [var first, ..])
            return;
        var others = (ofOtherTool.Count - 1) switch
        {
            0 => " Write the address of the page instead.",
            1 => " 1 more link of this page names an xref. Write the addresses of the pages instead.",
            var more => string.Create(
                CultureInfo.InvariantCulture,
                $" {more:N0} more links of this page name an xref. Write the addresses of the pages instead."
            ),
        };
        diagnostics.Add(
            Diagnostic.At(
                LinkRules.XrefMissing,
                first.Page.Content.Source,
                first.Link.Span,
                first.Wanted,
                _xrefs.DidYouMean(first.Wanted) + others
            )
        );
    }

    private void Report(BrokenLink broken)
    {
        if (IsUnreadable(broken))
            return;
        var (rule, arguments) = broken.Kind switch
        {
            BrokenLink.What.Fragment => (LinkRules.FragmentMissing, Fragment(broken)),
            BrokenLink.What.Xref => (
                LinkRules.XrefMissing,
                [broken.Wanted, _xrefs.DidYouMean(broken.Wanted, "Correct it, or write the address of the page.")]
            ),
            _ when IsFile(broken) => (
                LinkRules.FileMissing,
                [
                    broken.Link.Target,
                    AddressMistakes.FindHint(broken.Link.Target)
                        ?? Format(broken, File(broken), "Correct the path, or add the file."),
                ]
            ),
            _ => (
                LinkRules.PageMissing,
                new object?[]
                {
                    broken.Link.Target,
                    AddressMistakes.FindHint(broken.Link.Target)
                        ?? LinkAfterBrackets(broken)
                        ?? OtherFormat(broken)
                        ?? Format(broken, Page(broken), "Correct it, or write the page."),
                }
            ),
        };
        diagnostics.Add(Diagnostic.At(rule, broken.Page.Content.Source, broken.Link.Span, arguments));
    }

    /// <summary>Formats a suggestion, unless it equals what the author already wrote.</summary>
    private static string Format(BrokenLink broken, string? suggestion, string otherwise)
    {
        var isWritten =
            suggestion is not null && ComposedText.Compose(suggestion) == ComposedText.Compose(broken.Link.Target);
        return SuggestionIndex.Format(isWritten ? null : suggestion, otherwise);
    }

    private bool IsUnreadable(BrokenLink broken)
    {
        if (unreadable.Count == 0 || broken.Kind is not (BrokenLink.What.Path or BrokenLink.What.Wiki))
            return false;
        var wanted = Uri.UnescapeDataString(broken.Wanted);
        var folder =
            broken.Kind == BrokenLink.What.Wiki || wanted.StartsWith('/') ? SourcePath.Root : broken.Page.Path.Folder;
        return folder.Resolve(wanted.TrimStart('/')) is { } path
            && (unreadable.Contains(path) || unreadable.Contains(new(path.Value + ".md")));
    }

    /// <summary>The correction of <c>[[text]] (https://…)</c>; null if the wikilink is not followed by a URL.</summary>
    private static string? LinkAfterBrackets(BrokenLink broken) =>
        broken.Kind == BrokenLink.What.Wiki
        && broken.Page.Content.Source.Text is { } text
        && AddressInParentheses().Match(text.Value, broken.Link.Span.End) is { Success: true } found
            ? $" Write '[{broken.Link.Target}]({found.Groups["address"].Value})' for a web address."
            : null;

    /// <summary>
    /// Names the file that a link probably means, if its format does not become pages; null if there is none.
    /// </summary>
    private string? OtherFormat(BrokenLink broken)
    {
        var wanted = WantedPage(broken);
        var folder =
            broken.Kind == BrokenLink.What.Wiki || wanted.StartsWith('/') ? SourcePath.Root : broken.Page.Path.Folder;
        var name = wanted[(wanted.LastIndexOf('/') + 1)..];
        if (name.Length == 0 || folder.Resolve(wanted) is not { } path)
            return null;
        var files = SiteChecks.TextFormats.SelectMany(f => index.FilesEndingWith(name + f)).Take(MaxSameName).ToList();
        if (files.MinBy(f => (LinkIndex.Steps(path.Folder, f.Folder), f)) is not { } file)
            return null;
        var isNear = files.Count == 1 || LinkIndex.Steps(path.Folder, file.Folder) <= MaxSteps;
        var isMeant = file.WithoutExtension() == path || (isNear && !index.Named(name).Any());
        return isMeant
            ? $" The file '{file}' has this name, but {file.Extension} files do not become pages. Convert it to "
                + "Markdown, or link to the file."
            : null;
    }

    private object?[] Fragment(BrokenLink broken)
    {
        var where =
            broken.Target is null || broken.Target.Path == broken.Page.Path ? "This page" : $"'{broken.Target.Path}'";
        if (broken.Target is null)
            where = $"'{broken.Link.Target.Split('#')[0]}'";
        var wanted =
            broken.Link.Form is LinkForm.Wiki or LinkForm.Include && broken.Wanted[0] != '^'
                ? HeadingIds.Slug(broken.Wanted)
                : broken.Wanted;
        var near = broken.Target is { Content: var target }
            ? target.Body.FindSimilarId(broken.Wanted) ?? NearestFragment(wanted, target)
            : null;
        return
        [
            where,
            broken.Wanted,
            SuggestionIndex.Format(near is null ? null : "#" + near, "Correct it, or give the heading this id."),
        ];
    }

    private string? NearestFragment(string wanted, Page target)
    {
        if (!_fragments.TryGetValue(target, out var ids))
            _fragments[target] = ids = new(target.Outline.Select(h => h.Id).Concat(target.Body.Ids));
        return ids.Nearest(wanted);
    }

    /// <summary>True if a wikilink embed names a file: its name has a file extension.</summary>
    private static bool IsFile(BrokenLink broken) =>
        broken.Link.Form == LinkForm.Image
        || (
            broken.Kind == BrokenLink.What.Path
            && new SourcePath(broken.Wanted).Extension is { Length: > 1 and < 7 } ending
            && ending is not (".md" or ".markdown" or ".ipynb" or ".html" or ".htm")
        )
        || (broken.Link.Form == LinkForm.Include && FileEnding().IsMatch(broken.Wanted));

    private string? File(BrokenLink broken)
    {
        var name = Uri.UnescapeDataString(new SourcePath(broken.Wanted.Replace('\\', '/')).FileName);
        var folder = broken.Page.Path.Folder;
        if (
            index.FilesEndingWith(name).Take(MaxSameName).MinBy(p => (LinkIndex.Steps(folder, p.Folder), p)) is { } same
        )
            return same.RelativeTo(folder);
        if (folder.Resolve(Uri.UnescapeDataString(broken.Wanted))?.Folder is not { } near)
            return null;
        if (!_files.TryGetValue(near, out var names))
            _files[near] = names = new(index.FilesIn(near).Select(p => p.FileName));
        var found = names.Nearest(name);
        return found is null ? null : broken.Wanted[..(broken.Wanted.LastIndexOf('/') + 1)] + found;
    }

    private string? Page(BrokenLink broken)
    {
        var wanted = WantedPage(broken);
        var folder = wanted.StartsWith('/') ? SourcePath.Root : broken.Page.Path.Folder;
        if (
            broken.Wanted.Contains('\\', StringComparison.Ordinal)
            && folder.Resolve(SlashedPath(broken)) is { } slashed
            && index.Page(slashed) is not null
        )
            return SlashedPath(broken);
        var name = wanted[(wanted.LastIndexOf('/') + 1)..];
        if (name.Length == 0)
            return null;
        if (InFolder(wanted) is [var only])
            return Written(broken, only);
        var exact = index.Named(name).Concat(index.NamedElsewhere(name)).Take(MaxSameName).ToList();
        if (exact.Count == 0 && broken.Wanted == name && broken.Page.Content.Body.FindId(name) is not null)
            return "#" + name;
        if ((exact.Count > 0 ? name : _names.Nearest(name)) is not { } near)
            return null;
        var wantedFolder = broken.Kind == BrokenLink.What.Wiki ? SourcePath.Root : folder;
        return
            Best(
                exact.Count > 0 ? exact : index.Named(near),
                wantedFolder.Resolve(wanted)?.Folder,
                near != name && wanted.Contains('/', StringComparison.Ordinal)
            )
                is { } best
            ? Written(broken, best)
            : null;
    }

    /// <summary>The pages whose path ends with the folder and the name that a link wants; at most two.</summary>
    private List<SitePage> InFolder(string wanted)
    {
        var names = wanted.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return names is [.., var folder, var name] && folder is not ("." or "..")
            ? [.. index.EndingWith($"{folder}/{name}").Take(2)]
            : [];
    }

    private static string SlashedPath(BrokenLink broken) =>
        Uri.UnescapeDataString(broken.Wanted).Replace('\\', '/').TrimEnd('/');

    /// <summary>The path or name that a link wants, without the file extension of a page.</summary>
    private static string WantedPage(BrokenLink broken)
    {
        var wanted = SlashedPath(broken);
        if (wanted.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            return wanted[..^3];
        return new SourcePath(wanted).IsNotebook ? wanted[..^".ipynb".Length] : wanted;
    }

    /// <summary>
    /// The page with this name that is nearest to where the link looks for it. A page with another name must be in
    /// exactly that folder; one of several pages with the same name must be near it.
    /// </summary>
    private static SitePage? Best(IEnumerable<SitePage> named, SourcePath? folder, bool isOtherName)
    {
        var pages = named.Take(MaxSameName).ToList();
        if (folder is null)
            return pages is [var only] && !isOtherName ? only : null;
        var best = pages.MinBy(p => (LinkIndex.Steps(folder, PlaceOf(p)), p.Path));
        if (best is null)
            return null;
        var steps = LinkIndex.Steps(folder, PlaceOf(best));
        var isNear = isOtherName ? steps == 0 : pages.Count == 1 || steps <= MaxSteps;
        return isNear ? best : null;
    }

    /// <summary>The folder that a link to the page names before the page's own name.</summary>
    private static SourcePath PlaceOf(SitePage page) => page.IsFolderPage ? page.Folder.Folder : page.Folder;

    private static string Written(BrokenLink broken, SitePage page)
    {
        if (broken.Kind == BrokenLink.What.Wiki)
            return page.IsFolderPage && !page.Folder.IsRoot ? page.Folder.Value : page.Path.WithoutExtension().Value;
        return broken.Wanted.StartsWith('/') ? "/" + page.Path : page.Path.RelativeTo(broken.Page.Path.Folder);
    }

    [GeneratedRegex(@"\G\s?[(\uFF08](?<address>https?://[^\s()\uFF09]+)[)\uFF09]", RegexOptions.CultureInvariant)]
    private static partial Regex AddressInParentheses();

    [GeneratedRegex(@"\.[A-Za-z][A-Za-z0-9]{1,4}$(?<!\.md|\.ipynb)", RegexOptions.CultureInvariant)]
    private static partial Regex FileEnding();
}
