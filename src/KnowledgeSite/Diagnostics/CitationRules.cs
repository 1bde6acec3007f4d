namespace KnowledgeSite.Diagnostics;

/// <summary>KS47x: works in <c>sources.yaml</c>, and the pages that cite them.</summary>
public static class CitationRules
{
    public static readonly DiagnosticRule NoWorkId = new(
        "KS471",
        Severity.Error,
        "A source has no id",
        "This source has no id that can be cited, so it is left out. Write 'id:' and a short name of "
            + "letters, digits, '-' and '.', such as 'larson-2021'.",
        "Pages cite a source by its id: `[@larson-2021, p. 4]`."
    );

    public static readonly DiagnosticRule NoWorkTitle = new(
        "KS472",
        Severity.Error,
        "A source has no title",
        "The source '{0}' has no title. Write 'title:' and what stands on its cover.",
        "The title is what readers see in notes and in the list of sources. Until there is one, they see the id."
    );

    public static readonly DiagnosticRule SameWork = new(
        "KS473",
        Severity.Error,
        "Two sources have one id",
        "The source '{0}' stands twice; the first one counts. Give this one an id of its own, or delete it.",
        "A citation names one source, so each id stands in the list once. Two editions of a book that are "
            + "both cited have two ids."
    );

    public static readonly DiagnosticRule UnknownSource = new(
        "KS474",
        Severity.Error,
        "A source is not in sources.yaml",
        "There is no source '{0}' in sources.yaml.{1}",
        "Each source that a page cites or is written from has an entry in `sources.yaml`, with its title "
            + "and, where there are any, author, year and address."
    );

    public static readonly DiagnosticRule UnusedSource = new(
        "KS475",
        Severity.Warning,
        "No page cites a source",
        "No page cites the source '{0}' or names it under 'sources:'. Cite it with [@{0}], or delete it.",
        "The list of sources shows what the site is written from. An entry that nothing leads back to was "
            + "probably forgotten in the text."
    );

    public static readonly DiagnosticRule InvalidUrl = new(
        "KS476",
        Severity.Error,
        "The address of a source is wrong",
        "'{0}' is no address on the web. Write all of it, from 'https://' on.",
        "The list of sources links to it, so it begins with `https://` or `http://`, as in the address line "
            + "of a browser."
    );
}
