namespace KnowledgeSite.Diagnostics;

/// <summary>KS46x: terms of the glossary, and the links to them.</summary>
internal static class GlossaryRules
{
    public static readonly DiagnosticRule NoTermId = new(
        "KS461",
        Severity.Warning,
        "A term has no id of its own",
        "The term '{0}' has no id of its own, so links to it break if its heading changes. Add '{{#{1}}}' at the end "
            + "of the heading.",
        "Every page that uses the term links to its id. An automatic id changes with the heading."
    );

    public static readonly DiagnosticRule NoDefinition = new(
        "KS462",
        Severity.Warning,
        "A term has no definition",
        "The term '{0}' has no definition, so it is not linked. Write a sentence below its heading.",
        """
        The definition is the first paragraph below the heading, after 'Also called:' and 'Not linked:'. Readers see it
        where the term is used.
        """
    );

    public static readonly DiagnosticRule LongDefinition = new(
        "KS463",
        Severity.Warning,
        "A definition is too long",
        "The definition of '{0}' has {1} words, and at most {2} fit beside the reader's text. Shorten it to one "
            + "sentence, and move the rest to a second paragraph.",
        """
        Readers see the definition in the middle of another text. Further paragraphs are shown only on the glossary
        page.
        """
    );

    public static readonly DiagnosticRule SameName = new(
        "KS464",
        Severity.Warning,
        "Two terms have the same name",
        "'{0}' is already a name of the term '{1}' ({2}), so links lead there. Delete this name here, or "
            + "choose another.",
        """
        A word can be linked to one definition only. Upper and lower case, singular and plural make no difference:
        'model card' and 'Model cards' are the same name.
        """
    );

    public static readonly DiagnosticRule UnknownTermUnderNever = new(
        "KS465",
        Severity.Warning,
        "A word under 'never' is not a term",
        "'{0}' is not a term of the glossary, so this entry has no effect.{1}",
        """
        'never:' under 'glossary:' lists terms, or synonyms of terms, that this page uses in another sense and does not
        link.
        """
    );

    public static readonly DiagnosticRule EmptyLabel = new(
        "KS466",
        Severity.Warning,
        "A labelled line of a term is empty",
        "No word follows '{0}'. Add words, separated by commas, or delete the line.",
        """
        'Also called: a, b' gives a term two synonyms. 'Not linked: a, b' names two words that are linked only by hand.
        """
    );
}

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
