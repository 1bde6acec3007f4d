namespace KnowledgeSite.Diagnostics;

/// <summary>KS37x: Jupyter notebooks.</summary>
internal static class NotebookRules
{
    public static readonly DiagnosticRule Unreadable = new(
        "KS371",
        Severity.Error,
        "A notebook cannot be read",
        "The notebook is left out: {0}.",
        """
        A notebook (`.ipynb`) is a JSON file in the format of Jupyter, nbformat 4. Older notebooks, from before 2015,
        can be converted by `jupyter nbconvert --to notebook --nbformat 4`. All other pages are built.

        To keep a notebook off the site, begin its name with `_`.
        """
    );

    public static readonly DiagnosticRule NotShown = new(
        "KS372",
        Severity.Info,
        "An output of a notebook is shown as text or left out",
        "Outputs of type '{0}' (the first in cell {1}) need a program, so readers see their text, if there is one. "
            + "Save an image or a table as the output, or hide it with the tag 'remove-output'.",
        """
        Widgets and interactive charts run only in Jupyter or with scripts from other sites, which pages do not have.
        Each type has one message for a notebook. Many libraries can also write an image: for Plotly,
        `fig.show("png")`; for Altair, `alt.renderers.enable("png")`.
        """
    );

    public static readonly DiagnosticRule OutputCut = new(
        "KS373",
        Severity.Info,
        "An output of a notebook is cut",
        "The output of cell {0} is long, so only its beginning is shown. Print less, or hide it with the tag "
            + "'remove-output'.",
        """
        At most 400 lines and 40,000 characters of each text output are shown. A longer one is usually a log. Each
        notebook has one message.
        """
    );
}
