using KnowledgeSite.Content.Notebooks;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>The keys that the front matter of every page can have.</summary>
internal static class FrontMatterKeys
{
    public static readonly Key<Located<string>?> Title = Key.Text(
        "title",
        "The title of the page, shown above its text and in the navigation. Default: the first heading, or the "
            + "file name."
    );
    public static readonly Key<Located<string>?> Description = Key.Text(
        "description",
        "One sentence that says what readers find on the page. It is shown in lists and search results."
    );
    public static readonly Key<PageKind?> Kind = Key.Choice<PageKind>(
        "kind",
        "The kind of page. It decides the design and which other keys the page can have."
    ) with
    {
        Type = new YamlType.Choice(
            [.. MapReader.NamesOf<PageKind>()],
            [.. Enum.GetValues<PageKind>().Select(PageKindDescriptions.Get)]
        ),
    };
    public static readonly Key<IReadOnlyList<Located<string>>> Tags = Key.Texts(
        "tags",
        "Subjects of the page, from the list in site.yaml. Each tag has a page that links to this one.",
        YamlType.Text.From(SiteList.Tags)
    );
    public static readonly Key<int?> Order = Key.Integer(
        "order",
        "The position in the navigation. Lower numbers come first, then pages without a number, by name."
    );
    public static readonly Key<Located<string>?> Owner = Key.Text(
        "owner",
        "The person or team who is responsible for the page and reviews changes.",
        YamlType.Text.From(SiteList.Owners)
    );
    public static readonly Key<DateOnly?> Reviewed = Key.Date(
        "reviewed",
        "The date on which the whole page was last read and confirmed, such as 2026-11-20."
    );
    public static readonly Key<ReviewInterval?> ReviewIn = Key.Interval(
        "review_in",
        "The time until the next review is due, such as '6 months'."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Sources = Key.Texts(
        "sources",
        "The sources that the page is based on: ids from sources.yaml.",
        YamlType.Text.From(SiteList.Sources)
    );
    public static readonly Key<IReadOnlyList<Located<string>>> AlsoCalled = Key.Texts(
        "also_called",
        "Other words that readers use for the subject. Searching for them finds the page."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Aliases = Key.Texts(
        "aliases",
        "Other names of the page for wikilinks and search, as in Obsidian; or former URLs such as /old/place/, as "
            + "in Hugo."
    );
    public static readonly Key<Located<string>?> Xref = Key.Text(
        "xref",
        "A permanent name for links (xref:name), which still work when the page is moved."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> RedirectFrom = Key.Texts(
        "redirect_from",
        "Former URLs of the page, such as /old/place/. They redirect to the page."
    );
    public static readonly Key<(DateOnly? Date, bool IsFalse)> Published = Key.DateOrFalse(
        "published",
        "The date on which the page is published. False for a draft."
    );
    public static readonly Key<bool?> Draft = Key.Boolean("draft", "True for a page that is not published yet.");
    public static readonly Key<bool?> Publish = Key.Boolean(
        "publish",
        "False for a page that is not published, as in Obsidian."
    );
    public static readonly Key<bool?> Excluded = Key.Boolean(
        "excluded",
        "True for a file that is not a page of the site."
    );
    public static readonly Key<bool?> Search = Key.Boolean("search", "False to hide the page from search.");

    /// <summary>The only key under <c>glossary:</c>.</summary>
    public static readonly Key<IReadOnlyList<Located<string>>> NeverLinked = Key.Texts(
        "never",
        "Terms that this page uses in another sense and does not link."
    );
    public static readonly YamlForm GlossaryForm = new("Links from a page to the glossary", NeverLinked);
    public static readonly Key<(bool? Truth, MapReader? Map)> Glossary = Key.BooleanOrMap(
        "glossary",
        "False to link no words of the page to the glossary; or a list of words that are not linked.",
        GlossaryForm
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Allow = Key.Texts(
        "allow",
        "A rule about the health of the content (KS751 to KS762, KS764) that does not apply to this page, and the "
            + "reason: 'KS751 Reached from the intranet'.",
        YamlType.AnyText with
        {
            Pattern = @"^KS\d{3}:?\s+\S",
        }
    );

    /// <summary>
    /// The keys that come before those of the page's kind, in the usual order: what the page is, who owns it, and what
    /// it is based on.
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

    /// <summary>The keys that come after those of the page's kind. Few pages use them.</summary>
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
        NotebookOptions.Key,
        Allow,
    ];
}
