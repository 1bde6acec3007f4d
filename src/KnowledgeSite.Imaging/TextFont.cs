using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using SkiaSharp;

namespace KnowledgeSite.Imaging;

/// <summary>A font of the cards, and the fonts of the system for the characters that it lacks.</summary>
internal sealed class FontStack(FontFace own, SystemFonts others)
{
    private readonly ConcurrentDictionary<string, bool> _own = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, float> _widths = new(StringComparer.Ordinal);

    /// <summary>True if the font itself has all characters of a cluster.</summary>
    public bool HasOwn(string cluster) => _own.GetOrAdd(cluster, static (c, font) => font.Has(c), own);

    /// <summary>The font that has all characters of a cluster; null if there is none.</summary>
    public FontFace? Find(string cluster) => HasOwn(cluster) ? own : others.Find(cluster);

    /// <summary>The width of a word, relative to the size of the text.</summary>
    public float Width(string word) =>
        _widths.GetOrAdd(word, static (w, fonts) => fonts.Shape(w, false).Sum(r => r.Width), this);

    /// <summary>Shapes one line of text.</summary>
    /// <param name="isRightToLeft">The direction of the paragraph, which decides where characters without a direction
    /// of their own stand.</param>
    /// <returns>Runs in the order in which they stand, from left to right.</returns>
    public IReadOnlyList<GlyphRun> Shape(string line, bool isRightToLeft)
    {
        // A simple form of the Unicode bidirectional algorithm (UAX 9), without explicit embeddings.
        var clusters = TextFont.Clusters(line).ToList();
        var directions = Directions(clusters, isRightToLeft);
        var stretches = new List<List<GlyphRun>>();
        for (var (start, end) = (0, 0); start < clusters.Count; start = end)
        {
            var stretch = new List<GlyphRun>();
            var direction = directions[start];
            while (end < clusters.Count && directions[end] == direction)
                stretch.Add(NextRun(clusters, directions, ref end));
            if (direction)
                stretch.Reverse();
            stretches.Add(stretch);
        }

        if (isRightToLeft)
            stretches.Reverse();
        return [.. stretches.SelectMany(s => s)];
    }

    /// <summary>Shapes the clusters from <paramref name="at"/> that have the same font and direction.</summary>
    private GlyphRun NextRun(List<string> clusters, bool[] directions, ref int at)
    {
        var direction = directions[at];
        var face = Find(clusters[at]) ?? own;
        var text = new StringBuilder(clusters[at]);
        for (at++; at < clusters.Count && directions[at] == direction; at++)
        {
            if (clusters[at] != " " && (Find(clusters[at]) ?? own) != face)
                break;
            text.Append(clusters[at]);
        }

        return face.Shape(text.ToString(), direction);
    }

    /// <summary>
    /// For each cluster, whether it is written from right to left. Spaces and punctuation between two clusters of one
    /// direction have that direction, all others that of the paragraph.
    /// </summary>
    private static bool[] Directions(List<string> clusters, bool isRightToLeft)
    {
        var own = clusters.ConvertAll(TextFont.Direction);
        var directions = new bool[clusters.Count];
        var before = isRightToLeft;
        for (var i = 0; i < own.Count; i++)
        {
            if (own[i] is { } direction)
                before = direction;
            var after = own[i] ?? own.Skip(i).FirstOrDefault(d => d is not null) ?? isRightToLeft;
            directions[i] = before == after ? before : isRightToLeft;
        }

        return directions;
    }
}

/// <summary>A font at a size in pixels: text widths, line breaks and drawing.</summary>
internal sealed record TextFont(FontStack Fonts, float Size)
{
    private const string Ellipsis = "…";

