namespace KnowledgeSite.Diagnostics;

/// <summary>KS48x: text of one page that stands in another.</summary>
public static class IncludeRules
{
    public static readonly DiagnosticRule Circle = new(
        "KS481",
        Severity.Error,
        "Included text includes itself",
        "This includes text that includes this again: {0}. A link stands here instead; take one of them out.",
        "Text that holds itself would never end. Include a section (`![[page#section]]`) that does not hold "
            + "the other, or link to the page."
    );

    public static readonly DiagnosticRule NotText = new(
        "KS482",
        Severity.Warning,
        "What is included is no text of this site",
        "'{0}' is neither a page with text of its own nor an image, so a link stands here.",
        "A page, a section of a page or an image can be included: `![[staff/two-currencies#velocity]]`, "
            + "`![[chart.png]]`. HTML that an author wrote is included where it is plain: paragraphs, lists, "
            + "tables, emphasis."
    );
}
