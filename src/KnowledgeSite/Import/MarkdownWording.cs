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
    /// <param name="losesMarks">True if words with marks or links were replaced.</param>
    public static string? Reword(string markdown, string before, string after, out bool losesMarks)
    {
        losesMarks = false;
        var written = Words(markdown);
        var old = Words(before);
        if (written.Length != old.Length)
            return null;
        var changed = new List<string>();
        var at = 0;
        foreach (var change in WordChange.Between(string.Join(' ', old), after))
        {
            var words = Words(change.Text);
            if (change.Kind == WordChangeKind.Added)
            {
                changed.AddRange(words.Select(Escape));
                continue;
            }

            var end = Math.Min(at + words.Length, written.Length);
            if (change.Kind == WordChangeKind.Kept)
                changed.AddRange(written[at..end]);
            else
                losesMarks |= Enumerable.Range(at, end - at).Any(i => written[i] != old[i]);
            at = end;
        }

        return string.Join(' ', changed);
    }

    /// <summary>A text as Markdown without marks.</summary>
    public static string Escape(string text) => Special().Replace(text, @"\$0");

    /// <summary>A text as the Markdown of an item of a list: its start means no block.</summary>
    public static string EscapeItem(string text) => BlockMark().Replace(Escape(text), @"$1\$2");

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"[\\`*_\[\]<>{}|$~^]", RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    [GeneratedRegex("^([0-9]*)([-#+=:!.)])", RegexOptions.CultureInvariant)]
    private static partial Regex BlockMark();
}
