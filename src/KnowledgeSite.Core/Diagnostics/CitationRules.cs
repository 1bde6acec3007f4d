namespace KnowledgeSite.Diagnostics;

/// <summary>KS47x: the sources in <c>sources.yaml</c>, and the pages that cite them.</summary>
internal static class CitationRules
{
    public static readonly DiagnosticRule NoWorkId = new(
        "KS471",
        Severity.Error,
        "A source has no id",
        "This source has no valid id, so it is left out. Add 'id:' and a short name of letters, digits, '-' and '.', "
            + "such as 'larson-2021'.",
        "Pages cite a source by its id: `[@larson-2021, p. 4]`."
    );

    public static readonly DiagnosticRule NoWorkTitle = new(
        "KS472",
        Severity.Error,
        "A source has no title",
        "The source '{0}' has no title. Add 'title:' with its full title.",
        "Readers see the title in footnotes and in the list of sources. Without a title, they see the id."
    );

    public static readonly DiagnosticRule SameWork = new(
        "KS473",
        Severity.Error,
        "Two sources have one id",
        "The id '{0}' is used by two sources, and only the first one counts. Change this id, or delete the source.",
        "A citation refers to one source. If you cite two editions of a book, give each an id."
    );

    public static readonly DiagnosticRule UnknownSource = new(
        "KS474",
        Severity.Error,
        "A source is not listed in sources.yaml",
        "There is no source '{0}' in sources.yaml.{1}",
        """
        Each cited source needs an entry in `sources.yaml` with its title and, if known, author, year and URL. The same
        applies to sources that a page lists under `sources:`.
        """
    );

    public static readonly DiagnosticRule UnusedSource = new(
        "KS475",
        Severity.Warning,
        "A source is not cited",
        "No page cites the source '{0}' or lists it under 'sources:'. Cite it with [@{0}], or delete it.",
        "The list of sources shows what the site is based on. The citation of this source was probably forgotten."
    );

    public static readonly DiagnosticRule InvalidUrl = new(
        "KS476",
        Severity.Error,
        "The URL of a source is invalid",
        "'{0}' is not a valid URL. Write the full URL, beginning with 'https://'.",
        "The list of sources links to the URL, so it must begin with `https://` or `http://`."
    );
}
