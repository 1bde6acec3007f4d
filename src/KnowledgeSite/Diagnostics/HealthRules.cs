namespace KnowledgeSite.Diagnostics;

/// <summary>
/// KS75x: the health of the knowledge, found by <c>check</c> and shown on <c>/health/</c> of a site that has a
/// <c>site.yaml</c>. One is suspended with its reason: for a page by <c>allow: KS751 Reached from the start page of the
/// intranet</c> in its front matter, for files by <c>allow: [KS756 print/* For the printer]</c> in <c>site.yaml</c>,
/// for a cell of a ladder by <c>allow="KS760 …"</c> in the braces of its heading.
/// </summary>
public static class HealthRules
{
    private const string WayToAllow =
        "\n\nWhere it is meant so, say why in the front matter of the page: `allow: {0} and the reason`. "
        + "Both stand on `/health/`.";

    public static readonly DiagnosticRule Orphan = new(
        "KS751",
        Severity.Info,
        "No page links to a page",
        "No page links here, so readers come upon it in the navigation or by searching only. Link to it from "
            + "where it is needed.",
        "A page that no other mentions is read by those who know of it. Pages of folders, and those that a "
            + "ladder leads to, are left out."
            + Allow("KS751")
    );

    public static readonly DiagnosticRule DeadEnd = new(
        "KS752",
        Severity.Info,
        "A page links to no other",
        "The page leads nowhere. Link to what readers want next.",
        "Who has read to the end has a next question: a level, a workshop, the page above. Links to other "
            + "sites do not count."
            + Allow("KS752")
    );

    public static readonly DiagnosticRule Wanted = new(
        "KS753",
        Severity.Info,
        "A page that is not there is wanted",
        "{0} links want '{1}', which is not there: {2}. Write it, or mend the links.",
        "What several authors link to is missed by all of them. Each link has its own finding, KS401."
    );

    public static readonly DiagnosticRule SamePage = new(
        "KS754",
        Severity.Warning,
        "Two pages say nearly the same",
        "This page says nearly the same as '{0}': of the wording of the shorter one {1} % is in both. Keep "
            + "one and lead the other's address there with 'redirect_from', or say what differs.",
        """
        Copies grow apart, and readers cannot tell which one holds. Reworded copies are found too: the share is that of
        runs of three words, of which pages that only have their subject in common share hardly any.
        """ + Allow("KS754")
    );

    public static readonly DiagnosticRule SameParagraph = new(
        "KS755",
        Severity.Warning,
        "Two pages share a paragraph",
        "This paragraph says nearly the same as '{0}', line {1}: {2} % of its wording is in both. Say it in "
            + "one place and link there.",
        "A paragraph that was copied is mended in one place and forgotten in the other. Paragraphs and items "
            + "of 25 words and more are compared, those of different pages only."
            + Allow("KS755")
    );

    public static readonly DiagnosticRule UnusedImage = new(
        "KS756",
        Severity.Info,
        "No page shows an image",
        "No page shows this image, so it is not on the site. Show it, or remove it.",
        """
        The image was replaced, or the page that showed it is gone. One that is fetched by its address is published with
        `files:` in `site.yaml`; one that lies here for another reason is allowed there: `allow: [KS756 print/* For the
        printer]`.
        """
    );

    public static readonly DiagnosticRule OldAddress = new(
        "KS757",
        Severity.Warning,
        "A link leads to an old address",
        "'{0}' is an address that '{1}' once had, so readers would be sent on from there. Link to the page "
            + "as it is now.",
        "An old address under `redirect_from` is for links on other sites. A link within the site that goes "
            + "there is one redirect more than needed, and breaks when the old address is given up."
    );

    public static readonly DiagnosticRule NoOwner = new(
        "KS758",
        Severity.Info,
        "A page has no owner",
        "The page has no owner, though most pages have one. Say with 'owner' who answers for it.",
        "Nobody mends a page that is nobody's. Asked for only where at least half of all pages name an owner."
            + Allow("KS758")
    );

    public static readonly DiagnosticRule OutOfDate = new(
        "KS759",
        Severity.Info,
        "A page is due for review",
        "The page was to be read again by {0}. Read it, mend it, and set 'reviewed' to the day.",
        "`reviewed` and `review_in` say until when a page may be relied on." + Allow("KS759")
    );

    public static readonly DiagnosticRule UncitedCell = new(
        "KS760",
        Severity.Info,
        "Nothing cites cells of a ladder",
        "{0} of {1} cells are cited by no page, role or workshop: {2}. Link to them from where they are "
            + "explained or practised.",
        """
        An expectation that no page explains, no role asks for and no workshop practises is one that nobody has used
        yet. A workshop that serves the whole dimension or level cites its cells. Where it is meant so, say why in the
        braces of the cell's heading: `allow="KS760 and the reason"`.
        """
    );

    public static readonly DiagnosticRule Deep = new(
        "KS761",
        Severity.Info,
        "A page lies deep",
        "Readers need {0} clicks to come here from the first page. Link to it from a page nearer to that one.",
        "Counted are links in texts, the sections in the head of the page and the lists of folders. Three "
            + "clicks are as far as most people follow."
            + Allow("KS761")
    );

    public static readonly DiagnosticRule UnusedTerm = new(
        "KS762",
        Severity.Info,
        "No page uses a term",
        "No page uses the term '{0}' or links to it. Take it out, or say it where it is meant.",
        "A glossary explains the words of its pages. A term that none of them uses is one that readers never come from."
            + Allow("KS762")
    );

    public static readonly DiagnosticRule AllowsNothing = new(
        "KS763",
        Severity.Warning,
        "A rule is suspended without a reason",
        "'{0}' suspends nothing. Write the rule and the reason: '{1}'.",
        "What is suspended without a reason is suspended for ever. The rules about the health of the "
            + "knowledge (KS751 to KS762, KS764) can be suspended; others can be set under `rules:` in `site.yaml`."
    );

    public static readonly DiagnosticRule SameTitle = new(
        "KS764",
        Severity.Warning,
        "Two pages of a folder have one title",
        "'{0}', in the same folder, has the title '{1}' too, so readers cannot tell the two apart in lists "
            + "and in the search. Say in this title what only this page is about, or make one page of both.",
        """
        Lists of pages show titles, and the search shows a title with the folders that its page lies in. Titles are the
        same in any capitals. In different folders pages may have one title ("Overview"); pages that are made, and those
        of an overlay beside the ladder that it extends, are not compared.
        """ + Allow("KS764")
    );

    private static string Allow(string id) => WayToAllow.Replace("{0}", id, StringComparison.Ordinal);
}
