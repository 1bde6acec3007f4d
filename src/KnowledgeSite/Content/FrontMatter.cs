using KnowledgeSite.Content.Forms;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// What an author says of a page in the YAML at its head. Keys are Statiq's where Statiq has one, GOV.UK's for reviews.
/// </summary>
/// <param name="Order">Its place among its neighbours; those without one come after, by name.</param>
/// <param name="Xref">A name for <c>xref:</c> links that stays when the page moves.</param>
/// <param name="RedirectFrom">Addresses the page once had.</param>
/// <param name="Excluded">Not a page of the site: excluded, or a draft.</param>
/// <param name="Published">Not a page of the site before this day.</param>
/// <param name="Search">Readers find it by searching.</param>
/// <param name="AlsoCalled">Words that readers use for what the page is about; searching for them finds it.</param>
/// <param name="Sources">Ids of what the page is written from.</param>
/// <param name="Facts">What only pages of this kind say; null for kinds that say nothing more.</param>
public sealed record FrontMatter(
    string? Title,
    string? Description,
    PageKind Kind,
    int? Order,
    Located<string>? Xref,
    IReadOnlyList<Located<string>> RedirectFrom,
    bool Excluded,
    DateOnly? Published,
    bool Search,
    IReadOnlyList<Located<string>> AlsoCalled,
    IReadOnlyList<Located<string>> Tags,
    string? Owner,
    DateOnly? Reviewed,
    ReviewInterval? ReviewIn,
    IReadOnlyList<Located<string>> Sources,
    KindFacts? Facts
)
{
    /// <summary>Tags of a page, and former addresses. Each makes a page of the site.</summary>
    private const int MostEntries = 500;

    /// <summary>Where the title is written; for findings.</summary>
    public SourceSpan TitleSpan { get; private init; }

    /// <summary>Where the owner is written; for findings.</summary>
    public SourceSpan OwnerSpan { get; private init; }

    /// <summary>Where the day of the review is written; for findings.</summary>
    public SourceSpan ReviewedSpan { get; private init; }

    /// <summary>
    /// The line by which the author left the page out, such as <c>draft: true</c>; null where <c>excluded</c> says so.
    /// </summary>
    public string? DraftLine { get; private init; }

    /// <summary>Keys that have no meaning here, at their places.</summary>
    public IReadOnlyList<Located<string>> UnknownKeys { get; private init; } = [];

    /// <summary>
    /// Values that this tool cannot read, in a folder that nobody prepared. In a site they are reported where they are
    /// read.
    /// </summary>
    public IReadOnlyList<RefusedValue> RefusedValues { get; private init; } = [];

    /// <summary>Rules about the health of the knowledge that are suspended for the page.</summary>
    public IReadOnlyList<Exemption> Allows { get; init; } = [];

    /// <summary>Up to when the page may be relied on; null where nobody said.</summary>
    public DateOnly? ReviewBy => Reviewed is { } reviewed && ReviewIn is { } interval ? interval.After(reviewed) : null;

    public GlossaryUse Glossary { get; init; } = GlossaryUse.Usual;

    /// <param name="isPrepared">False in a folder without <c>site.yaml</c>, where values may be meant for another
    /// tool.</param>
    public static FrontMatter Read(SourceFile file, YamlMap map, bool isPrepared, DiagnosticBag diagnostics)
    {
        List<RefusedValue>? refused = isPrepared ? null : [];
        var unsorted = new MapReader(file, map, KindForms.Get(PageKind.Page), diagnostics, refused);
        var kind = unsorted.Read(FrontMatterKeys.Kind) ?? PageKind.Page;
        var reader = unsorted.As(KindForms.Get(kind));
        var published = reader.Read(FrontMatterKeys.Published);
        var draftLine = DraftLineOf(reader, published.IsFalse);
        var owner = reader.Read(FrontMatterKeys.Owner);
        var aliases = reader
            .Limit(FrontMatterKeys.Aliases, MostEntries)
            .Where(a => a.Value.Length > 0)
            .ToLookup(a => IsAddress(a.Value));
        return new(
            Title: NullIfEmpty(reader.Read(FrontMatterKeys.Title)),
            Description: NullIfEmpty(reader.Read(FrontMatterKeys.Description)),
            Kind: kind,
            Order: reader.Read(FrontMatterKeys.Order),
            Xref: reader.Read(FrontMatterKeys.Xref),
            RedirectFrom:
            [
                .. reader.Limit(FrontMatterKeys.RedirectFrom, MostEntries),
                .. aliases[true].Select(a => a with { Value = FromRoot(a.Value, file.Path) }),
            ],
            Excluded: reader.Read(FrontMatterKeys.Excluded) is true || draftLine is not null,
            Published: published.Date,
            Search: reader.Read(FrontMatterKeys.Search) ?? true,
            AlsoCalled: [.. reader.Read(FrontMatterKeys.AlsoCalled), .. aliases[false]],
            Tags: reader.Limit(FrontMatterKeys.Tags, MostEntries),
            Owner: NullIfEmpty(owner),
            Reviewed: reader.Read(FrontMatterKeys.Reviewed),
            ReviewIn: reader.Read(FrontMatterKeys.ReviewIn),
            Sources: reader.Read(FrontMatterKeys.Sources),
            Facts: KindFacts.Read(kind, reader)
        )
        {
            TitleSpan = reader.SpanOf(FrontMatterKeys.Title),
            OwnerSpan = owner?.Span ?? default,
            ReviewedSpan = reader.SpanOf(FrontMatterKeys.Reviewed),
            DraftLine = draftLine,
            UnknownKeys = reader.Others(),
            RefusedValues = refused ?? [],
            Glossary = GlossaryUse.Read(reader),
            Allows = Exemption.OfPage(file, reader.Read(FrontMatterKeys.Allow), diagnostics),
        };
    }

    private static string? DraftLineOf(MapReader reader, bool isUnpublished)
    {
        if (reader.Read(FrontMatterKeys.Draft) is true)
            return "draft: true";
        if (reader.Read(FrontMatterKeys.Publish) is false)
            return "publish: false";
        return isUnpublished ? "published: false" : null;
    }

    /// <summary>
    /// Hugo's aliases are old addresses, Obsidian's are names. A name may hold a <c>/</c>, as CI/CD does, but not at
    /// either end.
    /// </summary>
    private static bool IsAddress(string alias) =>
        alias.EndsWith('/')
        || alias.StartsWith('/')
        || alias.StartsWith("./", StringComparison.Ordinal)
        || alias.StartsWith("../", StringComparison.Ordinal);

    /// <summary>
    /// Hugo counts an alias without a <c>/</c> at its start from what is above the page's own address.
    /// </summary>
    private static string FromRoot(string alias, SourcePath page)
    {
        if (alias.StartsWith('/'))
            return alias;
        var above = PageParser.IsFolderPage(page) ? page.Folder.Folder : page.Folder;
        return above.Resolve(alias) is { } path ? $"/{path}/" : alias;
    }

    private static string? NullIfEmpty(Located<string>? text) => text is { Value.Length: > 0 } ? text.Value : null;
}
