namespace KnowledgeSite.Diagnostics;

/// <summary>KS36x: what other tools make of Markdown, and of the files beside it.</summary>
public static class FlavorRules
{
    public static readonly DiagnosticRule OtherSyntax = new(
        "KS360",
        Severity.Warning,
        "Syntax of another tool is shown as text",
        "Readers see the source of {0}. {1}",
        """
        Other tools have syntax of their own beside Markdown: shortcodes, template tags, directives, components. This
        tool does not run them and loses nothing of them: the page shows them as they are written. There is one message
        for each page, at the first place.

        Supported are the callouts, highlights, comments and block ids of Obsidian, the admonitions, folds, tabs and
        blocks between slashes of MkDocs, the blocks and heading ids of Docusaurus, Starlight and VitePress, and the
        labels of MyST.
        """
    );

    public static readonly DiagnosticRule OtherFormat = new(
        "KS361",
        Severity.Warning,
        "Text files of another format are left out",
        "{0} left out, since only Markdown (.md) makes pages. Convert what readers need, or link to the file "
            + "to offer it as a download.",
        """
        Pages are written in Markdown. A text in another format (MDX, reStructuredText, AsciiDoc, notebooks, plain text)
        is neither a page nor, unless a page links to it, a download. There is one message for each format, at the first
        file.

        A file that is left out on purpose can have a name that begins with `_`, or `KS361: off` under `rules:` in
        `site.yaml`.
        """
    );

    public static readonly DiagnosticRule HiddenPage = new(
        "KS362",
        Severity.Warning,
        "A page's name begins with a dot",
        "A name that begins with a dot is hidden, so this file is not a page. Rename it without the dot.",
        "Files and folders whose name begins with a dot belong to tools and are never read. A page about "
            + "`.NET` can be called `dotnet.md`, with `title: .NET`."
    );
}
