using System.Globalization;
using AngleSharp.Dom;

namespace KnowledgeSite.Word;

/// <summary>The widths of the columns of a table, in twentieths of a point.</summary>
internal static class ColumnWidths
{
    /// <summary>The width of the text, a little less than that of both paper sizes.</summary>
    private const int TextWidth = 9300;

    /// <summary>The average width of a character in bold, and the space beside the text of a cell.</summary>
    private const int CharacterWidth = 125;
    private const int CellPadding = 240;

    /// <summary>The lengths of words and texts that count for the width of a column.</summary>
    private const int MinWord = 4;
    private const int MaxWord = 24;
    private const int MaxWordInGivenWidth = 14;
    private const int MaxLength = 240;

    /// <summary>The class of a column with a width, before its per cent.</summary>
    private const string ClassPrefix = "width-";

    /// <summary>
    /// Gives each column the width of its longest word, and distributes the rest by the widths that the author gave,
    /// or else by the length of the texts. Given widths may break long words below the header.
    /// </summary>
    public static int[] Compute(IElement table, IReadOnlyList<GridRow> rows, int first, int last)
    {
        var given = ReadWidths(table, first, last);
        var lengths = new double[last - first];
        var counts = new int[last - first];
        var words = new double[last - first];
        foreach (var row in rows)
        foreach (var cell in row.Cells)
        {
            if (cell.End - cell.Start != 1 || cell.Start < first || cell.Start >= last || cell.IsMerged)
                continue;
            var column = cell.Start - first;
            var text = cell.Element.TextContent;
            lengths[column] += Math.Min(LengthOf(cell.Element, text), MaxLength);
            counts[column]++;
            var most = given is null || row.IsHeader ? MaxWord : MaxWordInGivenWidth;
            words[column] = Math.Max(words[column], Math.Min(most, LongestWord(text)));
        }

        for (var i = 0; i < words.Length; i++)
            words[i] = Math.Max(words[i], MinWord) * CharacterWidth + CellPadding;
        var shares = given is null
            ? [.. lengths.Select((l, i) => Math.Max(1, l / Math.Max(1, counts[i])))]
            : words.Select((w, i) => Math.Max(0, (given[i] * TextWidth / given.Sum()) - w)).ToArray();
        var rest = Math.Max(0, TextWidth - words.Sum());
        var scale = Math.Min(1, TextWidth / words.Sum());
        var all = Math.Max(1, shares.Sum());
        return [.. words.Select((w, i) => (int)((w * scale) + (rest * shares[i] / all)))];
    }

    /// <summary>
    /// The widths in per cent that the classes of the columns give; null unless all columns have one.
    /// </summary>
    private static double[]? ReadWidths(IElement table, int first, int last)
    {
        var group = table.Children.FirstOrDefault(c => c.LocalName == "colgroup");
        var widths = group is null ? [] : group.Children.Skip(first).Take(last - first).Select(WidthOf).ToArray();
        return widths.Length == last - first && widths.All(w => w > 0) ? widths : null;
    }

    private static double WidthOf(IElement column) =>
        column.ClassName is { } name
        && name.StartsWith(ClassPrefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(ClassPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            ? Math.Min(width, 100)
            : 0;

    /// <summary>The length of the text. A choice counts as its longest option.</summary>
    private static int LengthOf(IElement cell, string text)
    {
        var length = text.Length;
        if (cell.FirstElementChild is null)
            return length;
        foreach (var choice in cell.QuerySelectorAll("span.choice, .scale"))
        {
            var options = choice.QuerySelectorAll(".option, .step").Select(o => o.TextContent.Length);
            length += options.DefaultIfEmpty().Max() - choice.TextContent.Length;
        }

        return Math.Max(0, length);
    }

    private static int LongestWord(string text)
    {
        var longest = 0;
        foreach (var word in text.AsSpan(0, Math.Min(text.Length, 2000)).SplitAny(' ', '\n', '\t'))
            longest = Math.Max(longest, word.End.GetOffset(text.Length) - word.Start.GetOffset(text.Length));
        return longest;
    }
}
