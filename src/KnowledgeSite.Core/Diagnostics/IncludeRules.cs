namespace KnowledgeSite.Diagnostics;

/// <summary>KS48x: text of one page that is included in another.</summary>
internal static class IncludeRules
{
    public static readonly DiagnosticRule Circle = new(
        "KS481",
        Severity.Error,
        "Included text includes itself",
        "This include leads back to itself: {0}. A link is shown instead. Remove one of the includes.",
        """
        Text that includes itself would never end. Include a section (`![[page#section]]`) without the other include, or
        link to the page.
        """
    );

    public static readonly DiagnosticRule NotText = new(
        "KS482",
        Severity.Warning,
        "An include is neither text nor an image",
        "'{0}' is neither a page with text nor an image, so a link is shown. Include a page, a section or an image.",
        """
        You can include a page, a section of a page (`![[staff/two-currencies#velocity]]`) or an image
        (`![[chart.png]]`). HTML inside the included text must be simple: paragraphs, lists, tables and emphasis.
        """
    );
}
