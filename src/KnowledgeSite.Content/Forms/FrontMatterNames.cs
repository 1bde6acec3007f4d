namespace KnowledgeSite.Content.Forms;

/// <summary>
/// The names of known front matter keys: those of this tool, and those of other tools with advice on what to use
/// instead.
/// </summary>
internal static class FrontMatterNames
{
    private const string Published = "Use 'published' for the date of publication.";
    private const string Changed =
        "The date of the last change comes from git; 'reviewed' is the date of the last review.";
    private const string Owner = "Use 'owner' for the person or team who is responsible for the page.";
    private const string Kind = "Use 'kind', which decides the design.";
    private const string Address = "The URL of a page is its path; 'redirect_from' lists its former URLs.";
    private const string Order = "Use 'order' for the position in the navigation.";
    private const string Description = "Use 'description' for the sentence in lists and search results.";
    private const string Tags = "Use 'tags' for the subjects of the page.";
    private const string Title = "Use 'title', which is also the name in the navigation.";
    private const string Xref = "Use 'xref' for a permanent name for links.";
    private const string Search = "Use 'search: false' to hide the page from search.";
    private const string Excluded = "Use 'excluded: true' to leave the page out of the site.";
    private const string Aliases = "Use 'redirect_from' for former URLs and 'also_called' for other names.";
    private const string Reviewed = "Use 'reviewed' for the date of the last review.";

    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["date"] = Published,
        ["pubdate"] = Published,
        ["publishdate"] = Published,
        ["lastmod"] = Changed,
        ["lastmodified"] = Changed,
        ["lastupdate"] = Changed,
        ["lastupdated"] = Changed,
        ["modified"] = Changed,
        ["updated"] = Changed,
        ["lastreviewed"] = Reviewed,
        ["reviewdate"] = Reviewed,
        ["author"] = Owner,
        ["authors"] = Owner,
        ["layout"] = Kind,
        ["template"] = Kind,
        ["type"] = Kind,
        ["permalink"] = Address,
        ["slug"] = Address,
        ["url"] = Address,
        ["weight"] = Order,
        ["navorder"] = Order,
        ["sidebarposition"] = Order,
        ["summary"] = Description,
        ["excerpt"] = Description,
        ["subtitle"] = Description,
        ["categories"] = Tags,
        ["category"] = Tags,
        ["keywords"] = Tags,
        ["tag"] = Tags,
        ["linktitle"] = Title,
        ["navtitle"] = Title,
        ["sidebarlabel"] = Title,
        ["sidebartitle"] = Title,
        ["id"] = Xref,
        ["uid"] = Xref,
        ["noindex"] = Search,
        ["searchexclude"] = Search,
        ["hidden"] = Excluded,
        ["unlisted"] = Excluded,
        ["navexclude"] = Excluded,
        ["alias"] = Aliases,
        ["aliases"] = Aliases,
    };

    private static readonly HashSet<string> Own = new(
        Enum.GetValues<PageKind>().SelectMany(k => KindForms.Get(k).Keys).Select(k => Bare(k.Name)),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>True for a key of this tool or of another one.</summary>
    public static bool IsKnown(string name) =>
        Bare(name) is var bare && (Own.Contains(bare) || Others.ContainsKey(bare));

    /// <summary>
    /// A sentence that names the key of this tool to use instead, or null if there is none for this purpose.
    /// </summary>
    public static string? AdviceFor(string name) => Others.GetValueOrDefault(Bare(name));

    private static string Bare(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
