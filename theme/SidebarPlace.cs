using KnowledgeSite.Files;

namespace KnowledgeSite.Theme;

/// <summary>
/// A place in a sidebar where a page decides what stands: whether a link leads to the page itself, whether a list is
/// open.
/// </summary>
/// <param name="IsList">A list that opens and closes, rather than a link.</param>
/// <param name="IsOpen">The list is open on every page.</param>
public sealed record SidebarPlace(SitePath Address, bool IsList, bool IsOpen);
