namespace KnowledgeSite.Diagnostics;

/// <summary>
/// How much a problem matters. Off hides it; Info never changes the exit code; Warning does under <c>--strict</c>.
/// </summary>
public enum Severity
{
    Off,
    Info,
    Warning,
    Error,
}
