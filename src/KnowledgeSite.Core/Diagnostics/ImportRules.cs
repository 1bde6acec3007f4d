namespace KnowledgeSite.Diagnostics;

/// <summary>KS571 to KS579: edited Word files. Only the command <c>import</c> reports them.</summary>
internal static class ImportRules
{
    public static readonly DiagnosticRule Unreadable = new(
        "KS571",
        Severity.Error,
        "A Word file cannot be read",
        "'{0}' cannot be read, because {1}. Open it in Word or LibreOffice, and save it as .docx.",
        """
        `knowledgesite import` reads files in the format of Word since 2007, whose names end in `.docx`. Editors repair
        many damaged files when they open them.
        """
    );

    public static readonly DiagnosticRule TooLarge = new(
        "KS572",
        Severity.Error,
        "A Word file is too large",
        "'{0}' is too large: {1}. Download the file of the page again, and repeat the changes there.",
        """
        The text of a level or a dimension takes less than a megabyte. A file with a hundred times as much is damaged,
        or made to stop the tool.
        """
    );

    public static readonly DiagnosticRule OtherPage = new(
        "KS573",
        Severity.Error,
        "A Word file is not of a level or a dimension",
        "'{0}' cannot be imported, because {1}. {2}",
        """
        A Word file names the page that it was made from in its properties and in its footer. Only the files of levels
        and dimensions can be imported, into the site that they were downloaded from.
        """
    );

    public static readonly DiagnosticRule OtherVersion = new(
        "KS574",
        Severity.Warning,
        "A Word file was made from another version of the ladder",
        "'{0}' was made from version {1} of the ladder, and the newest one is {2}. {3}",
        """
        The editor did not see what has changed since then. What the file says as in its version is no change, so the
        present wording stays. Texts that a version does not store, such as examples, are compared with the present
        ones.
        """
    );

    public static readonly DiagnosticRule Comments = new(
        "KS575",
        Severity.Info,
        "A Word file has comments",
        "'{0}' has {1}, which {2} not imported. Read them in the file, and change its text where they are right.",
        "`knowledgesite import` reads the text of a file. Tracked changes count as accepted."
    );

    public static readonly DiagnosticRule Repeated = new(
        "KS576",
        Severity.Warning,
        "A statement occurs more than once in a Word file",
        "'{0}' contains '{1}' more than once, and only its first place is read. Delete the others, or write a new item "
            + "instead of a copy.",
        "Who copies an item also copies the mark that says which statement it is."
    );

    public static readonly DiagnosticRule Unmarked = new(
        "KS577",
        Severity.Info,
        "A statement was found by its words",
        "'{1}' has neither a content control nor a bookmark in '{0}', so it was found by its words. Check its change "
            + "before you keep it.",
        """
        Each statement of a Word file has a content control and a bookmark with its id. Some editors delete them. The
        statement is then looked for among the paragraphs that belong to no other one.
        """
    );

    public static readonly DiagnosticRule LostMarks = new(
        "KS578",
        Severity.Warning,
        "Links, emphasis or formulas of a statement are lost",
        "'{1}' lost links, emphasis or formulas, because the words around them changed in '{0}'. Add them again in the "
            + "Markdown.",
        "Only words that an editor left as they were keep their links, their emphasis and their formulas."
    );

    public static readonly DiagnosticRule NotPlaced = new(
        "KS579",
        Severity.Error,
        "A change of a Word file has no place in the Markdown",
        "Not imported from '{0}': {1}. {2}",
        """
        Statements are imported: sentences of cells, signals, examples and anti-signals. Everything else on the page
        comes from other places, such as `ladder.yaml`, or from the tool itself.
        """
    );
}
