using KnowledgeSite.Files;

namespace KnowledgeSite.Diagnostics;

/// <summary>
/// What a finding shows of its line: all of a short one, of a longer one what stands around the place. Findings keep no
/// whole lines, since ten thousand of them may stand in one line without an end.
/// </summary>
/// <param name="Text">With <c>…</c> where the line goes on.</param>
/// <param name="Offset">Where in it the place begins.</param>
public sealed record SourceExcerpt(string Text, int Offset)
{
    private const int Widest = 120;
    private const int MostBefore = 40;
    private const string Cut = "…";

    /// <param name="place">An offset in the text, on that line.</param>
    internal static SourceExcerpt Create(string text, SourceSpan line, int place)
    {
        var start = line.Length <= Widest ? line.Start : Math.Max(line.Start, place - MostBefore);
        var end = Math.Min(line.End, start + Widest);
        if (SplitsCharacter(text, start))
            start++;
        if (SplitsCharacter(text, end))
            end--;
        var before = start > line.Start ? Cut : "";
        return new($"{before}{text.AsSpan(start..end)}{(end < line.End ? Cut : "")}", before.Length + place - start);
    }

    private static bool SplitsCharacter(string text, int at) =>
        at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}
