using System.Text;
using AngleSharp.Dom;

namespace KnowledgeSite.Word;

/// <summary>
/// Names each of several gaps in a sentence by the words around it, up to the next mark, as the form in the browser
/// does: "Name", "Manager".
/// </summary>
internal static class GapNames
{
    private const int MaxNodes = 1000;
    private const int MaxLength = 200;

    private static readonly char[] Marks = [',', '.', ';', ':', '!', '?', '…'];

    /// <returns>The name; null if the sentence has only this gap, or no words around it.</returns>
    public static string? Find(IElement gap, IElement sentence)
    {
        var before = new StringBuilder();
        var after = new StringBuilder();
        var (isPassed, hasPrevious, hasNext) = (false, false, false);
        foreach (var node in sentence.Descendants().Take(MaxNodes))
        {
            if (node == gap)
                isPassed = true;
            else if (node is IText text)
                (isPassed ? after : before).Append(isPassed ? Start(text.Data) : End(text.Data));
            else if (node is IElement element && element.HasClass("gap"))
            {
                hasNext = isPassed;
                if (isPassed)
                    break;
                hasPrevious = true;
                before.Clear();
            }
        }

        if (!isPassed || !(hasPrevious || hasNext))
            return null;
        var first = Collapse(before);
        if (first.EndsWith(':'))
            first = first[..^1];
        first = first[(first.LastIndexOfAny(Marks) + 1)..].Trim();
        var last = Collapse(after);
        var mark = last.IndexOfAny(Marks);
        // Words between two gaps without a mark belong to the second.
        var isOwn = first.Length == 0 || mark >= 0 || !hasNext;
        last = isOwn ? last[..(mark < 0 ? last.Length : mark)].Trim() : "";
        var name = string.Join(" … ", new[] { first, last }.Where(w => w.Length > 0));
        return name.Length > 0 ? name : null;
    }

    private static ReadOnlySpan<char> Start(string text) => text.AsSpan(0, Math.Min(text.Length, MaxLength));

    private static ReadOnlySpan<char> End(string text) => text.AsSpan(Math.Max(0, text.Length - MaxLength));

    private static string Collapse(StringBuilder text) => XmlText.Collapse(XmlText.Clean(text.ToString())).Trim();
}
