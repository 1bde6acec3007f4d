namespace KnowledgeSite.Diagnostics;

/// <summary>
/// KS32x: Markdown that is valid but probably not what its author meant. These rules apply to prepared folders only.
/// </summary>
internal static class LintRules
{
    public static readonly DiagnosticRule OpenBlock = new(
        "KS321",
        Severity.Warning,
        "A block is not closed",
        "'{0}' is never closed, so all text after it is part of the block. Add a line '{1}' where it should end.",
        """
        A block that is not closed includes everything up to the end of the page, or of the list item that contains it.
        Readers see that text in a box or as code. In a workshop, only one audience sees it.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule BlockName = new(
        "KS322",
        Severity.Warning,
        "The name of a block is misspelt",
        "There is no block type '{0}', so the block has neither title nor box.{1}",
        """
        Any name is allowed, because a site may define its own blocks. A name that differs in one letter from a known
        one is probably a typo. If it is intended, write it as a class: `::: {.wrning}`.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule UndefinedReference = new(
        "KS323",
        Severity.Warning,
        "A reference is not defined",
        "'[{0}]' is not defined on this page, so readers see the brackets. {1}.",
        """
        `[words][name]` needs a line `[name]: https://example.com` on the same page, and a footnote `[^1]` needs a line
        `[^1]: text`. For brackets that are meant as text, write `\[`.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule UnusedFootnote = new(
        "KS324",
        Severity.Warning,
        "A footnote has no reference",
        "No text refers to the footnote '[^{0}]', so it is not shown. Put '[^{0}]' where it belongs, or delete the "
            + "footnote.",
        "Notes are shown in the order in which the text refers to them. A note without a reference is not shown."
    );

    public static readonly DiagnosticRule SpaceInLink = new(
        "KS325",
        Severity.Warning,
        "A link contains a space between its brackets",
        "There is a space between ']' and '(', so this is not a link. Remove the space.",
        "`[words](page.md)` is a link; `[words] (page.md)` is text with brackets."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule NoSeparatorRow = new(
        "KS326",
        Severity.Warning,
        "A table has no separator row",
        "This table is shown as text, because it has no separator row. Add '| --- | --- |' below the first line, "
            + "with one '---' for each column.",
        """
        The second line of a table separates its header from its rows:

            | Level | Reach |
            | --- | --- |
            | Staff | Several teams |
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule NoSpaceInHeading = new(
        "KS327",
        Severity.Warning,
        "A heading has no space after '#'",
        "There is no space after '{0}', so this line is not a heading. Write '{0} {1}'.",
        "`## Words` is a heading; `##Words` is text."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule SecondTitle = new(
        "KS328",
        Severity.Warning,
        "A page has a second title",
        "The page already has a title, and '#' adds a second one. Write '##'.",
        """
        The title of a page is `title:` in its front matter, or the level 1 heading at the start. With two titles,
        search results and screen readers cannot tell what the page is called.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule SkippedLevel = new(
        "KS329",
        Severity.Warning,
        "A heading skips a level",
        "A level {0} heading follows a level {1} heading, so a level is missing between them. Write '{2}'.",
        """
        Screen reader users move from heading to heading, and a missing level sounds like a missing section. The size of
        headings is set by the theme.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule NoAltText = new(
        "KS330",
        Severity.Warning,
        "An image has no alt text",
        "Image has no alt text. Describe it in the brackets, or mark it decorative with '{{.decorative}}'.",
        """
        Alt text is read to people who cannot see the image: `![Two teams share one queue](queue.svg)`. A decorative
        image carries no information and needs none: `![](wave.svg){.decorative}`.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule NoAddress = new(
        "KS337",
        Severity.Warning,
        "A link has no address",
        "This link has no address. Write one between '(' and ')', or remove the brackets.",
        "`[words]()` is often a reminder to add the address later. Until then, the link only reloads the page."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule EmptyHeading = new(
        "KS345",
        Severity.Warning,
        "A heading has no text",
        "This heading has no text. Add some, or delete the '{0}'.",
        "A heading without text is an empty line in the table of contents, and screen readers announce nothing."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule SpaceInAddress = new(
        "KS346",
        Severity.Warning,
        "The address of a link contains a space",
        "The address '{0}' contains a space, so this is not a link. Write '<{0}>' or '{1}'.",
        """
        In `[words](my page.md)`, the address ends at the space, so the whole is text. `[words](<my page.md>)` and
        `[words](my%20page.md)` are links.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule ReversedLink = new(
        "KS347",
        Severity.Warning,
        "The brackets of a link are swapped",
        "'({0})[{1}]' is not a link. Write '[{0}]({1})'.",
        "The text of a link is in square brackets, followed by its address in round brackets."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule IncludeInLine = new(
        "KS348",
        Severity.Warning,
        "An include is not on a line of its own",
        "'![[{0}]]' within a line is shown as a link. Put it on a line of its own, or delete the '!'.",
        "Included text consists of paragraphs, lists and tables, which cannot be part of a sentence."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule HeadingIdTaken = new(
        "KS349",
        Severity.Warning,
        "The automatic id of a heading is taken",
        "This heading has the id '{2}', because line {1} has '{{#{0}}}'. Links to '#{0}' lead to that line. Change one "
            + "of the two ids.",
        """
        A heading without an id in braces gets one from its text. If another element has the same id in braces, that
        element keeps it, and links that are meant for the heading lead to the wrong place.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule InvalidAttributes = new(
        "KS350",
        Severity.Warning,
        "Braces are not a valid attribute list",
        "'{0}' is shown as text. {1}",
        "Braces with any other content are text. If they are meant as text, put them in backticks."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule CalloutName = new(
        "KS351",
        Severity.Warning,
        "The type of a callout is misspelt",
        "There is no callout type '{0}'.{1}",
        """
        The types `> [!NOTE]`, `> [!TIP]`, `> [!IMPORTANT]`, `> [!WARNING]` and `> [!CAUTION]` and those of Obsidian
        have their own colours. Other types look like a note. A type that differs in one letter from a known one is
        probably a typo.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule SpacedEmphasis = new(
        "KS352",
        Severity.Warning,
        "Emphasis has a space inside its marks",
        "There is a space inside the marks, so readers see them. Write '{0}'.",
        """
        The marks of bold and deleted text touch its first and last letter: `**bold**`. With a space between, they are
        text. If that is what you want, put a backslash before each of them: `\*\*`.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule TitleReadAsComment = new(
        "KS391",
        Severity.Warning,
        "The end of a title is read as a comment",
        "YAML reads '{0}' as a comment, so it is not shown. Put quotes around the whole value. If it is a comment, "
            + "write a space after '#'.",
        """
        In YAML, `#` after a space begins a comment: of `title: Issue #12`, only "Issue" is read. Quotes keep it:
        `title: "Issue #12"`.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule ListShownAsText = new(
        "KS392",
        Severity.Warning,
        "A numbered list is shown as text",
        "The lines from '{0}.' on are shown as text, because a list that does not begin with 1 needs an empty line "
            + "before it. Add one.",
        """
        Text is often wrapped so that a line begins with a number, such as a year. Therefore only a list that begins
        with 1 may follow a line of text at once.
        """
    )
    {
        OnlyPrepared = true,
    };
}

/// <summary>
/// KS70x: advice on the wording of statements. Authors can exempt a statement with
/// <c>allow="KS702 and the reason"</c> in its braces.
/// </summary>
internal static class WritingRules
{
    public static readonly DiagnosticRule NotObservable = new(
        "KS701",
        Severity.Warning,
        "A statement begins with something that cannot be observed",
        "'{0}' cannot be observed. Begin with something that a colleague can see, such as 'Writes', 'Decides' or "
            + "'Shows'.",
        """
        Whether a person understands, knows or cares is a guess. What they write, decide, ship or teach can be observed.
        """
    );

    public static readonly DiagnosticRule TwoExpectations = new(
        "KS702",
        Severity.Warning,
        "A statement contains two expectations",
        "'{0}' begins a second expectation. Make it a signal of its own.",
        "If a statement joins two expectations with 'and', a person who meets only one of them cannot be assessed."
    );

    public static readonly DiagnosticRule Trivialising = new(
        "KS703",
        Severity.Warning,
        "A word belittles the work",
        "'{0}' makes the task sound easy. Leave it out.",
        "Words such as 'just' and 'simply' discourage readers who find the task hard."
    );
}
