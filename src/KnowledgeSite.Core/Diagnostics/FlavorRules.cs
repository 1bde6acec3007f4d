namespace KnowledgeSite.Diagnostics;

/// <summary>KS36x: Markdown extensions and file formats of other tools.</summary>
internal static class FlavorRules
{
    public static readonly DiagnosticRule OtherSyntax = new(
        "KS360",
        Severity.Warning,
        "Syntax of another tool is shown as text",
        "Readers see the source of {0}. {1}",
        """
        Other tools extend Markdown with shortcodes, template tags, directives or components. This tool does not run
        them: the page shows their source, so that nothing is lost. Each page has one message, at the first place.

        These extensions are supported:

        - Obsidian: callouts, highlights, comments, block ids
        - MkDocs: admonitions, collapsible blocks, tabs, blocks between slashes
        - Docusaurus, Starlight and VitePress: blocks, heading ids, tabs
        - MyST: labels
        """
    );

    public static readonly DiagnosticRule OtherFormat = new(
        "KS361",
        Severity.Warning,
        "Text files in another format are left out",
        "{0} left out, because only Markdown files (.md) and notebooks (.ipynb) become pages. Convert what "
            + "readers need, or link to the file as a download.",
        """
        A text file in another format (MDX, reStructuredText, AsciiDoc, plain text) does not become a page.
        It is published as a download if a page links to it. Each format has one message, at the first file.

        If the file is left out on purpose, begin its name with `_`, or set `KS361: off` under `rules:` in `site.yaml`.
        """
    );

    public static readonly DiagnosticRule HiddenPage = new(
        "KS362",
        Severity.Warning,
        "A page's name begins with a dot",
        "Files whose name begins with a dot are hidden, so this file is not a page. Rename it without the dot.",
        """
        Files and folders whose names begin with a dot belong to tools and are never read. A page about `.NET` can be
        called `dotnet.md`, with `title: .NET`.
        """
    );

    public static readonly DiagnosticRule UnderscoreNames = new(
        "KS367",
        Severity.Info,
        "Pages whose names begin with an underscore are left out",
        "{0} left out, because names of files or folders that begin with '_' are not pages. Rename what readers need.",
        """
        Drafts and parts of other pages often have names that begin with `_`. In a folder without `site.yaml`, one
        message says how many there are, at the first file. A page `_index.md` is the page of its folder, as in Hugo.
        """
    );

    public static readonly DiagnosticRule CodeLanguage = new(
        "KS363",
        Severity.Info,
        "The language of a code block is unknown",
        "No language is called '{0}', so the code has no colours.{1}",
        """
        The word after the fence names the language of the code. Code in a language that the tool does not know is shown
        without colours. This message is shown only if the name looks like a typo of a known one.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule TabWithoutTitle = new(
        "KS364",
        Severity.Warning,
        "A tab has no title",
        "This tab has no title, so readers see '{0}'. Write a title that says what is different in it.",
        """
        Readers choose a tab by its title, and their choice applies to all tabs with the same title. The title is in
        quotes after `===`, after `==` or `@tab` within `::: tabs`, in brackets after the fence within
        `::: code-group`, and in `label` of `<TabItem>`.
        """
    );

    public static readonly DiagnosticRule TabOutsideTabs = new(
        "KS365",
        Severity.Warning,
        "A tab is outside of tabs",
        "'{0}' is not within '{1}', so it is shown as a block with a title. Put '{1}' before the first tab, and "
            + "'{2}' after the last.",
        "The block around tabs says which of them are alternatives."
    );

    public static readonly DiagnosticRule NoTabs = new(
        "KS366",
        Severity.Warning,
        "A block for tabs contains no tabs",
        "'{0}' contains no tabs, so its text is shown without them. Begin each tab with '{1}'.",
        "Text before the first tab is shown above the tabs."
    );

    public static readonly DiagnosticRule ImageWidth = new(
        "KS368",
        Severity.Warning,
        "The width of an image is not a number",
        "The {0} '{1}' has no effect. Write a number of pixels, such as '{{{0}=300}}'.",
        "`![Chart](chart.png){width=300}` shows an image 300 pixels wide, or narrower if the screen is."
    );

    public static readonly DiagnosticRule UnknownKey = new(
        "KS369",
        Severity.Warning,
        "The name of a key is unknown",
        "There is no key '{0}', so the text between '++' is shown as it is written.{1} "
            + "The name of another key can be in quotes: '++ctrl+\"{0}\"++'.",
        "`++ctrl+alt+del++` shows three keys. Letters, digits and signs name their own keys."
    );

    public static readonly DiagnosticRule IncompleteLine = new(
        "KS370",
        Severity.Warning,
        "The first line of a block is not complete",
        "'{0}' is not complete, so it has no effect. Write '{1}'.",
        """
        Titles of `!!! note "Title"` and `=== "Title"` stand between straight quotation marks, those of
        `:::note[Title]` between brackets, and the type of `> [!NOTE]` too. Without them, readers see the signs.
        """
    )
    {
        OnlyPrepared = true,
    };
}
