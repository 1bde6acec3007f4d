namespace KnowledgeSite.Diagnostics;

/// <summary>KS60x: problems that <c>check</c> finds in the generated HTML, parsed as by a browser.</summary>
internal static class HtmlRules
{
    public static readonly DiagnosticRule Malformed = new(
        "KS601",
        Severity.Warning,
        "Generated HTML is malformed",
        "The HTML of '{0}' is malformed ({1}) near '{2}'. Correct the template that writes it.",
        """
        An element is inside one that cannot contain it, or an attribute has no closing quote. Authors' HTML is repaired
        before it is published, so the cause is nearly always a template of the theme.
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
        "The page '{0}' links to '{1}', which does not exist on the site. Correct the link in the template or in "
            + "site.yaml.",
        """
        A template or a generated page contains the link. Broken links in Markdown are reported as KS4xx, with their
        line.
        """
    );
}

/// <summary>KS65x: the tests of the site's search, in <c>search-tests.yaml</c>.</summary>
internal static class SearchRules
{
    public static readonly DiagnosticRule IncompleteTest = new(
        "KS651",
        Severity.Error,
        "A search test is incomplete",
        "This search test has no '{0}', so it is skipped. Add it.",
        """
        Each entry of `search-tests.yaml` says what a reader types and what they should find:

            - query: how promotion works
              expect: ladders/promotion.md
              within: 1

        `expect` is the path or URL of a page; add `#` and the id of a heading to expect that heading. `within` is the
        lowest acceptable position in the results (default: 3). `kind` searches pages of one kind only.
        """
    );

    public static readonly DiagnosticRule TargetNotFound = new(
        "KS652",
        Severity.Error,
        "A search test expects something that search cannot find",
        "Search cannot find '{0}': {1}.{2}",
        """
        The page may have been moved, renamed or left out of the site (`excluded:`, a publication date in the future, a
        name that begins with `_`), or `search: false` hides it from search. To expect a heading, use its id. Write the
        id in braces, so that it stays the same if the text changes: `## Evidence {#evidence}`.
        """
    );

    public static readonly DiagnosticRule TestFails = new(
        "KS653",
        Severity.Error,
        "A search test fails",
        "The search for '{0}' does not show '{1}' in the first {2} results ({3}), but {4}. Use the words of the "
            + "query in the page's title, in a heading or in links to it, or correct the test.",
        """
        `check` runs the queries of `search-tests.yaml` through the site's own search. To help readers find a page:

        - use their words in its title, headings and description
        - link to it from other pages with these words
        - write an abbreviation in full once, with the short form in brackets after it

        If another page answers the query better, correct the test.
        """
    );

    public static readonly DiagnosticRule TestsLeftOut = new(
        "KS654",
        Severity.Warning,
        "Search tests are not run",
        "{0:N0} search tests from here on are not run, because those before them match more than {1:N0} sections "
            + "together. Search for rarer words, or delete some tests.",
        """
        The time of a search grows with the number of sections that contain one of its words. Thousands of tests with
        very common words would take hours.
        """
    );
}
