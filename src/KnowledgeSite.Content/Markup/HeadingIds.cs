using System.Globalization;
using System.Text;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Ids for headings as GitHub makes them: lower case, blanks to <c>-</c>, letters, marks, digits, <c>-</c> and <c>_</c>
/// kept, all else dropped; a second heading of one id gets <c>-1</c>, a third <c>-2</c>. Ids that authors wrote come
/// first.
/// </summary>
internal sealed class HeadingIds
{
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>False where the id is taken already.</summary>
    public bool Reserve(string id) => _used.TryAdd(id, 0);

    public string For(string text)
    {
        var slug = Slug(text);
        if (slug.Length == 0)
            slug = "section";
        var id = slug;
        while (_used.ContainsKey(id))
            id = $"{slug}-{(++_used[slug]).ToString(CultureInfo.InvariantCulture)}";
        _used.Add(id, 0);
        return id;
    }

    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in ComposedText.Compose(text).Trim().EnumerateRunes())
        {
            if (rune.Value is ' ')
                slug.Append('-');
            else if (rune.Value is '-' or '_' || IsKept(Rune.GetUnicodeCategory(rune)))
                slug.Append(Rune.ToLowerInvariant(rune));
        }

        return slug.ToString();
    }

    private static bool IsKept(UnicodeCategory category) =>
        category
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber
                or UnicodeCategory.ConnectorPunctuation;
}
