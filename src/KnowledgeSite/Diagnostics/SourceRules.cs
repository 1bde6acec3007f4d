namespace KnowledgeSite.Diagnostics;

/// <summary>KS1xx: what is read, and where the site is written.</summary>
public static class SourceRules
{
    public static readonly DiagnosticRule InvalidUtf8 = new(
        "KS101",
        Severity.Error,
        "A page is not UTF-8 text",
        "The byte {0} is not UTF-8 text, so the page is left out. Save the file as UTF-8.",
        """
        Pages are read as UTF-8. A file in another encoding (Windows-1252, Latin-1) or a file that is no text at all
        cannot be read without guessing, and a guess would put wrong letters in front of readers. The page is left out;
        all others are built.

        Open the file in your editor and save it again with the encoding UTF-8.
        """
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule Utf16 = new(
        "KS102",
        Severity.Warning,
        "A page is UTF-16",
        "The file is UTF-16 text. It was read, but other tools will stumble: save it as UTF-8.",
        """
        The file was read as UTF-16 and its page is built. Version control shows such a file as binary and most tools
        cannot search it. Save it as UTF-8.
        """
    );

    public static readonly DiagnosticRule NulCharacter = new(
        "KS103",
        Severity.Warning,
        "A text holds a NUL character",
        "A NUL character stands here; the page shows � in its place. Delete it.",
        """
        A NUL character is never meant. CommonMark replaces it by U+FFFD (�), and so does this site. Delete the
        character.
        """
    );

    public static readonly DiagnosticRule Unreadable = new(
        "KS104",
        Severity.Error,
        "A file or folder cannot be read",
        "Cannot be read, so it is left out: {0}",
        """
        The operating system refused the file or folder: it may not be yours to read, it may be a link to something that
        is not there, or it went away while the site was being built. Everything else is built.
        """
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule LinkLeavesInput = new(
        "KS105",
        Severity.Warning,
        "A symbolic link leads out of the input folder",
        "This symbolic link leads out of the input folder, so it is left out. Put the file itself here.",
        """
        A site is built from its input folder alone: what a link brings in from elsewhere is not in the pull request
        that is reviewed, and may not be meant for readers. Copy the file into the input folder.
        """
    );

    public static readonly DiagnosticRule LinkGoesInCircle = new(
        "KS106",
        Severity.Warning,
        "A symbolic link leads back to a folder around it",
        "This symbolic link leads back to a folder around it, so it is left out.",
        "Following the link would never end. Delete it, or let it name a folder elsewhere in the input."
    );

    public static readonly DiagnosticRule NoPages = new(
        "KS107",
        Severity.Error,
        "There is no page to build",
        "The input folder '{0}' holds no Markdown page (*.md). Add an index.md, or name another folder with --input.",
        "A site needs at least one page. The smallest is a file `index.md` with one line of text."
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule InputMissing = new(
        "KS108",
        Severity.Error,
        "The input folder is missing",
        "There is no folder '{0}'. Name the folder of your pages with --input.",
        "The folder given with `--input`, or `input` where none is given, does not exist below the working directory."
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule OutputOverInput = new(
        "KS109",
        Severity.Error,
        "The output folder would replace the input",
        "The output folder '{0}' is the input folder or holds it. Name another with --output.",
        "Building replaces the output folder as a whole. A folder that is also the input, or that holds it, "
            + "is never used for that."
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule OutputInsideInput = new(
        "KS110",
        Severity.Info,
        "The output folder lies inside the input",
        "The output folder '{0}' lies inside the input folder; its files are not read as pages.",
        "This works, and the output is left out when pages are read. A folder beside the input is easier to keep apart."
    );

    public static readonly DiagnosticRule OutputNotOurs = new(
        "KS111",
        Severity.Error,
        "A file in the output folder is not ours",
        "'{0}' in the output folder was not made by this tool and would be overwritten. Move it away, or "
            + "name another folder with --output.",
        """
        Files that this tool did not make are neither deleted nor overwritten. It keeps a list of its own files in
        `.knowledgesite` inside the output folder. If the whole folder came from another tool, delete it.
        """
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule OutputBusy = new(
        "KS112",
        Severity.Error,
        "Another build writes to the same folder",
        "Another build is writing to '{0}'. Wait until it has ended, or name another folder with --output.",
        "Two builds into one folder would mix two sites, so the second one stops before it writes anything."
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule OutputRefused = new(
        "KS113",
        Severity.Error,
        "The output cannot be written",
        "The site cannot be written to '{0}': {1} The site that was there is as it was.",
        "The disk may be full, or the folder may not be yours to write to. Nothing of the previous site was touched."
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule GoodSiteKept = new(
        "KS114",
        Severity.Info,
        "The last good site was kept",
        "The site in '{0}' was built without errors and is kept as it is. It is replaced when the errors "
            + "above are mended.",
        """
        A build with errors never replaces a site that was built without any. Where there is no such site yet, what
        could be built is written, so that you can look at it.
        """
    );

    public static readonly DiagnosticRule ShallowClone = new(
        "KS121",
        Severity.Info,
        "Only the latest changes are here",
        "This clone holds only the latest changes, so pages cannot say when they were last changed, nor by "
            + "whom. Fetch the rest: 'git fetch --unshallow', or 'fetch-depth: 0' where a workflow checks out.",
        """
        Services that build sites often fetch the latest commit alone. Every page would then seem to have been changed
        by it, so no page says anything. The remedy for GitHub Actions:

            - uses: actions/checkout@v5
              with:
                fetch-depth: 0

        Where nobody wants to read of changes, `history: false` in `site.yaml` leaves them out.
        """
    );

    public static readonly DiagnosticRule HistoryRefused = new(
        "KS122",
        Severity.Info,
        "The version control does not answer",
        "Git does not say what was changed: {0}. Pages do not say when they were last changed.",
        """
        Git is not installed or not on the PATH, or it refuses a folder that belongs to another user: `git config
        --global --add safe.directory FOLDER` tells git that this is meant. Nothing else of the site depends on git.
        """
    );

    public static readonly DiagnosticRule UnknownOwner = new(
        "KS123",
        Severity.Warning,
        "An owner is not among those of the site",
        "'{0}' is not among the owners in site.yaml, so nobody is asked about changes of this page.{1}",
        """
        Under `owners:` in `site.yaml` each owner of pages has the handle of a team or a person:

            owners:
              Data Science Leads: '@acme/data-science-leads'

        Write the owner as it stands there, or add it.
        """
    );

    public static readonly DiagnosticRule OwnersStale = new(
        "KS124",
        Severity.Info,
        "CODEOWNERS is out of date",
        "'{0}' does not name the owners that the pages have now. A maintainer brings it up to date with "
            + "'knowledgesite codeowners --write'.",
        """
        The part of the file between its two marks is made from the `owner` of each page, and from `owners:` and
        `maintainers:` in `site.yaml`. What stands outside the marks is left alone; of two lines that match a file, the
        later one counts.

        Authors need not update the file, and it never fails a check. A workflow can do it on the main branch: see
        `.github/workflows/codeowners.yml` in the sources of KnowledgeSite.
        """
    );

    public static readonly DiagnosticRule Placeholder = new(
        "KS115",
        Severity.Warning,
        "A page still holds a placeholder",
        "The placeholder 'To be written' stands here{0}. Write the text, or keep the page off the site with "
            + "'draft: true'.",
        """
        A page that `knowledgesite new` begins says "To be written:" wherever its author has something to write. Readers
        are not to find that on the site. `draft: true` in the front matter keeps a page off the site until it is
        finished.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule HalfMerged = new(
        "KS125",
        Severity.Error,
        "A merge is not finished",
        "A merge left both versions here, between '<<<<<<<' and '>>>>>>>'. Keep what is right, and delete "
            + "these lines and the one with '======='.",
        "Where two people changed the same lines, git writes both versions into the file and leaves the "
            + "choice to you. In a fenced block of code such lines are taken for an example."
    );

    public static readonly DiagnosticRule TooManyEntries = new(
        "KS126",
        Severity.Error,
        "A list has too many entries",
        "'{0}' has {1:N0} entries, of which only the first {2:N0} count. Delete the others, or divide the file.",
        """
        Each tag and each former address of a page makes a page of its own, and each level of a ladder a row or column
        in all of its tables. So a page may have at most 500 of each, and a ladder at most 100 levels. Longer lists
        usually come from a script by mistake.
        """
    );
}
