namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Reads <c>accTitle</c> and <c>accDescr</c>, which all diagrams have.</summary>
internal static class MermaidAccessibility
{
    public static bool TryRead(MermaidScanner scanner, MermaidDiagram diagram)
    {
        var isTitle = scanner.StartsWith("accTitle");
        if (!isTitle && !scanner.StartsWith("accDescr"))
            return false;
        var begin = scanner.Position;
        scanner.Position += 8;
        scanner.SkipSpaces();
        string text;
        if (scanner.TryTake(":"))
        {
            text = scanner.TakeLine();
        }
        else if (!isTitle && scanner.TryTake("{"))
        {
            var end = scanner.Text.IndexOf('}', scanner.Position);
            if (end < 0)
                scanner.Fail(begin, 8, "The description is not closed.", "Close it with '}'.");
            text = scanner.Text[scanner.Position..end];
            scanner.Position = end + 1;
        }
        else
        {
            scanner.Position = begin;
            return false;
        }

        if (isTitle)
            diagram.Title ??= MermaidText.Plain(text);
        else
            diagram.Description = MermaidText.Plain(text);
        return true;
    }
}
