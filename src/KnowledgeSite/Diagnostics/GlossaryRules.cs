namespace KnowledgeSite.Diagnostics;

/// <summary>KS46x: terms of the glossary, and the words that are linked to them.</summary>
public static class GlossaryRules
{
    public static readonly DiagnosticRule NoTermId = new(
        "KS461",
        Severity.Warning,
        "A term has no id of its own",
        "The term '{0}' has no id of its own, so links to it break when it is reworded. End its heading with "
            + "'{{#{1}}}'.",
        "Every page that uses the term links to its id. One that is made from the heading changes with the heading."
    );

    public static readonly DiagnosticRule NoDefinition = new(
        "KS462",
        Severity.Warning,
        "A term has no definition",
        "Nothing says what '{0}' means, so it is linked nowhere. Write a sentence below its heading.",
        "The first paragraph below the heading, after 'Also called:' and 'Not linked:', is what readers see "
            + "where the term is used."
    );

    public static readonly DiagnosticRule LongDefinition = new(
        "KS463",
        Severity.Warning,
        "A definition is too long",
        "The definition of '{0}' has {1} words; readers see it beside their text, where {2} fit. Say it in "
            + "one sentence and put the rest in a paragraph of its own.",
        "A definition is read in the middle of another sentence. What follows its paragraph is for the "
            + "glossary's page alone."
    );

    public static readonly DiagnosticRule SameName = new(
        "KS464",
        Severity.Warning,
        "Two terms have one name",
        "'{0}' is a name of the term '{1}' already ({2}). Links lead there; delete it here, or give it another word.",
        "A word can be linked to one definition only. Names are the same in any capitals and in any form: "
            + "'model card' and 'Model cards'."
    );

    public static readonly DiagnosticRule UnknownNever = new(
        "KS465",
        Severity.Warning,
        "A page keeps a word from being linked that no term has",
        "'{0}' is no name of a term, so nothing is kept from being linked.{1}",
        "'never:' under 'glossary:' takes the name of a term, or one of its synonyms, that this page uses in "
            + "another sense."
    );

    public static readonly DiagnosticRule LineWithoutWords = new(
        "KS466",
        Severity.Warning,
        "A line about a term names no word",
        "'{0}' is followed by no word. Name some, with commas between them, or delete the line.",
        "'Also called: a, b' gives a term its synonyms; 'Not linked: a, b' names words that are linked by hand only."
    );
}
