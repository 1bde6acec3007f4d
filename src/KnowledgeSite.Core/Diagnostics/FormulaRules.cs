namespace KnowledgeSite.Diagnostics;

/// <summary>KS34x: formulas.</summary>
internal static class FormulaRules
{
    public static readonly DiagnosticRule Macro = new(
        "KS339",
        Severity.Warning,
        "A macro in site.yaml cannot be used",
        "The macro '{0}' cannot be used: {1}",
        """
        A macro has a name of letters, and TeX in quotation marks, with `#1` to `#9` for its arguments:

            math:
              macros:
                R: '\mathbb{R}'
                norm: '\left\lVert #1 \right\rVert'
        """
    );

    public static readonly DiagnosticRule UnknownCommand = new(
        "KS340",
        Severity.Warning,
        "A formula uses an unknown command",
        "'{0}' is unknown, so the formula is shown as TeX.{1}",
        """
        Formulas may use the commands of LaTeX, of the AMS packages and of mathtools that have a meaning on a page.
        Other commands can be macros of the site, which every page knows:

            math:
              macros:
                R: '\mathbb{R}'

        A formula can also define one with `\newcommand`, for the formulas below it on the page. Each unknown command is
        reported once for a page.
        """
    );

    public static readonly DiagnosticRule Invalid = new(
        "KS341",
        Severity.Warning,
        "A formula is not valid TeX",
        "The formula is shown as TeX. {0}",
        "Half a formula would say something else than the author meant, so all of its TeX is shown."
    );

    public static readonly DiagnosticRule TooLarge = new(
        "KS342",
        Severity.Warning,
        "A formula is too large",
        "The formula is shown as TeX. {0}",
        """
        A formula may have 50,000 characters and a hundred levels of braces. Macros may add 50,000 parts to it, and a
        million to all formulas of a page. Such large formulas nearly always come from a macro that uses itself, or from
        a damaged file.
        """
    );

    public static readonly DiagnosticRule NoEquation = new(
        "KS343",
        Severity.Warning,
        "A reference leads to no equation",
        "No equation on this page has the label '{0}'.{1}",
        "`\\eqref{name}` and `\\ref{name}` link to the equation that has `\\label{name}` on the same page, and show "
            + "its number."
    );

    public static readonly DiagnosticRule SameLabel = new(
        "KS344",
        Severity.Warning,
        "Two equations have one label",
        "Another equation on this page has the label '{0}'. Give this one another label.",
        "References lead to the first equation with the label."
    );
}
