using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>The navigation of a section, shared by its pages; each page marks its own position.</summary>
public sealed record SidebarView(LinkView Section, IReadOnlyList<SidebarItem> Items);

/// <param name="Children">Null for a page, and for a folder whose contents are not shown here.</param>
/// <param name="Collapsed">True if the folder is closed unless the current page is inside.</param>
public sealed record SidebarItem(string Label, SitePath Address, IReadOnlyList<SidebarItem>? Children, bool Collapsed);
