namespace KnowledgeSite.Diagnostics;

/// <summary>
/// KS75x: the health of the content, reported by <c>check</c> and, in a prepared folder, on the page <c>/health/</c>.
/// Authors can exempt a page with <c>allow: KS751 Reached from the start page of the intranet</c> in its front matter,
/// files with <c>allow: [KS756 print/* For the printer]</c> in <c>site.yaml</c>, and a cell of a ladder with
/// <c>allow="KS760 …"</c> in the braces of its heading.
/// </summary>
internal static class HealthRules
{
    private const string HowToAllow =
        "\n\nIf it is intended, give the reason in the front matter of the page: `allow: {0} and the reason`. "
        + "The page `/health/` lists exemptions with their reasons.";

    public static readonly DiagnosticRule Orphan = new(
        "KS751",
        Severity.Info,
        "No page links to a page",
        "No page links here, so readers find this page only by navigation or search. Link to it from a page where it "
            + "is useful.",
        """
        Readers who do not know that a page exists rarely find it without a link. Pages of folders, and pages of a
        ladder, are not reported.
        """ + Allow("KS751")
    );

    public static readonly DiagnosticRule DeadEnd = new(
        "KS752",
        Severity.Info,
        "A page links to no other",
        "The page has no links to other pages. Link to what readers need next.",
        """
        At the end of a page, readers usually have another question: about a level, a workshop, the wider topic. Links
        to other sites do not count.
        """ + Allow("KS752")
    );

    public static readonly DiagnosticRule WantedPage = new(
        "KS753",
        Severity.Info,
        "Several links lead to the same missing page",
        "{0} links lead to '{1}', which does not exist: {2}. Write the page, or correct the links.",
        """
        If several authors link to the same page, it is probably worth writing. Each link is also reported as KS401.
        """
    );

    public static readonly DiagnosticRule SamePage = new(
        "KS754",
        Severity.Warning,
        "Two pages have much text in common",
        "This page {0} '{1}': {2} % of the shorter text is in both. Say what differs, or keep one page and list the "
            + "URL of the other under 'redirect_from'.",
        """
        Copies drift apart over time, and readers cannot tell which one is right. The percentage is the share of common
        sequences of three words, so reworded copies are found too. Pages about the same subject have hardly any such
        sequences in common.
        """ + Allow("KS754")
    );

    public static readonly DiagnosticRule SameParagraph = new(
        "KS755",
        Severity.Warning,
        "Two pages share a paragraph",
        "This paragraph {0} '{1}', line {2}: {3} % of its text is in both. Keep it in one place and link to it.",
        """
        A copied paragraph gets corrected in one place and forgotten in the other. Only paragraphs and list items of
        different pages with at least 25 words are compared.
        """ + Allow("KS755")
    );

    public static readonly DiagnosticRule UnusedImage = new(
        "KS756",
        Severity.Info,
        "An image is not used",
        "No page shows this image, so it is not published. Show it on a page, or delete it.",
        """
        The image may have been replaced, or its page deleted. To publish an image without a page, add it to `files:` in
        `site.yaml`. If it is here for another reason, allow it there: `allow: [KS756 print/* For the printer]`.
        """
    );

    public static readonly DiagnosticRule LinkToRedirect = new(
        "KS757",
        Severity.Warning,
        "A link leads to a redirect",
        "'{0}' is a former URL of '{1}', so readers are redirected. Link to the page itself.",
        """
        URLs under `redirect_from` are for links from other sites. A link within the site breaks when the former URL is
        removed.
        """
    );

    public static readonly DiagnosticRule NoOwner = new(
        "KS758",
        Severity.Info,
        "A page has no owner",
        "The page has no owner, but most pages have one. Add 'owner' with the person or team who is responsible for "
            + "it.",
        """
        A page without an owner is rarely corrected. This is reported only if at least half of all pages have an owner.
        """ + Allow("KS758")
    );

    public static readonly DiagnosticRule OutOfDate = new(
        "KS759",
        Severity.Info,
        "A page is due for review",
        "The review of this page was due by {0}. Read the page, correct it, and set 'reviewed' to today's date.",
        "`reviewed` and `review_in` say until when readers can rely on a page." + Allow("KS759")
    );

    public static readonly DiagnosticRule UncitedCell = new(
        "KS760",
        Severity.Info,
        "Cells of a ladder are not cited",
        "No page, role or workshop cites {0} of {1} cells: {2}. Link to them from pages that explain or practise "
            + "them.",
        """
        If no page explains an expectation, no role requires it and no workshop practises it, it has probably never been
        used. A workshop that serves a whole dimension or level cites all of its cells. If a cell needs no link, give
        the reason in the braces of its heading: `allow="KS760 and the reason"`.
        """
    );

    public static readonly DiagnosticRule TooManyClicks = new(
        "KS761",
        Severity.Info,
        "A page is too many clicks from the home page",
        "Readers need {0} clicks from the home page to get here. Link to this page from one that is nearer to the "
            + "home page.",
        """
        The clicks are counted over links in texts, the sections in the page header and the lists in folders. Few people
        follow more than three links.
        """ + Allow("KS761")
    );

    public static readonly DiagnosticRule UnusedTerm = new(
        "KS762",
        Severity.Info,
        "A term is not used",
        "No page uses the term '{0}' or links to it. Use it in a text, or delete it.",
        "A glossary explains the words of its pages. No reader is led to a term that no page uses." + Allow("KS762")
    );

    public static readonly DiagnosticRule ExemptionWithoutReason = new(
        "KS763",
        Severity.Warning,
        "An exemption has no reason",
        "'{0}' has no effect. Write the rule and the reason: '{1}'.",
        """
        The reason shows later whether the exemption is still needed. Only the rules about the health of the content
        (KS751 to KS762, KS764) accept exemptions. Change the severity of other rules under `rules:` in `site.yaml`.
        """
    );

    public static readonly DiagnosticRule SameTitle = new(
        "KS764",
        Severity.Warning,
        "Two pages of a folder have the same title",
        "'{0}' in the same folder also has the title '{1}', so readers cannot tell the two apart in lists and search "
            + "results. Say in this title what only this page is about, or merge the two pages.",
        """
        Lists show the titles of pages, and search results show a title with the folders of its page. Upper and lower
        case make no difference. In different folders, pages may have the same title, such as "Overview". Generated
        pages, and the pages of an overlay and its base, are not compared.
        """ + Allow("KS764")
    );

    private static string Allow(string id) => HowToAllow.Replace("{0}", id, StringComparison.Ordinal);
}
