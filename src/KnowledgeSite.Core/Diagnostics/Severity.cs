namespace KnowledgeSite.Diagnostics;

/// <summary>
/// How serious a problem is. <see cref="Off"/> hides it, <see cref="Info"/> never changes the exit code, and
/// <see cref="Warning"/> changes it only with <c>--strict</c>.
/// </summary>
public enum Severity
{
    Off,
    Info,
    Warning,
    Error,
}
