namespace KnowledgeSite.Content.Forms;

/// <summary>Front matter of any page.</summary>
internal static class FrontMatterKeys
{
    public static readonly Key<Located<string>?> Title = Key.Text(
        "title",
        "The name of the page, in the navigation and above its text. Left out, it is the first heading, else "
            + "the file's name."
    );
    public static readonly Key<Located<string>?> Description = Key.Text(
        "description",
        "One sentence that says what a reader finds here. It stands in lists and in search results."
    );
    public static readonly Key<PageKind?> Kind = Key.Choice<PageKind>(
        "kind",
        "What the page is about. It decides the design, and which other keys there are."
    ) with
    {
        Type = new YamlType.Choice(
            [.. MapReader.NamesOf<PageKind>()],
            [.. Enum.GetValues<PageKind>().Select(PageKindDescriptions.Get)]
        ),
    };
    public static readonly Key<IReadOnlyList<Located<string>>> Tags = Key.Texts(
        "tags",
        "Subjects of the page, from the list in site.yaml. Each tag has a page that leads here.",
        YamlType.Text.From(SiteList.Tags)
    );
    public static readonly Key<int?> Order = Key.Integer(
        "order",
        "Its place among its neighbours, the lowest first. Pages without one come after, by name."
    );
    public static readonly Key<Located<string>?> Owner = Key.Text(
        "owner",
        "Who answers for the page and is asked about changes.",
        YamlType.Text.From(SiteList.Owners)
    );
    public static readonly Key<DateOnly?> Reviewed = Key.Date(
        "reviewed",
        "The day on which somebody last read all of it and found it right, such as 2026-11-20."
    );
    public static readonly Key<ReviewInterval?> ReviewIn = Key.Interval(
        "review_in",
        "How long after that it is to be read again, such as '6 months'."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Sources = Key.Texts(
        "sources",
        "Ids in sources.yaml of what the page is written from.",
        YamlType.Text.From(SiteList.Sources)
    );
    public static readonly Key<IReadOnlyList<Located<string>>> AlsoCalled = Key.Texts(
        "also_called",
        "Words that readers use for the subject where the page uses others. Searching for them finds it."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Aliases = Key.Texts(
        "aliases",
        "Other names of the page, which wikilinks and searches find, as in Obsidian; or old addresses such "
            + "as /old/place/, as in Hugo."
    );
    public static readonly Key<Located<string>?> Xref = Key.Text(
        "xref",
        "A name for links (xref:name) that stays when the page moves."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> RedirectFrom = Key.Texts(
        "redirect_from",
        "Addresses the page once had, such as /old/place/. They lead here."
    );
    public static readonly Key<(DateOnly? Date, bool IsFalse)> Published = Key.DateOrFalse(
        "published",
        "Before this day the page is not on the site. False for a draft."
    );
    public static readonly Key<bool?> Draft = Key.Boolean("draft", "True for a page that is not on the site yet.");
    public static readonly Key<bool?> Publish = Key.Boolean(
        "publish",
        "False for a page that is not on the site, as in Obsidian."
    );
    public static readonly Key<bool?> Excluded = Key.Boolean(
        "excluded",
        "True for a file that is no page of the site."
    );
    public static readonly Key<bool?> Search = Key.Boolean(
        "search",
        "False for a page that nobody should find by searching."
    );
    public static readonly Key<(bool? Truth, MapReader? Map)> Glossary = Key.BooleanOrMap(
        "glossary",
        "False where no word of the page is linked to the glossary; or the words that are not.",
        GlossaryKeys.Form
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Allow = Key.Texts(
        "allow",
        "A rule about the health of the knowledge (KS751 to KS762, KS764) that does not hold here, and the "
            + "reason: 'KS751 Reached from the intranet'.",
        YamlType.AnyText with
        {
            Pattern = @"^KS\d{3}:?\s+\S",
        }
    );

    /// <summary>
    /// In the order of a page's head: what it is, who answers for it, where it comes from, how it is found; last what
    /// few pages say.
    /// </summary>
    public static readonly IReadOnlyList<Key> First =
    [
        Title,
        Description,
        Kind,
        Tags,
        Order,
        Owner,
        Reviewed,
        ReviewIn,
        Sources,
    ];

    public static readonly IReadOnlyList<Key> Last =
    [
        AlsoCalled,
        Aliases,
        Xref,
        RedirectFrom,
        Published,
        Draft,
        Publish,
        Excluded,
        Search,
        Glossary,
        Allow,
    ];
}
