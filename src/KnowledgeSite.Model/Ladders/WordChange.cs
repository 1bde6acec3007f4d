using System.Text.RegularExpressions;
using DiffPlex;

namespace KnowledgeSite.Ladders;

/// <summary>A sequence of words that is kept, removed or added.</summary>
public sealed record WordChange(WordChangeKind Kind, string Text)
{
    /// <summary>
    /// Compares two texts word by word. If less than half of the new text is kept, the whole old text counts as removed
    /// and the whole new text as added.
    /// </summary>
    public static IReadOnlyList<WordChange> Between(string earlier, string later)
    {
        var diff = new Differ().CreateWordDiffs(earlier, later, ignoreWhitespace: false, [' ']);
        var earlierWords = diff.PiecesOld.ToArray();
        var laterWords = diff.PiecesNew.ToArray();
        var changes = new List<WordChange>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(WordChangeKind.Kept, laterWords.AsSpan(at, block.InsertStartB - at));
            Add(WordChangeKind.Removed, earlierWords.AsSpan(block.DeleteStartA, block.DeleteCountA));
            Add(WordChangeKind.Added, laterWords.AsSpan(block.InsertStartB, block.InsertCountB));
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(WordChangeKind.Kept, laterWords.AsSpan(at));
        var kept = changes.Where(c => c.Kind == WordChangeKind.Kept).Sum(c => c.Text.Trim().Length);
        return kept * 2 >= later.Length
            ? changes
            : [new(WordChangeKind.Removed, earlier), new(WordChangeKind.Added, later)];

        void Add(WordChangeKind kind, ReadOnlySpan<string> pieces)
        {
            if (pieces.Length > 0)
                changes.Add(new(kind, string.Concat(pieces)));
        }
    }
}

/// <summary>What happened to a run of words between two wordings.</summary>
public enum WordChangeKind
{
    /// <summary>The words are in both wordings.</summary>
    Kept,

    /// <summary>The words are only in the old wording.</summary>
    Removed,

    /// <summary>The words are only in the new wording.</summary>
    Added,
}

/// <summary>
/// Finds words that may make one wording expect more than another: a number, a period, or a word such as "every". They
/// show reviewers where to look; whether the meaning is the same is for people to decide.
/// </summary>
internal static partial class WordingSigns
{
    /// <summary>
    /// The words that only one of the wordings has, each with a sign: <c>+every</c> is new, <c>−three</c> was removed.
    /// </summary>
    public static IReadOnlyList<string> Between(string? before, string? after)
    {
        if (before is null || after is null)
            return [];
        var then = WordsOf(before);
        var now = WordsOf(after);
        return
        [
            .. then.Except(now, StringComparer.OrdinalIgnoreCase).Select(w => "−" + w),
            .. now.Except(then, StringComparer.OrdinalIgnoreCase).Select(w => "+" + w),
        ];
    }

    private static List<string> WordsOf(string text) =>
        [.. SignificantWord().Matches(text).Select(m => m.Value.ToLowerInvariant()).Distinct()];

    [GeneratedRegex(
        @"\b(?:\d+(?:[.,]\d+)*%?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?"
            + @"|hundreds?|thousands?|millions?|half|twice"
            + @"|days?|weeks?|sprints?|months?|quarters?|years?|all|any|every|each|always|never|no|must|only"
            + @"|alone|whole|without)\b|(?<=\d)\s?%",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex SignificantWord();
}