    /// <summary>The characters that readers see as one: a letter with its marks (UAX 29).</summary>
    public static IEnumerable<string> Clusters(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            yield return text.Substring(at, length);
            at += length;
        }
    }

    /// <summary>True if the first letter is of a script that is written from right to left.</summary>
    public static bool IsRightToLeft(string text) =>
        Clusters(text).Select(Direction).FirstOrDefault(d => d is not null) ?? false;

    /// <summary>
    /// True if a cluster is written from right to left, false if from left to right, null if it has no direction.
    /// </summary>
    public static bool? Direction(string cluster)
    {
        var first = Rune.GetRuneAt(cluster, 0);
        if (!Rune.IsLetterOrDigit(first))
            return null;
        return !Rune.IsDigit(first)
            && first.Value
                is (>= 0x590 and <= 0x8FF)
                    or (>= 0xFB1D and <= 0xFDFF)
                    or (>= 0xFE70 and <= 0xFEFF)
                    or (>= 0x10800 and <= 0x10FFF)
                    or (>= 0x1E800 and <= 0x1EFFF);
    }

    public float Width(string text)
    {
        var width = 0f;
        foreach (var (piece, isAfterSpace) in Pieces(text))
            width += Fonts.Width(piece) + (isAfterSpace ? Fonts.Width(" ") : 0);
        return width * Size;
    }

    /// <param name="start">Where the line starts: its left edge, or its right edge if it is written from right to
    /// left.</param>
    /// <param name="colour">The colour as 0xRRGGBB.</param>
    public void Draw(PngImage image, string line, float start, float baseline, int colour, bool isRightToLeft = false)
    {
        using var paint = image.Paint(colour);
        var runs = Fonts.Shape(line, isRightToLeft);
        var left = isRightToLeft ? start - runs.Sum(r => r.Width) * Size : start;
        foreach (var run in runs)
        {
            using var font = new SKFont(run.Typeface, Size)
            {
                Hinting = SKFontHinting.None,
                Subpixel = true,
                BaselineSnap = false,
            };
            using var builder = new SKTextBlobBuilder();
            builder.AddPositionedRun(
                run.Glyphs,
                font,
                Array.ConvertAll(run.Positions, p => new SKPoint(p.X * Size, p.Y * Size))
            );
            using var blob = builder.Build();
            if (blob is not null)
                image.Canvas.DrawText(blob, left, baseline, paint);
            left += run.Width * Size;
        }
    }

    /// <summary>
    /// The text if it fits; otherwise shortened with an ellipsis, after a word unless that would lose more than half.
    /// </summary>
    public string Cut(string text, float width)
    {
        if (Width(text) <= width)
            return text;
        var end = FittingLength(text, width - Width(Ellipsis));
        if (end < text.Length && text[end] != ' ' && text.LastIndexOf(' ', end) is var space && space > end / 2)
            end = space;
        return text[..end].TrimEnd(' ', '.', ',', ':', ';', '–', '-') + Ellipsis;
    }

    /// <summary>Keeps at most the given number of lines, and shortens the last one.</summary>
    public IReadOnlyList<string> Cut(string text, float width, int mostLines)
    {
        var lines = Break(text, width);
        return [.. lines.Take(mostLines - 1), Cut(string.Join(' ', lines.Skip(mostLines - 1)), width)];
    }

    /// <summary>
    /// Wraps a text into lines of about equal length. Only a word that is longer than a line is split.
    /// </summary>
    public IReadOnlyList<string> Wrap(string text, float width)
    {
        var lines = Break(text, width);
        var longest = Pieces(text).Max(p => Fonts.Width(p.Text)) * Size;
        var narrow = width / 2;
        var wide = width;
        for (var i = 0; i < 7 && lines.Count > 1; i++)
        {
            var middle = (narrow + wide) / 2;
            var tried = Break(text, middle);
            if (tried.Count > lines.Count || longest > middle)
                narrow = middle;
            else
            {
                wide = middle;
                lines = tried;
            }
        }

        return lines;
    }

    /// <summary>Wraps a text into lines that are as long as possible.</summary>
    private List<string> Break(string text, float width)
    {
        var lines = new List<string>();
        var line = "";
        var used = 0f;
        foreach (var (piece, isAfterSpace) in Pieces(text))
        {
            var space = isAfterSpace && line.Length > 0 ? " " : "";
            var more = (Fonts.Width(piece) + (space.Length > 0 ? Fonts.Width(" ") : 0)) * Size;
            if (used + more <= width)
            {
                line += space + piece;
                used += more;
                continue;
            }

            if (line.Length > 0)
                lines.Add(line);
            line = piece;
            while (FittingLength(line, width) is var end && end < line.Length)
            {
                lines.Add(line[..end]);
                line = line[end..];
            }

            used = Width(line);
        }

        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    /// <summary>The length of the longest beginning that fits, in whole clusters and at least one.</summary>
    private int FittingLength(string text, float width)
    {
        var length = 0;
        var used = 0f;
        foreach (var cluster in Clusters(text))
        {
            used += Fonts.Width(cluster) * Size;
            if (used > width && length > 0)
                return length;
            length += cluster.Length;
        }

        return length;
    }

    /// <summary>
    /// The parts of a text between which a line may end: words, and characters of Chinese and Japanese with the
    /// punctuation that follows them.
    /// </summary>
    private static IEnumerable<(string Text, bool IsAfterSpace)> Pieces(string text)
    {
        var piece = new StringBuilder();
        var isAfterSpace = false;
        var breaksBefore = false;
        foreach (var cluster in Clusters(text))
        {
            var isIdeograph =
                Rune.GetRuneAt(cluster, 0).Value
                is (>= 0x2E80 and <= 0x9FFF)
                    or (>= 0xF900 and <= 0xFAFF)
                    or (>= 0x20000 and <= 0x3FFFF);
            if (
                piece.Length > 0
                && (
                    cluster == " "
                    || isIdeograph && char.IsLetter(cluster, 0)
                    || breaksBefore && char.IsLetterOrDigit(cluster, 0)
                )
            )
            {
                yield return (piece.ToString(), isAfterSpace);
                piece.Clear();
                isAfterSpace = false;
            }

            breaksBefore = isIdeograph;
            if (cluster == " ")
                isAfterSpace = true;
            else
                piece.Append(cluster);
        }

        if (piece.Length > 0)
            yield return (piece.ToString(), isAfterSpace);
    }
}
