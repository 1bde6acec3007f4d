using KnowledgeSite.Files;

namespace KnowledgeSite.Theme;

/// <summary>
/// A placeholder in a sidebar whose value depends on the page: whether a link is the current page, or whether a list is
/// open.
/// </summary>
/// <param name="IsList">True for a collapsible list, false for a link.</param>
/// <param name="IsOpen">True if the list is open on every page.</param>
public sealed record SidebarPlace(SitePath Address, bool IsList, bool IsOpen);
