namespace KnowledgeSite.SiteModel;

/// <summary>A range of a page's text that is automatically linked to a term.</summary>
/// <param name="Start">Byte offset in the page's HTML.</param>
/// <param name="Term">The term's number.</param>
public readonly record struct TermLink(int Start, int End, int Term);
