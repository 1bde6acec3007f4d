namespace KnowledgeSite.Content.Markup;

/// <summary>The nearest open element of one of the names ends, unless a barrier lies between.</summary>
internal readonly record struct ImpliedEnd(string[] Names, IReadOnlySet<string> Barriers)
{
    private static readonly HashSet<string> Tables = ["table", "template"];
    private static readonly HashSet<string> InsideTable = ["td", "th", "caption", "template"];

    public static readonly ImpliedEnd OfParagraph = new(["p"], HtmlElements.ParagraphScope);

    /// <summary>
    /// What ends where an element of the name begins, besides paragraphs and headings (13.2.6.4.7 and following).
    /// </summary>
    public static ImpliedEnd? Before(string name) =>
        name switch
        {
            "a" or "nobr" or "button" => new([name], HtmlElements.EndsFormatting),
            "li" or "option" => new([name], HtmlElements.Special),
            "dd" or "dt" => new(["dd", "dt"], HtmlElements.Special),
            "td" or "th" => new(["td", "th"], Tables),
            "tr" => new(["tr"], Tables),
            "tbody" or "thead" or "tfoot" => new(["tbody", "thead", "tfoot"], Tables),
            "table" => new(["table"], InsideTable),
            _ => null,
        };
}
