using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Cli.Preview;

/// <summary>The diagnostics of a build, grouped by the page on which they are shown.</summary>
internal sealed class PageFindings
{
    private readonly BuildResult _result;
    private readonly Lazy<ILookup<SitePath, Diagnostic>> _byAddress;

    public PageFindings(BuildResult result)
    {
        _result = result;
        _byAddress = new(() =>
            result
                .Diagnostics.SelectMany(d => AddressesOf(d).Distinct().Select(a => (Address: a, Finding: d)))
                .ToLookup(f => f.Address, f => f.Finding)
        );
    }

    public IReadOnlyList<Diagnostic> All => _result.Diagnostics;

    public IEnumerable<Diagnostic> On(SitePath address) => All.Count == 0 ? [] : _byAddress.Value[address];

    /// <summary>
    /// The URL path of the page for a source file. For a page that could not be built it is the path that it would
    /// have, for any other file the index page of its folder.
    /// </summary>
    public SitePath AddressOf(SourcePath path)
    {
        if (_result.Site?.Pages.At(path) is { } page)
            return page.Address;
        return path.IsMarkdown && !PagePath.IsFolderPage(path)
            ? SitePath.OfPage(path.WithoutExtension())
            : SitePath.OfPage(path.Folder);
    }

    /// <summary>A problem in the folder of a ladder is also shown on its matrix.</summary>
    private IEnumerable<SitePath> AddressesOf(Diagnostic finding)
    {
        if (finding.Location is not { } at)
            return [SitePath.Home];
        return LadderOf(at.Path) is { } ladder ? [AddressOf(at.Path), ladder.Matrix] : [AddressOf(at.Path)];
    }

    private LadderUrls? LadderOf(SourcePath path) =>
        _result.Site?.Ladders.FirstOrDefault(l => path.IsWithin(l.Ladder.Folder));
}
