using KnowledgeSite.Files;

namespace KnowledgeSite.Diagnostics;

/// <summary>
/// The text that is shown with a diagnostic: a short line as a whole, or the part of a long line around the position.
/// The length is limited because ten thousand diagnostics can be in one very long line.
/// </summary>
/// <param name="Text">The text, with <c>…</c> where the line was cut.</param>
/// <param name="Offset">The offset of the position in <paramref name="Text"/>.</param>
public sealed record SourceExcerpt(string Text, int Offset)
{
    private const int MaxLength = 120;
    private const int MaxBefore = 40;
    private const string Ellipsis = "…";

    /// <param name="position">An offset in the text, on that line.</param>
    internal static SourceExcerpt Create(string text, SourceSpan line, int position)
    {
        var start = line.Length <= MaxLength ? line.Start : Math.Max(line.Start, position - MaxBefore);
        var end = Math.Min(line.End, start + MaxLength);
        if (SplitsCharacter(text, start))
            start++;
        if (SplitsCharacter(text, end))
            end--;
        var before = start > line.Start ? Ellipsis : "";
        var after = end < line.End ? Ellipsis : "";
        return new($"{before}{text.AsSpan(start..end)}{after}", before.Length + position - start);
    }

    private static bool SplitsCharacter(string text, int at) =>
        at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}
