namespace KnowledgeSite.Content.Forms;

/// <summary>
/// The names of keys that front matter may hold: those of this tool, and those of other tools with what there is for
/// them here.
/// </summary>
internal static class FrontMatterNames
{
    private const string Published = "Use 'published' for the day from which the page is on the site.";
    private const string Changed =
        "The day of the last change is taken from git; 'reviewed' is the day of the last review.";
    private const string Owner = "Use 'owner' for who answers for the page.";
    private const string Kind = "Use 'kind', which decides the design.";
    private const string Address = "A page's address is its path; 'redirect_from' lists its former addresses.";
    private const string Order = "Use 'order' for its place among its neighbours.";
    private const string Description = "Use 'description' for the sentence that lists and search results show.";
    private const string Tags = "Use 'tags' for the subjects of the page.";
    private const string Title = "Use 'title', which is the name in the navigation too.";
    private const string Xref = "Use 'xref' for a name that links keep when the page moves.";
    private const string Search = "Use 'search: false' for a page that nobody should find by searching.";
    private const string Excluded = "Use 'excluded: true' to leave the page out of the site.";
    private const string Aliases = "Use 'redirect_from' for former addresses and 'also_called' for other names.";
    private const string Reviewed = "Use 'reviewed' for the day of the last review.";

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

    /// <summary>A key of this tool or of another one.</summary>
    public static bool IsKnown(string name) =>
        Bare(name) is var bare && (Own.Contains(bare) || Others.ContainsKey(bare));

    /// <summary>The sentence that names the key of this tool; null where there is none.</summary>
    public static string? AdviceFor(string name) => Others.GetValueOrDefault(Bare(name));

    private static string Bare(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
