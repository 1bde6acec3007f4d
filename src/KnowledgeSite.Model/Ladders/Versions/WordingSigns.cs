using System.Text.RegularExpressions;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Signs that other words may mean more than other words: a number, a stretch of time, or a word that leaves no way
/// out, which one of two wordings has and the other has not. They show where to look; what a sentence means is for
/// people to say.
/// </summary>
internal static partial class WordingSigns
{
    /// <summary>
    /// Each word with a sign before it: <c>+every</c>, <c>−three</c>; none where nothing of the kind differs.
    /// </summary>
    public static IReadOnlyList<string> Between(string? before, string? after)
    {
        if (before is null || after is null)
            return [];
        var (then, now) = (WordsOf(before), WordsOf(after));
        return
        [
            .. then.Except(now, StringComparer.OrdinalIgnoreCase).Select(w => "−" + w),
            .. now.Except(then, StringComparer.OrdinalIgnoreCase).Select(w => "+" + w),
        ];
    }

    private static List<string> WordsOf(string text) =>
        [.. Heavy().Matches(text).Select(m => m.Value.ToLowerInvariant()).Distinct()];

    [GeneratedRegex(
        @"\b(?:\d+(?:[.,]\d+)*%?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?"
            + @"|hundreds?|thousands?|millions?|half|twice"
            + @"|days?|weeks?|sprints?|months?|quarters?|years?|all|any|every|each|always|never|no|must|only"
            + @"|alone|whole|without)\b|(?<=\d)\s?%",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Heavy();
}
