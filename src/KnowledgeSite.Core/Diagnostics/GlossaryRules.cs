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
        "Two terms have one name",
        "'{0}' is already a name of the term '{1}' ({2}), so links lead there. Delete it here, or choose another "
            + "name.",
        """
        A word can be linked to one definition only. Upper and lower case, singular and plural make no difference:
        'model card' and 'Model cards' are the same name.
        """
    );

    public static readonly DiagnosticRule UnknownNever = new(
        "KS465",
        Severity.Warning,
        "A word under 'never' is not a term",
        "'{0}' is not a term of the glossary, so this entry has no effect.{1}",
        """
        'never:' under 'glossary:' lists terms, or synonyms of terms, that this page uses in another sense and does not
        link.
        """
    );

    public static readonly DiagnosticRule LineWithoutWords = new(
        "KS466",
        Severity.Warning,
        "A labelled line of a term is empty",
        "No word follows '{0}'. Add words, separated by commas, or delete the line.",
        """
        'Also called: a, b' gives a term two synonyms. 'Not linked: a, b' names two words that are linked only by hand.
        """
    );
}
