using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel.Maps;

namespace KnowledgeSite.SiteModel;

/// <summary>All pages and how they hang together: the one place where they meet. Immutable.</summary>
/// <param name="Pages">By path.</param>
/// <param name="Folders">Every folder that holds a page, the input folder among them.</param>
/// <param name="Tags">By name as first written, in alphabetical order; a tag is the same in any capitals.</param>
/// <param name="Redirects">By old address.</param>
/// <param name="Assets">The files that pages refer to, and those that <c>site.yaml</c> publishes.</param>
public sealed record Site(
    SiteSettings Settings,
    PageTable Pages,
    IReadOnlyDictionary<SourcePath, SiteFolder> Folders,
    LinkTable Links,
    IReadOnlyList<Tag> Tags,
    IReadOnlyList<Redirect> Redirects,
    IReadOnlyList<Asset> Assets,
    IReadOnlyList<LadderUrls> Ladders,
    ReadingOrder ReadingOrder
)
{
    /// <summary>What counts as today.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Where the input lies in a repository that nobody could be asked about.</summary>
    public const string UsualSourceFolder = "input/";

    /// <summary>
    /// The input folder from the root of its repository, with a <c>/</c> at the end unless it is the root.
    /// </summary>
    public string SourceFolder { get; init; } = UsualSourceFolder;

    public PageHistory History { get; init; } = PageHistory.None;

    /// <summary>By path.</summary>
    public IReadOnlyList<WorkshopUrls> Workshops { get; init; } = [];

    public IncludedTexts Included { get; init; } = IncludedTexts.None;

    public CitedWorks Works { get; init; } = CitedWorks.None;

    public Glossary Glossary { get; init; } = Glossary.Empty;

    /// <summary>By path of their folders.</summary>
    public IReadOnlyList<FolderPack> Packs { get; init; } = [];

    /// <summary>Every page that is made for paper, of a workshop or of a folder.</summary>
    public IEnumerable<SitePath> MadeForPaper =>
        Workshops.SelectMany(w => w.MadeAddresses).Concat(Packs.Select(p => p.Address));

    /// <summary>Gathered when they are first asked for.</summary>
    public BacklinkFinder Backlinks =>
        LazyInitializer.EnsureInitialized(ref _backlinks, () => Cache?.BacklinksOf(this) ?? new(this));

    private BacklinkFinder? _backlinks;

    /// <summary>Of the states before this one; null where there were none.</summary>
    internal SiteCache? Cache { get; init; }

    /// <summary>Made when they are first asked for.</summary>
    public SiteMaps Maps => LazyInitializer.EnsureInitialized(ref _maps, () => new(this));

    private SiteMaps? _maps;

    /// <summary>The page of a tag that a page carries, in any spelling.</summary>
    public SitePath AddressOfTag(string name) =>
        LazyInitializer.EnsureInitialized(
            ref _tagAddresses,
            () => Tags.ToDictionary(t => Tag.KeyOf(t.Name), t => t.Address, StringComparer.Ordinal)
        )[Tag.KeyOf(name)];

    private Dictionary<string, SitePath>? _tagAddresses;

    public SiteFolder Root => Folders[SourcePath.Root];

    /// <summary>The folder of the first name in the path; null for what lies loose in the input folder.</summary>
    public SiteFolder? SectionOf(SourcePath folder) => folder.IsRoot ? null : Folders[new(folder.Segments.First())];
}
