namespace KnowledgeSite.Diagnostics;

/// <summary>KS1xx: the input folder, the output folder and the history in git.</summary>
internal static class SourceRules
{
    public static readonly DiagnosticRule InvalidUtf8 = new(
        "KS101",
        Severity.Error,
        "A page is not UTF-8 text",
        "The byte {0} is not UTF-8 text, so the page is left out. Save the file as UTF-8.",
        """
        Pages are read as UTF-8. The tool does not guess other encodings, such as Windows-1252 or Latin-1, because a
        wrong guess shows wrong letters to readers. This page is left out; all others are built.

        Open the file in your editor and save it with the encoding UTF-8.
        """
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule Utf16 = new(
        "KS102",
        Severity.Warning,
        "A page is UTF-16",
        "The file is UTF-16. The page is built, but many other tools cannot read the file. Save it as UTF-8.",
        "Git shows a UTF-16 file as binary, and most tools cannot search it. Save the file with the encoding UTF-8."
    );

    public static readonly DiagnosticRule NulCharacter = new(
        "KS103",
        Severity.Warning,
        "A file contains a NUL character",
        "The file contains a NUL character here, which the page shows as �. Delete it.",
        "A NUL character is never intended. As CommonMark requires, the site shows U+FFFD (�) in its place."
    );

    public static readonly DiagnosticRule Unreadable = new(
        "KS104",
        Severity.Error,
        "A file or folder cannot be read",
        "The file or folder cannot be read, so it is left out: {0}",
        """
        The operating system refused access. Check the permissions, and whether a link points to something that does not
        exist. The file may also have been deleted during the build. Everything else is built.
        """
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule LinkLeavesInput = new(
        "KS105",
        Severity.Warning,
        "A symbolic link leads out of the input folder",
        "This symbolic link leads out of the input folder, so it is left out. Copy its target here.",
        """
        A site is built from its input folder alone. Files from elsewhere are not part of the pull request that is
        reviewed, and may not be meant for readers.
        """
    );

    public static readonly DiagnosticRule SymbolicLinkCycle = new(
        "KS106",
        Severity.Warning,
        "A symbolic link leads to a folder that contains it",
        "This symbolic link leads to a folder that contains it, so it is left out. Delete it, or link to another "
            + "folder.",
        "Following the link would never end. A link to a folder that does not contain it works."
    );

    public static readonly DiagnosticRule NoPages = new(
        "KS107",
        Severity.Error,
        "There is no page to build",
        "The input folder '{0}' contains no Markdown page (*.md) and no notebook. Add an index.md, or name another "
            + "folder with --input.",
        "A site needs at least one page. The smallest one is a file `index.md` with one line of text."
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule InputMissing = new(
        "KS108",
        Severity.Error,
        "The input folder is missing",
        "There is no folder '{0}'. Name the folder with your pages: --input FOLDER.",
        "The folder given with `--input` (default: `input`) does not exist in the working directory."
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule OutputOverInput = new(
        "KS109",
        Severity.Error,
        "The output folder would replace the input",
        "The output folder '{0}' is or contains the input folder. Name another one with --output.",
        "A build replaces the whole output folder, so your pages would be deleted. Nothing was written."
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule OutputInsideInput = new(
        "KS110",
        Severity.Info,
        "The output folder lies inside the input",
        "The output folder '{0}' is inside the input folder. Its files are not read as pages.",
        "This works, but a folder beside the input folder is easier to tell apart."
    );

    public static readonly DiagnosticRule OutputNotOurs = new(
        "KS111",
        Severity.Error,
        "A file in the output folder was not written by this tool",
        "'{0}' in the output folder was not written by this tool and would be overwritten. Move it away, or name "
            + "another folder with --output.",
        """
        A build never deletes or overwrites files that this tool did not write. It lists its own files in
        `.knowledgesite` in the output folder. If another tool wrote the whole folder, delete the folder.
        """
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule OutputBusy = new(
        "KS112",
        Severity.Error,
        "Another build writes to the same folder",
        "Another build is writing to '{0}'. Wait until it ends, or name another folder with --output.",
        "Two builds into one folder would mix two sites. The second one stops before it writes anything."
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule OutputNotWritable = new(
        "KS113",
        Severity.Error,
        "The output cannot be written",
        "The site cannot be written to '{0}': {1} The previous site is unchanged.",
        "The disk may be full, or you may not have permission to write to the folder."
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule GoodSiteKept = new(
        "KS114",
        Severity.Info,
        "The last good site was kept",
        "The site in '{0}' was built without errors and is kept. Fix the errors above to replace it.",
        """
        A build with errors never replaces a site that was built without errors. If there is no such site, the build
        writes what it can, so that you can look at it.
        """
    );

    public static readonly DiagnosticRule ShallowClone = new(
        "KS121",
        Severity.Info,
        "The clone does not contain the full history",
        "This clone contains only the latest commits, so pages show no date and author of their last change. Fetch "
            + "the rest with 'git fetch --unshallow', or set 'fetch-depth: 0' in the checkout step of the workflow.",
        """
        Build services often fetch only the latest commit. It would then look as if that commit had changed every page,
        so pages show nothing. In GitHub Actions, fetch the whole history:

            - uses: actions/checkout@v5
              with:
                fetch-depth: 0

        To leave out the dates on purpose, set `history: false` in `site.yaml`.
        """
    );

    public static readonly DiagnosticRule HistoryUnreadable = new(
        "KS122",
        Severity.Info,
        "Git cannot read the history",
        "Git cannot read the history: {0}. Pages do not show when they were last changed.",
        """
        Either git is not installed or not on the PATH, or it refuses a folder that belongs to another user. In the
        second case, allow the folder with `git config --global --add safe.directory FOLDER`. Nothing else on the site
        depends on git.
        """
    );

    public static readonly DiagnosticRule UnknownOwner = new(
        "KS123",
        Severity.Warning,
        "An owner is not listed in site.yaml",
        "The owner '{0}' is not listed in site.yaml, so changes to this page have no reviewer.{1}",
        """
        `owners:` in `site.yaml` maps each owner to the handle of a team or a person:

            owners:
              Data Science Leads: '@acme/data-science-leads'

        Use one of these names, or add a new one to the list.
        """
    );

    public static readonly DiagnosticRule OwnersStale = new(
        "KS124",
        Severity.Info,
        "CODEOWNERS is out of date",
        "'{0}' does not match the owners of the pages. A maintainer updates it with 'knowledgesite codeowners "
            + "--write'.",
        """
        The part of the file between the two markers is generated from the `owner` of each page, and from `owners:` and
        `maintainers:` in `site.yaml`. Lines outside the markers are kept. If two lines match a file, the later one
        counts.

        Authors need not update the file, and an outdated file never fails a check. A workflow can update it on the main
        branch: see `.github/workflows/codeowners.yml` in the sources of KnowledgeSite.
        """
    );

    public static readonly DiagnosticRule Placeholder = new(
        "KS115",
        Severity.Warning,
        "A page still contains a placeholder",
        "The placeholder 'To be written' is here{0}. Write the text, or keep the page off the site with 'draft: "
            + "true'.",
        """
        `knowledgesite new` writes "To be written:" in each place that the author has to fill in. Readers should not see
        it. `draft: true` in the front matter keeps a page off the site until it is finished.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule MergeConflict = new(
        "KS125",
        Severity.Error,
        "A merge is not finished",
        "This is an unresolved merge conflict: both versions are between '<<<<<<<' and '>>>>>>>'. Keep the right "
            + "text, and delete these lines and '======='.",
        """
        If two people change the same lines, git writes both versions into the file and leaves the choice to you. Inside
        a fenced code block, such lines are taken as an example and not reported.
        """
    );

    public static readonly DiagnosticRule TooManyEntries = new(
        "KS126",
        Severity.Error,
        "A list has too many entries",
        "'{0}' has {1:N0} entries, and only the first {2:N0} are used. Delete the others, or split the file.",
        """
        Each tag and each former URL of a page creates a page, and each level of a ladder adds a row or a column to all
        of its tables. A page may therefore have at most 500 tags and 500 former URLs, and a ladder at most 100 levels.
        A longer list usually comes from a faulty script.
        """
    );

    public static readonly DiagnosticRule ImagesNotDrawn = new(
        "KS127",
        Severity.Warning,
        "Images cannot be drawn on this system",
        "The site has no cards and no PNG icons, because a library that draws them cannot be loaded: {0}. Build the "
            + "site on Linux, macOS or Windows with an x64 or Arm64 processor.",
        """
        Cards (`cards: true` in `site.yaml`) and the PNG icons of the site are drawn by SkiaSharp and HarfBuzz. The tool
        brings both for Linux, macOS and Windows, but on Linux they need the C++ library `libstdc++`. The rest of the
        site is complete, with its SVG icon.
        """
    );

    public static readonly DiagnosticRule ImageProblem = new(
        "KS128",
        Severity.Warning,
        "An image cannot be shown to all readers",
        "'{0}' {1}",
        """
        The image is empty, damaged, too large or in a format that browsers do not show. It is published as it is. Save
        it again as PNG, JPEG, WebP or SVG. Metadata, which can name the place of a photo, is removed from PNG, JPEG and
        WebP files only.
        """
    );
}
