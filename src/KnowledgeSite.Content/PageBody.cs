using System.Globalization;
using System.Text;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// The text of a page. Its Markdown is parsed only once; later, only the slots in its HTML are filled.
/// </summary>
/// <param name="Title">The heading that was moved from the start of the text to the page header, or null.</param>
/// <param name="HoldsTitle">True if the text contains the title as a level 1 heading, so the page header needs
/// none.</param>
/// <param name="Ids">Every id in the text, including the <c>name</c> of <c>a</c> elements, in ordinal order.</param>
/// <param name="MarkdownStart">The offset of the Markdown in the source text.</param>
public sealed record PageBody(
    TitleHeading? Title,
    bool HoldsTitle,
    BodyHtml Html,
    IReadOnlyList<PageLink> Links,
    string[] Ids,
    int MarkdownStart
)
{
    /// <summary>The distinct sources, with the places in them, that the text cites.</summary>
    public IReadOnlyList<PageCitation> Citations { get; init; } = [];

    /// <summary>
    /// The positions of comments in the file, in order. Comments are not published.
    /// </summary>
    public IReadOnlyList<SourceSpan> Comments { get; init; } = [];

    /// <summary>
    /// The labels of equations and the MyST labels in the text, in ordinal order. Some are not ids, but any page can
    /// link to them.
    /// </summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The ids of equations by their labels. Links can use both.</summary>
    internal IReadOnlyDictionary<string, string> EquationIds { get; init; } = new Dictionary<string, string>();

    /// <summary>True if the text includes text of other pages.</summary>
    public bool HasIncludes { get; } = Links.Any(l => l.Form == LinkForm.Include);

    internal bool HasFormulas { get; } =
        (Html.Utf8.AsSpan().IndexOf("<math"u8) >= 0 && Array.Exists(Html.Tags, t => t.Name == "math"))
        || Title?.Html.Contains("<math", StringComparison.Ordinal) == true;

    internal bool HasId(string id) => Array.BinarySearch(Ids, id, StringComparer.Ordinal) >= 0 || Title?.Id == id;

    /// <summary>
    /// The id in the Unicode form that the page uses, or null if the page has no such id.
    /// </summary>
    public string? FindId(string id)
    {
        if (HasId(id))
            return id;
        if (EquationIds.TryGetValue(id, out var equation))
            return equation;
        if (Ascii.IsValid(id))
            return null;
        var composed = ComposedText.Compose(id);
        return HasId(composed) ? composed : DecomposedIds?.GetValueOrDefault(composed);
    }

    /// <summary>
    /// The only id of the page with the same letters and digits, ignoring case, or null if there are none or several.
    /// Tools create ids of headings in different ways: for <c>server.open</c>, some create <c>serveropen</c> and others
    /// <c>server-open</c>.
    /// </summary>
    public string? FindSimilarId(string id) => _similarIds.Value.GetValueOrDefault(LettersOf(id));

    private readonly Lazy<Dictionary<string, string?>> _similarIds = new(() =>
        BySimilarity(Title is null ? Ids : [.. Ids, Title.Id])
    );

    private static Dictionary<string, string?> BySimilarity(IEnumerable<string> ids)
    {
        var similar = new Dictionary<string, string?>(StringComparer.Ordinal) { [""] = null };
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            var letters = LettersOf(id);
            similar[letters] = similar.ContainsKey(letters) ? null : id;
        }

        return similar;
    }

    private static string LettersOf(string id) =>
        string.Concat(ComposedText.Compose(id).Where(IsLetter)).ToUpperInvariant();

    /// <summary>True for letters, digits and combining marks, except the variation selector of emoji.</summary>
    private static bool IsLetter(char character) =>
        char.IsLetterOrDigit(character)
        || (
            char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            && character != '\ufe0f'
        );

    /// <summary>The ids that are not in composed form, by their composed form. Null if there are none.</summary>
    private Dictionary<string, string>? DecomposedIds { get; } = FindDecomposed(Ids);

    private static Dictionary<string, string>? FindDecomposed(string[] ids)
    {
        Dictionary<string, string>? decomposed = null;
        foreach (var id in ids)
        {
            if (Ascii.IsValid(id) || ComposedText.Compose(id) is not { } composed || composed == id)
                continue;
            (decomposed ??= new(StringComparer.Ordinal)).TryAdd(composed, id);
        }

        return decomposed;
    }
}

/// <summary>A heading that was moved from the text to the page header.</summary>
/// <param name="Html">The inline HTML, without links.</param>
public sealed record TitleHeading(string Id, string Html, string Text);

/// <summary>A citation such as <c>[@larson-2021, p. 4]</c>. A page has one for each source and place in it.</summary>
/// <param name="Source">The id of the source, at the position of the first citation.</param>
/// <param name="Place">The place in the source, or null if it is cited as a whole.</param>
public sealed record PageCitation(Located<string> Source, string? Place);
