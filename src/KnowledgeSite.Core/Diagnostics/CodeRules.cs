namespace KnowledgeSite.Diagnostics;

/// <summary>KS353 to KS358: files of the repository that pages show as code.</summary>
internal static class CodeRules
{
    public static readonly DiagnosticRule FileMissing = new(
        "KS353",
        Severity.Warning,
        "The file of a code block does not exist",
        "There is no file '{0}' in the repository. Correct the path, which begins at the folder of the page.",
        """
        `file=` after the language shows a file of the repository as code: ```` ```python file=../src/train.py ````. The
        path is relative to the page. If the file does not exist, the code between the fences is shown.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule FileRefused = new(
        "KS354",
        Severity.Error,
        "The file of a code block may not be shown",
        "'{0}' {1}, so it is not shown. Name a file of the repository whose path has no names that begin with a dot.",
        """
        A page can show files of its own repository only: of the folder that git knows, or without git, of the input
        folder. Absolute paths and symbolic links that lead out of it are refused. Files and folders whose names begin
        with a dot are refused too, because they hold settings of tools and passwords. `.github` and `.gitlab-ci.yml`
        are allowed.
        """
    );

    public static readonly DiagnosticRule FileNotText = new(
        "KS355",
        Severity.Warning,
        "A code block cannot show its file",
        "'{0}' {1}, so it is not shown. Name a text file of at most 1 MB.",
        "Only text files in UTF-8 or UTF-16 can be shown as code: at most 1 MB each, and 10 MB on a page."
    );

    public static readonly DiagnosticRule LinesMissing = new(
        "KS356",
        Severity.Warning,
        "A code block shows lines that its file does not have",
        "'{0}' has {1} lines, so it has no lines {2}. Correct the numbers, or use a named region, which stays correct "
            + "when the file changes.",
        """
        `file=train.py#L10-L30` shows the lines 10 to 30, and `#L10` one line. The lines that exist are shown.
        """
    );

    public static readonly DiagnosticRule RegionMissing = new(
        "KS357",
        Severity.Warning,
        "The region of a code block does not exist",
        "'{0}' has no region '{1}'.{2} Mark it in the file with two comments: '#region {1}' and '#endregion'.",
        """
        `file=train.py#setup` shows the lines between two comments of the file: `#region setup` and `#endregion`, in the
        comment signs of its language (`// #region setup`, `<!-- #region setup -->`), or `--8<-- [start:setup]` and
        `--8<-- [end:setup]`.
        """
    );

    public static readonly DiagnosticRule CodeReplaced = new(
        "KS358",
        Severity.Warning,
        "A code block has code and a file",
        "The block shows '{0}', so the code between the fences is not shown. Delete one of the two.",
        "Code between the fences is shown only if the file cannot be."
    );

    public static readonly DiagnosticRule InvalidLines = new(
        "KS359",
        Severity.Warning,
        "The lines to highlight are not a range",
        "'{0}' is not a line or a range of lines. Write numbers from 1, with the smaller one first, such as '2,4-6'.",
        "Lines of a code block are counted from 1. `hl_lines=\"2 4-6\"` and `{2,4-6}` highlight lines 2, 4, 5 and 6."
    );

    public static readonly DiagnosticRule HighlightedLineMissing = new(
        "KS374",
        Severity.Warning,
        "A line to highlight does not exist",
        "The code has {0}, so '{1}' is not highlighted. Lines are counted from 1, whatever number is shown beside the "
            + "first one. Correct it.",
        "`{2,4-6}` and `hl_lines=\"2 4-6\"` highlight lines 2, 4, 5 and 6 of the code between the fences."
    )
    {
        OnlyPrepared = true,
    };
}
