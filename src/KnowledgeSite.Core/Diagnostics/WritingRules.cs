namespace KnowledgeSite.Diagnostics;

/// <summary>
/// KS70x: advice on the wording of statements. Authors can exempt a statement with
/// <c>allow="KS702 and the reason"</c> in its braces.
/// </summary>
internal static class WritingRules
{
    public static readonly DiagnosticRule NotDemonstrable = new(
        "KS701",
        Severity.Warning,
        "A statement begins with something that cannot be observed",
        "'{0}' cannot be observed. Begin with something that a colleague can see, such as 'Writes', 'Decides' or "
            + "'Shows'.",
        """
        Whether somebody understands, knows or cares is a guess. What they write, decide, ship or teach can be observed.
        """
    );

    public static readonly DiagnosticRule TwoExpectations = new(
        "KS702",
        Severity.Warning,
        "A statement contains two expectations",
        "'{0}' begins a second expectation. Make it a signal of its own.",
        "If a statement joins two expectations with 'and', somebody who meets only one of them cannot be assessed."
    );

    public static readonly DiagnosticRule Trivialising = new(
        "KS703",
        Severity.Warning,
        "A word belittles the work",
        "'{0}' makes the task sound easy. Leave it out.",
        "Words such as 'just' and 'simply' discourage readers who find the task hard."
    );
}
