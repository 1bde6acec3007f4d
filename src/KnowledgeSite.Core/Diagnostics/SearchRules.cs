namespace KnowledgeSite.Diagnostics;

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

    public static readonly DiagnosticRule NothingThere = new(
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
}
