namespace KnowledgeSite.Diagnostics;

/// <summary>KS33x: diagrams written as data in a page.</summary>
internal static class DiagramRules
{
    public static readonly DiagnosticRule NoLabel = new(
        "KS331",
        Severity.Warning,
        "A diagram has no label",
        "This diagram has no label, so screen readers cannot announce it. Add one, such as 'label: How a ticket is "
            + "handled'.",
        "The label is the title of the figure. It is shown above the drawing, and screen readers announce it first."
    );

    public static readonly DiagnosticRule Unknown = new(
        "KS332",
        Severity.Error,
        "A diagram refers to an unknown id",
        "There is no {0} with the id '{1}' in this diagram.{2}",
        """
        A line leads from one id to another, and a box can name the id of its group. References to an unknown id are
        left out of the drawing.
        """
    );

    public static readonly DiagnosticRule SameId = new(
        "KS333",
        Severity.Error,
        "Two parts of a diagram have one id",
        "Another {0} in this diagram has the id '{1}'. Give this one another id.",
        "Lines lead to the first part with the id. The second one is drawn, but no line can lead to it."
    );

    public static readonly DiagnosticRule Missing = new(
        "KS334",
        Severity.Error,
        "A part of a diagram is incomplete",
        "This {0} has no '{1}'. Add it.",
        """
        A box needs an `id` and a `text`, a line needs `from` and `to`, and a pair needs `left` and `right`. Without
        them, it is left out of the drawing. Each side of a mapping needs a `title`.
        """
    );

    public static readonly DiagnosticRule TooLarge = new(
        "KS335",
        Severity.Warning,
        "A diagram is too large to read",
        "This diagram has {0} boxes and {1} lines. With more than {2} boxes or {3} lines it is shown only as a list. "
            + "Split it.",
        """
        Such a large drawing cannot be read on a screen, least of all on a phone. Draw several small diagrams, each with
        a label.
        """
    );

    public static readonly DiagnosticRule TooMany = new(
        "KS386",
        Severity.Warning,
        "A page has too many diagrams",
        "The diagrams of this page have more than {0},000 characters. From this one on, their source is shown. "
            + "Move some to another page.",
        """
        Hundreds of diagrams take seconds to draw, and browsers are slow to show them. Only the first ones of such a
        page are drawn.
        """
    );

    public static readonly DiagnosticRule Empty = new(
        "KS336",
        Severity.Error,
        "A diagram is empty",
        "This diagram is empty, so its source is shown. Add something under '{0}'.",
        "A flow needs at least one box under `nodes`. A mapping needs at least one item on each side."
    );

    public static readonly DiagnosticRule NoDiagram = new(
        "KS317",
        Severity.Warning,
        "A diagram block contains no diagram",
        "This '{0}' block has no '{1}', so it is shown as code. Write the diagram as YAML, or give the code block "
            + "another language.",
        """
        A code block with the language `flow` or `mapping` is drawn if it contains the keys of a diagram. Other tools
        use these names too, so any other content is shown as code.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule MermaidType = new(
        "KS319",
        Severity.Warning,
        "A Mermaid diagram is shown as code",
        "Mermaid's '{0}' is not drawn, so its source is shown. Use one of {1}, or add the diagram as an image.",
        """
        Mermaid diagrams are drawn when the site is built, because the site has no script for it: see
        docs/writing.md. The types of diagrams that are not drawn are shown as code.
        """
    );

    public static readonly DiagnosticRule MermaidSyntax = new(
        "KS338",
        Severity.Warning,
        "A Mermaid diagram cannot be read",
        "This Mermaid diagram is shown as code. {0} {1}",
        """
        A diagram with a mistake is not drawn at all, because a drawing without some of its parts would say something
        else. The message names the first place that is not Mermaid's language, or a part of it that is not supported.
        """
    );
}
