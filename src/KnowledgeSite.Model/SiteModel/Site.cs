using KnowledgeSite.Content;
using KnowledgeSite.Documents;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel.Maps;

namespace KnowledgeSite.SiteModel;

/// <summary>The site model: all pages and their relations. Immutable.</summary>
/// <param name="Pages">Sorted by path.</param>
/// <param name="Folders">All folders that contain a page, including the input folder.</param>
/// <param name="Tags">Sorted alphabetically, in the first spelling found; tags ignore letter case.</param>
/// <param name="Redirects">Sorted by old address.</param>
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
    /// <summary>The date that counts as today.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The default input folder, used if the repository is unknown.</summary>
    public const string DefaultSourceFolder = "input/";

    /// <summary>
    /// The input folder relative to the root of its repository, with a <c>/</c> at the end unless it is the root.
    /// </summary>
    public string SourceFolder { get; init; } = DefaultSourceFolder;

    internal PageHistory History { get; init; } = PageHistory.None;

    /// <summary>The workshops sorted by path.</summary>
    public IReadOnlyList<WorkshopUrls> Workshops { get; init; } = [];

    /// <summary>The documents that are made from templates, sorted by template.</summary>
    internal IReadOnlyList<SiteDocument> Documents { get; init; } = [];

    /// <summary>The documents by what they are made for, computed on first use.</summary>
    internal DocumentIndex DocumentIndex => LazyInitializer.EnsureInitialized(ref _documentIndex, () => new(Documents));

    private DocumentIndex? _documentIndex;

    internal IncludedTexts Included { get; init; } = IncludedTexts.None;

    internal CitedWorks Works { get; init; } = CitedWorks.None;

    internal Glossary Glossary { get; init; } = Glossary.Empty;

    /// <summary>The packs sorted by the path of their folder.</summary>
    public IReadOnlyList<FolderPack> Packs { get; init; } = [];

    /// <summary>The addresses of all printable pages of workshops and folders, and of all documents.</summary>
    public IEnumerable<SitePath> PrintableAddresses =>
        [
            .. Workshops.SelectMany(w => w.GeneratedAddresses),
            .. Packs.Select(p => p.Address),
            .. Documents.Select(d => d.Address),
        ];

    /// <summary>The backlinks, computed on first use.</summary>
    public BacklinkFinder Backlinks =>
        LazyInitializer.EnsureInitialized(ref _backlinks, () => Cache?.BacklinksOf(this) ?? new(this));

    private BacklinkFinder? _backlinks;

    /// <summary>The cache of a preview; null in a build.</summary>
    internal SiteCache? Cache { get; init; }

    /// <summary>The maps, computed on first use.</summary>
    public SiteMaps Maps => LazyInitializer.EnsureInitialized(ref _maps, () => new(this));

    private SiteMaps? _maps;

    /// <summary>The address of a tag's page, for any spelling of the tag.</summary>
    public SitePath AddressOfTag(string name) =>
        LazyInitializer.EnsureInitialized(
            ref _tagAddresses,
            () => Tags.ToDictionary(t => Tag.KeyOf(t.Name), t => t.Address, StringComparer.Ordinal)
        )[Tag.KeyOf(name)];

    private Dictionary<string, SitePath>? _tagAddresses;

    /// <summary>The image that is published at an address; null if there is none.</summary>
    internal Asset? FindImage(SitePath address) =>
        LazyInitializer
            .EnsureInitialized(
                ref _images,
                () => Assets.Where(a => a.Size is not null).DistinctBy(a => a.Address).ToDictionary(a => a.Address)
            )
            .GetValueOrDefault(address);

    private Dictionary<SitePath, Asset>? _images;

    internal SiteFolder Root => Folders[SourcePath.Root];

    /// <summary>The top-level folder of a path; null for the input folder itself.</summary>
    public SiteFolder? SectionOf(SourcePath folder) => folder.IsRoot ? null : Folders[new(folder.Segments.First())];
}
