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
        var (earlierWords, laterWords) = (diff.PiecesOld.ToArray(), diff.PiecesNew.ToArray());
        var (changes, at) = (new List<WordChange>(), 0);
        foreach (var block in diff.DiffBlocks)
        {
            Add(WordChangeKind.Stays, laterWords.AsSpan(at, block.InsertStartB - at));
            Add(WordChangeKind.Goes, earlierWords.AsSpan(block.DeleteStartA, block.DeleteCountA));
            Add(WordChangeKind.Comes, laterWords.AsSpan(block.InsertStartB, block.InsertCountB));
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(WordChangeKind.Stays, laterWords.AsSpan(at));
        var stays = changes.Where(c => c.Kind == WordChangeKind.Stays).Sum(c => c.Text.Trim().Length);
        return stays * 2 >= later.Length
            ? changes
            : [new(WordChangeKind.Goes, earlier), new(WordChangeKind.Comes, later)];

        void Add(WordChangeKind kind, ReadOnlySpan<string> pieces)
        {
            if (pieces.Length > 0)
                changes.Add(new(kind, string.Concat(pieces)));
        }
    }
}

public enum WordChangeKind
{
    Stays,
    Goes,
    Comes,
}
