namespace KnowledgeSite.Diagnostics;

/// <summary>KS60x: problems that <c>check</c> finds in the generated HTML, parsed as by a browser.</summary>
internal static class HtmlRules
{
    public static readonly DiagnosticRule Malformed = new(
        "KS601",
        Severity.Warning,
        "Generated HTML is malformed",
        "The HTML of '{0}' is malformed ({1}) near '{2}'. Check the HTML in the page's Markdown.",
        """
        The usual cause is HTML in the Markdown: an element inside one that cannot contain it, or an attribute without
        its closing quote.
        """
    );

    public static readonly DiagnosticRule DuplicateIdInPage = new(
        "KS602",
        Severity.Error,
        "Generated HTML has an id twice",
        "The page '{0}' has the id '{1}' {2} times. Use each id only once.",
        "The ids on a page must be different, or links lead to the wrong place."
    );

    public static readonly DiagnosticRule DeadLinkInPage = new(
        "KS603",
        Severity.Error,
        "Generated HTML has a broken link",
        "The page '{0}' links to '{1}', which does not exist on the site. Correct the template, or the settings that "
            + "name it.",
        """
        A template or a generated page contains the link. Broken links in Markdown are reported as KS4xx, with their
        line.
        """
    );
}
