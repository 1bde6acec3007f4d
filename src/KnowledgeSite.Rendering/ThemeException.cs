namespace KnowledgeSite.Rendering;

/// <summary>
/// The exception for inconsistent theme files: an error of the theme's author, not of a page's author.
/// </summary>
internal sealed class ThemeException(string message) : Exception(message);
