namespace KnowledgeSite.Imaging;

/// <summary>A font at a size in pixels: text widths, line breaks and outlines.</summary>
internal sealed record SizedFont(OutlineFont Font, double Size)
{
    private const string Ellipsis = "…";

    private double Scale => Size / Font.Size;

    public double Width(string text)
    {
        var width = 0;
        for (var i = 0; i < text.Length; i++)
            width += Font.Width(text[i]) + (i > 0 ? Font.Kerning(text[i - 1], text[i]) : 0);
        return width * Scale;
    }

    public IEnumerable<IReadOnlyList<Curve>> Outlines(string text, OutlinePoint at)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0)
                at = at with { X = at.X + Font.Kerning(text[i - 1], text[i]) * Scale };
            var here = at;
            yield return [.. Font.Outline(text[i]).Select(c => c.Placed(Scale, here))];
            at = at with { X = at.X + Font.Width(text[i]) * Scale };
        }
    }

    /// <summary>
    /// The text if it fits; otherwise shortened with an ellipsis, after a word unless that would lose more than half.
    /// </summary>
    public string Cut(string text, double width)
    {
        if (Fitting(text, width) == text.Length)
            return text;
        var end = Fitting(text, width - Width(Ellipsis));
        if (text[end] != ' ' && text.LastIndexOf(' ', end) is var space && space > end / 2)
            end = space;
        return text[..end].TrimEnd(' ', '.', ',', ':', ';', '–', '-') + Ellipsis;
    }

    /// <summary>
    /// Wraps a text into lines of about equal length. Only a word that is longer than a line is split.
    /// </summary>
    public IReadOnlyList<string> Wrap(string text, double width)
    {
        var lines = Broken(text, width);
        var (narrow, wide) = (width / 2, width);
        for (var i = 0; i < 7 && lines.Count > 1; i++)
        {
            var middle = (narrow + wide) / 2;
            var tried = Broken(text, middle);
            if (tried.Count > lines.Count || text.Split(' ').Any(w => Width(w) > middle))
                narrow = middle;
            else
                (wide, lines) = (middle, tried);
        }

        return lines;
    }

    /// <summary>Wraps a text into lines that are as long as possible.</summary>
    public List<string> Broken(string text, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Width(longer) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
                lines.Add(line);
            line = word;
            for (var end = Fitting(line, width); end < line.Length; end = Fitting(line, width))
            {
                lines.Add(line[..Math.Max(1, end)]);
                line = line[Math.Max(1, end)..];
            }
        }

        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    /// <summary>The number of characters that fit.</summary>
    private int Fitting(string text, double width)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            sum += Font.Width(text[i]) + (i > 0 ? Font.Kerning(text[i - 1], text[i]) : 0);
            if (sum * Scale > width)
                return i;
        }

        return text.Length;
    }
}
