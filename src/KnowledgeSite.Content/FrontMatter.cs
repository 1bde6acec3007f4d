using System.Text.RegularExpressions;
using KnowledgeSite.Content.Notebooks;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// The front matter of a page. Keys have the names that Statiq uses, and for reviews those of GOV.UK.
/// </summary>
/// <param name="Order">The position in the navigation. Pages without a number come last, by name.</param>
/// <param name="Xref">A permanent name for <c>xref:</c> links, which still work when the page is moved.</param>
/// <param name="RedirectFrom">The former URLs of the page.</param>
/// <param name="Excluded">True if the page is not published: it is excluded or a draft.</param>
/// <param name="Published">The date before which the page is not published, or null.</param>
/// <param name="Search">True if search finds the page.</param>
/// <param name="AlsoCalled">Other words for the subject, by which search finds the page.</param>
/// <param name="Sources">The ids of the sources that the page is based on.</param>
/// <param name="Facts">The keys that only this kind of page has, or null for kinds without such keys.</param>
public sealed partial record FrontMatter(
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
    /// <summary>The maximum number of tags, and of former URLs. Each of them creates a page.</summary>
    private const int MaxEntries = 500;

    /// <summary>The position of the title, for diagnostics.</summary>
    public SourceSpan TitleSpan { get; internal init; }

    /// <summary>The position of the owner, for diagnostics.</summary>
    public SourceSpan OwnerSpan { get; internal init; }

    /// <summary>The position of the review date, for diagnostics.</summary>
    public SourceSpan ReviewedSpan { get; internal init; }

    /// <summary>
    /// The line that leaves the page out, such as <c>draft: true</c>, or null if it is <c>excluded</c>.
    /// </summary>
    public string? DraftLine { get; internal init; }

    /// <summary>The unknown keys with their positions.</summary>
    public IReadOnlyList<Located<string>> UnknownKeys { get; internal init; } = [];

    /// <summary>
    /// The values of the wrong type in an unprepared folder. In a prepared folder, they are reported at once instead.
    /// </summary>
    public IReadOnlyList<RefusedValue> RefusedValues { get; internal init; } = [];

    /// <summary>
    /// The URLs that other tools give to the page, without a <c>/</c> at the end. Links may use them, but they do not
    /// redirect. Empty in a prepared folder.
    /// </summary>
    internal IReadOnlyList<string> OtherAddresses { get; init; } = [];

    /// <summary>The health rules from which the page is exempt.</summary>
    public IReadOnlyList<Exemption> Allows { get; init; } = [];

    /// <summary>The date of the next review, or null if none is set.</summary>
    public DateOnly? ReviewBy => Reviewed is { } reviewed && ReviewIn is { } interval ? interval.After(reviewed) : null;

    internal NotebookOptions Notebook { get; init; } = new();

    internal GlossaryUse Glossary { get; init; } = GlossaryUse.Usual;

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
        ReportCutTexts(file, map, diagnostics);
        var owner = reader.Read(FrontMatterKeys.Owner);
        var aliases = reader
            .Limit(FrontMatterKeys.Aliases, MaxEntries)
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
                .. reader.Limit(FrontMatterKeys.RedirectFrom, MaxEntries),
                .. aliases[true].Select(a => a with { Value = FromRoot(a.Value, file.Path) }),
            ],
            Excluded: reader.Read(FrontMatterKeys.Excluded) is true || draftLine is not null,
            Published: published.Date,
            Search: reader.Read(FrontMatterKeys.Search) ?? true,
            AlsoCalled: [.. reader.Read(FrontMatterKeys.AlsoCalled), .. aliases[false]],
            Tags: reader.Limit(FrontMatterKeys.Tags, MaxEntries),
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
            OtherAddresses = isPrepared ? [] : Content.OtherAddresses.Find(map, file.Path),
            // Jupytext writes these into the text that it keeps beside a notebook.
            UnknownKeys =
            [
                .. reader
                    .FindUnknownKeys()
                    .Where(k => k.Value is not ("jupyter" or "jupytext") && (isPrepared || k.Value != "id")),
            ],
            RefusedValues = refused ?? [],
            Glossary = GlossaryUse.Read(reader),
            Notebook = NotebookOptions.Read(reader),
            Allows = Exemption.ReadForPage(file, reader.Read(FrontMatterKeys.Allow), diagnostics),
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
    /// True for a former URL as in Hugo, and false for a name as in Obsidian. A name such as CI/CD may contain a
    /// <c>/</c>, but not at either end.
    /// </summary>
    private static bool IsAddress(string alias) =>
        alias.EndsWith('/')
        || alias.StartsWith('/')
        || alias.StartsWith("./", StringComparison.Ordinal)
        || alias.StartsWith("../", StringComparison.Ordinal);

    /// <summary>
    /// Resolves an alias as Hugo does: without a <c>/</c> at its start, it is relative to the parent of the page's URL.
    /// </summary>
    /// <summary>Reports a title or a description that YAML ends at ' #'.</summary>
    private static void ReportCutTexts(SourceFile file, YamlMap map, DiagnosticBag diagnostics)
    {
        foreach (var key in new Key[] { FrontMatterKeys.Title, FrontMatterKeys.Description })
        {
            if (
                map.Find(key.Name) is YamlScalar { IsPlain: true } text
                && CutText().Match(file.Text!.Value, text.Span.Start) is { Success: true } cut
            )
                diagnostics.Add(
                    Diagnostic.At(
                        LintRules.TitleReadAsComment,
                        file,
                        new SourceSpan(cut.Groups["end"].Index, cut.Groups["end"].Length),
                        cut.Groups["end"].Value.TrimEnd()
                    )
                );
        }
    }

    [GeneratedRegex(@"\G[^\n#]*[ \t](?<end>#\w[^\n]*)", RegexOptions.CultureInvariant)]
    private static partial Regex CutText();

    private static string FromRoot(string alias, SourcePath page)
    {
        if (alias.StartsWith('/'))
            return alias;
        var above = PagePath.IsFolderPage(page) ? page.Folder.Folder : page.Folder;
        return above.Resolve(alias) is { } path ? $"/{path}/" : alias;
    }

    private static string? NullIfEmpty(Located<string>? text) => text is { Value.Length: > 0 } ? text.Value : null;
}

/// <summary>The <c>glossary</c> key of a page: <c>glossary: false</c>, or <c>glossary: {never: [level]}</c>.</summary>
/// <param name="IsLinked">True if the first use of each term is linked automatically.</param>
/// <param name="Never">Words that the page uses in another sense.</param>
public sealed record GlossaryUse(bool IsLinked, IReadOnlyList<Located<string>> Never)
{
    internal static readonly GlossaryUse Usual = new(true, []);

    internal static GlossaryUse Read(MapReader reader)
    {
        var (truth, choices) = reader.Read(FrontMatterKeys.Glossary);
        return choices is not null
            ? Usual with
            {
                Never = choices.Read(FrontMatterKeys.NeverLinked),
            }
            : Usual with
            {
                IsLinked = truth != false,
            };
    }
}
