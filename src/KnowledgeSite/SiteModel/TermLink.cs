namespace KnowledgeSite.SiteModel;

/// <summary>A stretch of a page's text that is linked to a term by itself.</summary>
/// <param name="Start">Its place in the page's HTML, in bytes.</param>
/// <param name="Term">The term's number.</param>
public readonly record struct TermLink(int Start, int End, int Term);
