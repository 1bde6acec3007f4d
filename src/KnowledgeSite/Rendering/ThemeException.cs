namespace KnowledgeSite.Rendering;

/// <summary>
/// The files of a theme do not fit together: a mistake of who writes the theme, not of who writes pages.
/// </summary>
public sealed class ThemeException(string message) : Exception(message);
