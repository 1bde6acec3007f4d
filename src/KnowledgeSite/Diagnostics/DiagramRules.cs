namespace KnowledgeSite.Diagnostics;

/// <summary>KS33x: diagrams written as data in a page.</summary>
public static class DiagramRules
{
    public static readonly DiagnosticRule NoLabel = new(
        "KS331",
        Severity.Warning,
        "A diagram has no label",
        "This diagram has no label, so a reader who cannot see it does not know what it shows. Add one, such "
            + "as 'label: The way of a ticket'.",
        "The label is the name of the figure: it stands above the drawing, and a screen reader says it "
            + "before anything else."
    );

    public static readonly DiagnosticRule Unknown = new(
        "KS332",
        Severity.Error,
        "A diagram names something that is not in it",
        "No {0} of this diagram has the id '{1}'.{2}",
        "A line leads from one id to another, and a box lies in a group by the group's id. What leads "
            + "nowhere is left out of the drawing."
    );

    public static readonly DiagnosticRule SameId = new(
        "KS333",
        Severity.Error,
        "Two parts of a diagram have one id",
        "Another {0} of this diagram has the id '{1}'. Give this one its own.",
        "Lines lead to the first that has the id; the second is drawn, but nothing can lead to it."
    );

    public static readonly DiagnosticRule Missing = new(
        "KS334",
        Severity.Error,
        "A part of a diagram lacks something",
        "This {0} of a diagram has no '{1}'. Write one.",
        "A box needs an `id` and a `text`, a line `from` and `to`, a pair `left` and `right`; without them "
            + "it is left out of the drawing. A side of a mapping needs a `title`."
    );

    public static readonly DiagnosticRule TooLarge = new(
        "KS335",
        Severity.Warning,
        "A diagram is too large to be read",
        "This diagram has {0} boxes and {1} lines; beyond {2} boxes or {3} lines it is shown as a list only. Split it.",
        "A drawing of that size is not taken in on any screen, and on a phone not at all. Several small "
            + "ones, each with a label, are."
    );

    public static readonly DiagnosticRule Empty = new(
        "KS336",
        Severity.Error,
        "A diagram has nothing to draw",
        "This diagram has nothing to draw, so its text is shown as it is written. Put something under '{0}'.",
        "A flow needs at least one box under `nodes`, a mapping at least one item on each side."
    );

    public static readonly DiagnosticRule NoDiagram = new(
        "KS317",
        Severity.Warning,
        "A block for a diagram holds none",
        "This '{0}' block has no '{1}', so it is shown as code. Write the diagram as YAML, or give the code "
            + "another name.",
        """
        Code whose name is `flow` or `mapping` is drawn where it holds the keys of a diagram. Other tools use these
        names too, so anything else is shown as it is written.
        """
    )
    {
        OnlyPrepared = true,
    };
}
