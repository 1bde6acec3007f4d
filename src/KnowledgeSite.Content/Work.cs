namespace KnowledgeSite.Content;

/// <summary>A source that pages are based on: an entry of <c>sources.yaml</c>.</summary>
/// <param name="Author">The author or publisher, or null if unknown.</param>
public sealed record Work(Located<string> Id, string Title, string? Author, string? Year, WorkForm? Form, string? Url)
{
    internal const string IdPattern = "^[A-Za-z0-9][A-Za-z0-9._-]*$";
}

public enum WorkForm
{
    Book,
    Chapter,
    Article,
    Blueprint,
    Notes,
    Talk,
    Ladder,
}
