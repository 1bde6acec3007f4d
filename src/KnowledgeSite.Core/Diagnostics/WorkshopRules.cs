namespace KnowledgeSite.Diagnostics;

/// <summary>KS53x, KS54x and KS550: workshops, with their agendas, handouts and writing spaces.</summary>
internal static class WorkshopRules
{
    public static readonly DiagnosticRule MissingFact = new(
        "KS530",
        Severity.Error,
        "A workshop has a missing fact",
        "The workshop has no '{0}:'. Write {1}.",
        """
        People who have never seen the workshop use these facts to decide whether to run it, and to prepare. The page,
        the facilitator guide and the participant sheet show them at the top.
        """
    );

    public static readonly DiagnosticRule MissingSection = new(
        "KS531",
        Severity.Warning,
        "A section of a workshop is missing",
        "The workshop has no section '## {0}'. Write {1}, inside '::: facilitator' if participants should not read "
            + "it.",
        """
        A debrief helps participants to learn from the exercise. Variations and advice for a remote group help others to
        run the workshop again.
        """
    );

    public static readonly DiagnosticRule WrongSum = new(
        "KS532",
        Severity.Error,
        "The minutes of an agenda do not add up",
        "The steps take {0} minutes, but the duration is {1}: {2} minutes too {3}. Change a step or the duration.",
        """
        If the minutes do not add up, the facilitator finds out in the room and has to cut the last step, which is often
        the most important one.
        """
    );

    public static readonly DiagnosticRule NoBreak = new(
        "KS533",
        Severity.Error,
        "An agenda has no break for too long",
        "From the start of this step to the end of '{0}' there is no break for {1} minutes. Add a step with 'break: "
            + "true' before minute 90.",
        """
        People cannot concentrate for more than ninety minutes. Without a planned break they take one anyway, and the
        agenda is late from then on.
        """
    );

    public static readonly DiagnosticRule StepIncomplete = new(
        "KS534",
        Severity.Error,
        "A step of an agenda is incomplete",
        "This step has no '{0}:'. Write {1}.",
        "Each step needs `minutes`, a `title` and `what` happens. A break needs only `minutes`."
    );

    public static readonly DiagnosticRule ServesUnknown = new(
        "KS535",
        Severity.Error,
        "A workshop serves an unknown id",
        "'{0}' is not a cell, signal, dimension or level of this ladder.{1}",
        """
        `serves:` takes ids of the ladder that `ladder:` names: `scope.senior` for a cell, `scope` for a dimension,
        `senior` for a level. Their pages link to the workshop.
        """
    );

    public static readonly DiagnosticRule UnknownBlock = new(
        "KS536",
        Severity.Error,
        "A block of a workshop has an unknown name",
        "'::: {0}' is not a block of workshops, so its text is hidden from participants.{1}",
        "The name may be a typo of `facilitator`. To be safe, participants do not see the text of an unknown block."
    );

    public static readonly DiagnosticRule WritingSpace = new(
        "KS537",
        Severity.Error,
        "The size of a writing space is invalid",
        "'{0}' takes {1}, such as '::: {2}'.",
        """
        A writing space is one line and needs no closing line: `::: lines 6`, `::: box 40mm Your sketch`, `::: grid
        5x3`, `::: scale 1-5 never | always`. It must fit on one sheet of paper.
        """
    );

    public static readonly DiagnosticRule StrayBlockEnd = new(
        "KS538",
        Severity.Error,
        "A closing ':::' has no block",
        "This ':::' closes no block, so it begins a block without a name. Delete it, or add the name of a block.",
        """
        A writing space (`::: lines 6`) has no closing line. One ':::' too many closes the block around it, so
        participants may see text that is meant for facilitators only.
        """
    );

    public static readonly DiagnosticRule TooManyPages = new(
        "KS539",
        Severity.Error,
        "A handout or a document has more pages than allowed",
        "The {0} has {1} pages on {2} paper and may have {3}. Shorten it, use less writing space, or increase '{4}:'.",
        """
        A facilitator who prints thirty copies relies on the number of pages. `knowledgesite pdf` counts them when it
        prints the handout, on both paper sizes. A template of documents may have `pages:` too, such as for a summary of
        one page; then its documents are counted.
        """
    );

    public static readonly DiagnosticRule PackTooLong = new(
        "KS540",
        Severity.Warning,
        "A folder is too large for a pack",
        "The folder '{0}' has more than {1} pages, so it has no pack. Set 'pack: true' in the _folder.yaml of its "
            + "subfolders, and 'pack: false' here.",
        """
        A pack is one document with all pages of a folder, for printing: a cover, a table of contents, then every page.
        A very large pack takes long to build and is rarely printed.
        """
    );

    public static readonly DiagnosticRule OutdatedPdf = new(
        "KS541",
        Severity.Info,
        "A PDF is out of date",
        "{0} in '{1}' {2} left out, because the page that {3} printed from has changed or was deleted. Run "
            + "'knowledgesite pdf' to print again.",
        """
        `knowledgesite pdf` adds the handouts to the site as PDFs. Later builds keep a PDF while its page is unchanged.
        After a change they leave it out, so that readers never print an old version.
        """
    );

    public static readonly DiagnosticRule Sum = new(
        "KS549",
        Severity.Error,
        "A sum on a sheet has nothing to add up",
        "This gap cannot show a sum. {0}",
        """
        `[____]{sum=Hours}` is the sum of the column "Hours" of the nearest table above that has it.
        `[____]{sum=Hours of=A}` adds up only the rows in which the option "A" is chosen, written `( ) A ( ) B` in a
        cell of each row. On paper it is an ordinary gap.
        """
    );

    public static readonly DiagnosticRule Widths = new(
        "KS550",
        Severity.Error,
        "The widths of columns do not fit the table",
        "'widths' needs a whole number for each of the {0} columns of this table, such as widths=\"{1}\".",
        """
        `{widths="5 1 2"}` on the line below a table makes its first column five times as wide as the second. The
        numbers are shares of the whole width, so `50 10 20` means the same.
        """
    );
}
