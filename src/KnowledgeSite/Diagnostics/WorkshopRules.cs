namespace KnowledgeSite.Diagnostics;

/// <summary>KS53x and KS54x: workshops, their agendas, and what their sheets leave room for.</summary>
public static class WorkshopRules
{
    public static readonly DiagnosticRule MissingFact = new(
        "KS530",
        Severity.Error,
        "A workshop does not say all that is needed",
        "The workshop says nothing under '{0}:'. Write {1}.",
        "Somebody who has never seen the workshop decides from these facts whether to run it, and prepares "
            + "from them. They stand at the head of the page, the guide and the sheet."
    );

    public static readonly DiagnosticRule MissingSection = new(
        "KS531",
        Severity.Warning,
        "A workshop has no section that it needs",
        "The workshop has no section '## {0}'. Write {1}, inside '::: facilitator' where participants should "
            + "not read it.",
        "A workshop without a debrief ends when the clock does; without variations and advice for a remote "
            + "group it is run once."
    );

    public static readonly DiagnosticRule WrongSum = new(
        "KS532",
        Severity.Error,
        "The minutes of an agenda do not add up",
        "The steps add up to {0} minutes and the duration says {1}: {2} minutes too {3}. Change a step, or "
            + "the duration.",
        "A facilitator who finds out in the room that ten minutes are missing takes them from the last step, "
            + "which is the one that matters."
    );

    public static readonly DiagnosticRule NoBreak = new(
        "KS533",
        Severity.Error,
        "People sit for too long without a break",
        "From the start of this step to the end of '{0}' people sit for {1} minutes without a break. Put a "
            + "step with 'break: true' before minute 90.",
        "Nobody attends for more than ninety minutes at a stretch. A break that is not on the agenda is "
            + "taken all the same, and the agenda is wrong from then on."
    );

    public static readonly DiagnosticRule StepIncomplete = new(
        "KS534",
        Severity.Error,
        "A step of an agenda is incomplete",
        "This step has no '{0}:'. Write {1}.",
        "Each step says how long it takes, what it is called and what happens. A break needs its minutes only."
    );

    public static readonly DiagnosticRule ServesUnknown = new(
        "KS535",
        Severity.Error,
        "A workshop serves what is not on the ladder",
        "'{0}' is no cell, signal, dimension or level of this ladder.{1}",
        "'serves:' takes ids of the ladder that 'ladder:' names: 'scope.senior' for a cell, 'scope' for a "
            + "dimension, 'senior' for a level. The pages named so lead back to the workshop."
    );

    public static readonly DiagnosticRule UnknownBlock = new(
        "KS536",
        Severity.Error,
        "A block of a workshop has a name that means nothing",
        "A workshop has no block '{0}', so it is kept from participants like '::: facilitator'.{1}",
        "Had the name been meant to be 'facilitator', its text would reach every participant. Of blocks that "
            + "nobody knows, the safe half is assumed."
    );

    public static readonly DiagnosticRule WritingSpace = new(
        "KS537",
        Severity.Error,
        "Room for writing is not measured as it must be",
        "'{0}' takes {1}, such as '::: {2}'.",
        "Room for writing is one line and needs no end: `::: lines 6`, `::: box 40mm Your sketch`, `::: grid "
            + "5x3`, `::: scale 1-5 never | always`. It is kept within what one sheet of paper holds."
    );

    public static readonly DiagnosticRule LooseEnd = new(
        "KS538",
        Severity.Error,
        "A block is ended that is not open",
        "This ':::' ends nothing that is open here, so it begins a block without a name. Delete it, or write "
            + "what the block is.",
        "Room for writing (`::: lines 6`) needs no end. An end too many ends the block around it, so that "
            + "what follows is read by others than its author meant."
    );

    public static readonly DiagnosticRule TooManyPages = new(
        "KS539",
        Severity.Error,
        "A sheet takes more paper than it says",
        "The {0} takes {1} pages on {2} paper and may take {3}. Shorten it, leave less room for writing, or "
            + "raise '{4}:'.",
        "Whoever prints thirty copies relies on the number of pages. It is counted when the sheet is "
            + "printed, by `knowledgesite pdf`, on both papers."
    );

    public static readonly DiagnosticRule PackTooLong = new(
        "KS540",
        Severity.Warning,
        "A folder is too large to be printed as one",
        "The folder '{0}' holds more than {1} pages, so it has no pack. Ask for packs of the folders in it "
            + "('pack: true' in their _folder.yaml), and say 'pack: false' here.",
        "A pack is a folder in one document, made for paper: a cover, the contents, then every page. It "
            + "costs as much as all its pages together, and nobody prints a book by accident."
    );

    public static readonly DiagnosticRule PrintedBefore = new(
        "KS541",
        Severity.Info,
        "A PDF no longer shows what the site says",
        "{0} in '{1}' {2} left out of the site, since what {3} printed from has changed or is gone. Run "
            + "'knowledgesite pdf' to print again.",
        """
        `knowledgesite pdf` puts the handouts into the site as PDFs. Builds after it keep each PDF for as long as the
        page it was printed from stays the same, and leave it out from then on: whoever prints an old version would not
        know.
        """
    );
}
