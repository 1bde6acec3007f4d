namespace KnowledgeSite.Diagnostics;

/// <summary>KS65x: the tests of the site's own search, in <c>search-tests.yaml</c>.</summary>
public static class SearchRules
{
    public static readonly DiagnosticRule IncompleteTest = new(
        "KS651",
        Severity.Error,
        "A search test is not complete",
        "This search test has no '{0}', so it cannot be tried. Give it one.",
        """
        Each entry of `search-tests.yaml` says what a reader types and what they should find:

            - query: how promotion works
              expect: ladders/promotion.md
              within: 1

        `expect` is the path of a page or its address, with `#` and the id of a heading where only that will do.
        `within` is how many results may be looked through (3 unless told). `kind` asks for pages of one kind only.
        """
    );

    public static readonly DiagnosticRule NothingThere = new(
        "KS652",
        Severity.Error,
        "A search test expects what cannot be found",
        "Search can never give '{0}': {1}.{2}",
        """
        The page was moved or renamed, is left out of the site (`excluded:`, a day in the future, a name that begins
        with `_`), or is kept out of search with `search: false`. A heading can be meant by its id only; give it one
        (`## Evidence {#evidence}`) and it stays when its words change.
        """
    );

    public static readonly DiagnosticRule TestFails = new(
        "KS653",
        Severity.Error,
        "A search does not give what its test expects",
        "The search for '{0}' does not give '{1}' in its first {2} ({3}), but {4}. Use the query's words in "
            + "the page's title, a heading or links to it; or correct the test.",
        """
        `check` asks the site's own search what the tests in `search-tests.yaml` ask, with the ranking that readers get.
        What helps a page to be found: the words that readers use in its title, its headings and its description; links
        from other pages with those words as their text; and for an abbreviation the long form once, with the short form
        in brackets after it. A page that answers the query better may also be the right result: then correct the test.
        """
    );
}
