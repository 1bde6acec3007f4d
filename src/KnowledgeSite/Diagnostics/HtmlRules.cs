namespace KnowledgeSite.Diagnostics;

/// <summary>KS6xx: findings of <c>check</c> in the finished HTML, as a browser would parse it.</summary>
public static class HtmlRules
{
    public static readonly DiagnosticRule Malformed = new(
        "KS601",
        Severity.Warning,
        "Finished HTML is malformed",
        "The HTML of '{0}' is malformed ({1}) near '{2}'.",
        "Nearly always HTML inside the Markdown: an element inside one that cannot hold it, an attribute "
            + "without its quote."
    );

    public static readonly DiagnosticRule DuplicateIdInPage = new(
        "KS602",
        Severity.Error,
        "Finished HTML has an id twice",
        "The finished page '{0}' has the id '{1}' {2} times.",
        "Ids must differ within a page, or links lead to the wrong place."
    );

    public static readonly DiagnosticRule DeadLinkInPage = new(
        "KS603",
        Severity.Error,
        "A link of a finished page leads nowhere",
        "The finished page '{0}' links to '{1}', which the site does not have.",
        "A template or a generated page made the link. If the Markdown did, a KS4xx finding names its line."
    );
}
