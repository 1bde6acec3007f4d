using System.Text.RegularExpressions;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Import;

/// <summary>Writes a new wording of a statement as Markdown.</summary>
internal static partial class MarkdownWording
{
    /// <summary>
    /// Replaces the words that differ, and keeps the marks and links of the others. Null if the words of the Markdown
    /// are not those of the text, for instance because a link has spaces in its URL.
    /// </summary>
    /// <param name="before">The present text without marks.</param>
    /// <param name="losesMarks">True if words with marks, links or formulas were replaced.</param>
    public static string? Reword(string markdown, string before, string after, out bool losesMarks)
    {
        losesMarks = false;
        var written = Words(markdown);
        var old = Words(before);
        if (written.Length != old.Length)
            return null;
        var changed = new List<string>();
        var at = 0;
        var startsNew = false;
        foreach (var change in WordChange.Between(string.Join(' ', old), after))
        {
            var words = Words(change.Text);
            if (change.Kind == WordChangeKind.Added)
            {
                startsNew |= changed.Count == 0;
                changed.AddRange(words.Select(Escape));
                continue;
            }

            var end = Math.Min(at + words.Length, written.Length);
            if (change.Kind == WordChangeKind.Kept)
                changed.AddRange(written[at..end]);
            else
                losesMarks |= Enumerable.Range(at, end - at).Any(i => written[i] != old[i] || written[i].Contains('$'));
            at = end;
        }

        var reworded = string.Join(' ', changed);
        return startsNew ? BlockMark().Replace(reworded, @"$1\$2") : reworded;
    }

    /// <summary>A text as Markdown without marks.</summary>
    public static string Escape(string text) => Special().Replace(text, @"\$0");

    /// <summary>A text as Markdown without marks whose start means no block.</summary>
    public static string EscapeBlock(string text) => BlockMark().Replace(Escape(text), @"$1\$2");

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Marks within a line, double signs such as <c>==</c>, and entities such as <c>&amp;lt;</c>.</summary>
    [GeneratedRegex(@"[\\`*_\[\]<>{}|$~^]|==|\+\+|&(?=#?[A-Za-z0-9]+;)", RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    [GeneratedRegex("^([0-9]*)([-#+=:!.)])", RegexOptions.CultureInvariant)]
    private static partial Regex BlockMark();
}
