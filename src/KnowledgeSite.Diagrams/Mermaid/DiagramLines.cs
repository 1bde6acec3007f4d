using System.Text.RegularExpressions;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Reads the lines of diagrams in which each line is a statement.</summary>
internal static partial class DiagramLines
{
    /// <summary>The lines without comments, blank lines, the title and the description.</summary>
    public static IEnumerable<DiagramLine> Read(MermaidScanner scanner, MermaidDiagram diagram)
    {
        for (scanner.SkipBlank(); !scanner.IsAtEnd; scanner.SkipBlank())
        {
            if (MermaidAccessibility.TryRead(scanner, diagram))
                continue;
            var begin = scanner.Position;
            var line = MermaidText.WithoutComment(scanner.TakeLine());
            if (Title().Match(line) is { Success: true } title)
                diagram.Title ??= title.Groups[1].Length > 0 ? MermaidText.Plain(title.Groups[1].Value) : null;
            else if (line.Length > 0)
                yield return new(line, begin);
        }
    }

    [GeneratedRegex(@"\Atitle(?:\s+(.*))?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Title();
}

/// <param name="Offset">The position of the line in the text of the diagram.</param>
internal readonly record struct DiagramLine(string Text, int Offset)
{
    /// <summary>The beginning of the line for a message.</summary>
    public string Excerpt => Text.Length > 24 ? Text[..24].TrimEnd() + "…" : Text;
}

/// <summary>The hues of parts that follow each other.</summary>
internal static class ToneCycle
{
    private static readonly string[] Tones = ["blue", "orange", "green", "purple", "yellow", "red"];

    public static string At(int index) => $"tone-{Tones[index % Tones.Length]}";
}
