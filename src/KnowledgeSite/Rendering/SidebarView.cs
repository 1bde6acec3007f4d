using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>The navigation of a section; shared by its pages, which mark their own place in it.</summary>
public sealed record SidebarView(LinkView Section, IReadOnlyList<SidebarItem> Items);

/// <param name="Children">Null for a page, and for a folder whose inside is not shown here.</param>
/// <param name="Collapsed">Closed unless the reader is inside.</param>
public sealed record SidebarItem(string Label, SitePath Address, IReadOnlyList<SidebarItem>? Children, bool Collapsed);
