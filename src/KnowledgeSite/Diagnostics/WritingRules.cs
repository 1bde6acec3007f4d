namespace KnowledgeSite.Diagnostics;

/// <summary>
/// KS7xx: advice on how statements are written. Suspended for one statement by <c>allow="KS702 and the reason"</c> in
/// its braces.
/// </summary>
public static class WritingRules
{
    public static readonly DiagnosticRule NotDemonstrable = new(
        "KS701",
        Severity.Warning,
        "A statement begins with what cannot be observed",
        "'{0}' cannot be observed. Begin with something that a colleague could see, such as 'Writes', "
            + "'Decides' or 'Shows'.",
        "Whether somebody understands, knows or cares is a guess; what they write, decide, ship or teach can "
            + "be pointed at."
    );

    public static readonly DiagnosticRule TwoExpectations = new(
        "KS702",
        Severity.Warning,
        "A statement hides a second expectation",
        "'{0}' begins a second expectation. Make it a signal of its own.",
        "Of two expectations joined by 'and' a person may meet one, and nobody can say so."
    );

    public static readonly DiagnosticRule Trivialising = new(
        "KS703",
        Severity.Warning,
        "A word makes light of the work",
        "'{0}' makes light of what is asked. Leave it out.",
        "Words such as 'just' and 'simply' tell the reader who finds it hard that it should not be."
    );
}
