namespace KnowledgeSite.Diagnostics;

/// <summary>
/// KS32x: Markdown that is no mistake to a parser, and not what its author meant. Only in prepared sites.
/// </summary>
public static class LintRules
{
    public static readonly DiagnosticRule OpenBlock = new(
        "KS321",
        Severity.Warning,
        "A block has no end",
        "'{0}' is opened here and never closed, so all text after it belongs to it. Put '{1}' on a line of "
            + "its own where it should end.",
        """
        A block without an end takes in everything up to the end of the page, or of the list it stands in. Readers see
        the rest of the page framed, and after a code fence as code; of a workshop, only one audience sees it.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule BlockName = new(
        "KS322",
        Severity.Warning,
        "A block has nearly the name of another",
        "No block is called '{0}', so it has neither a title nor a frame.{1}",
        "A site may have blocks of its own, so any name is taken; one that is a letter away from a known "
            + "name is more likely a slip. A name that is meant can be written as a class: `::: {.wrning}`."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule UndefinedReference = new(
        "KS323",
        Severity.Warning,
        "A reference is defined nowhere",
        "'[{0}]' is defined nowhere on this page, so readers see the brackets. {1}.",
        """
        `[words][name]` takes its address from a line `[name]: address` on the same page, and a note `[^1]` its text
        from a line `[^1]: text`. Where that line is missing, all of it is shown as it was written. Brackets that are
        meant are written `\[`.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule UncalledNote = new(
        "KS324",
        Severity.Warning,
        "A footnote has no reference",
        "No text refers to the footnote '[^{0}]', so it is not shown. Put '[^{0}]' where it belongs, or delete the "
            + "footnote.",
        "Notes are shown in the order in which the text refers to them. A note without a reference is not shown."
    );

    public static readonly DiagnosticRule BlankInLink = new(
        "KS325",
        Severity.Warning,
        "A blank parts a link",
        "A blank stands between ']' and '(', so this is no link. Delete the blank.",
        "`[words](address)` is a link; `[words] (address)` is text with brackets in it."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule TableWithoutRule = new(
        "KS326",
        Severity.Warning,
        "A table is shown as text",
        "These lines look like a table and are shown as text. Put a line '| --- | --- |' below the first, "
            + "with '---' for each column.",
        """
        The second line of a table parts its head from its rows; without it there is no table:

            | Level | Reach |
            | --- | --- |
            | Staff | Several teams |
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule BlankInHeading = new(
        "KS327",
        Severity.Warning,
        "A heading lacks its blank",
        "A heading has a blank after '{0}', so this line is text. Write '{0} {1}'.",
        "`## Words` is a heading, `##Words` is text."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule SecondTitle = new(
        "KS328",
        Severity.Warning,
        "A page has a second title",
        "The page has a title already, and '#' makes another. Write '##'.",
        "A page has one title: `title:` in its front matter, or the heading of level 1 that opens it. With "
            + "two, neither a search result nor somebody who hears the page read knows what it is called."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule SkippedLevel = new(
        "KS329",
        Severity.Warning,
        "A heading skips a level",
        "A heading of level {0} follows one of level {1}, so a level is missing between them. Write '{2}'.",
        "Who hears a page read goes from heading to heading, and takes a missing level for a missing "
            + "section. How large a heading looks is the theme's affair."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule PictureWithoutWords = new(
        "KS330",
        Severity.Warning,
        "A picture is not described",
        "Who cannot see this picture is told nothing. Say in the brackets what it shows; where it only "
            + "decorates, put '{{.decorative}}' behind it.",
        "`![Two teams share one queue](queue.svg)` says what a reader should take from the picture. "
            + "`![](wave.svg){.decorative}` says that there is nothing to take."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule NoAddress = new(
        "KS337",
        Severity.Warning,
        "A link has no address",
        "This link leads nowhere. Write its address between '(' and ')', or take the brackets away.",
        "`[words]()` is often meant for later, and later it is a link that reloads the page it stands on."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule EmptyHeading = new(
        "KS345",
        Severity.Warning,
        "A heading has no text",
        "This heading has no text. Write it, or delete the '{0}'.",
        "A heading without text is an empty line in the contents of the page, and screen readers announce it "
            + "as nothing."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule SpaceInAddress = new(
        "KS346",
        Severity.Warning,
        "An address contains a space",
        "The address '{0}' contains a space, so this is no link. Write '<{0}>' or '{1}'.",
        "In `[words](my page.md)` the address ends at the space, and what follows makes all of it text. "
            + "`[words](<my page.md>)` and `[words](my%20page.md)` are links."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule ReversedLink = new(
        "KS347",
        Severity.Warning,
        "A link has its brackets the wrong way round",
        "'({0})[{1}]' is no link. Write '[{0}]({1})'.",
        "The words of a link stand in square brackets, and its address in round ones behind them."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule IncludeInLine = new(
        "KS348",
        Severity.Warning,
        "Text is included within a line",
        "'![[{0}]]' includes text only on a line of its own, so here it is a link. Put it on its own line, "
            + "or delete the '!'.",
        "Included text is paragraphs, lists and tables, which cannot stand within a sentence."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule TakenId = new(
        "KS349",
        Severity.Warning,
        "An id takes the place of another heading's",
        "'#{0}' leads to the element in line {1}, which has this id in braces, and not to this heading, "
            + "which gets '#{2}'. Give one of them another id.",
        "A heading without an id of its own gets one from its words. Where an id in braces is the same, it "
            + "comes first, and links that meant the heading lead elsewhere."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule NearAttributes = new(
        "KS350",
        Severity.Warning,
        "Braces are nearly an attribute list",
        "'{0}' is shown as text. An attribute list holds ids, classes and values, with spaces between them: "
            + "'{{#id .class key=value}}'.",
        "Braces that hold anything else are text. Braces that are meant as text are better put in backticks."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule CalloutName = new(
        "KS351",
        Severity.Warning,
        "A callout has nearly the name of another",
        "No callout is called '{0}'.{1}",
        "`> [!NOTE]`, `> [!TIP]`, `> [!IMPORTANT]`, `> [!WARNING]` and `> [!CAUTION]` have a colour of their "
            + "own, and so have the types of Obsidian. Any other name looks like a note; one that is a letter away "
            + "from these is more likely a typo."
    )
    {
        OnlyPrepared = true,
    };
}
