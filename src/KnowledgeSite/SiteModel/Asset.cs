using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A file that pages refer to, published beside them.</summary>
/// <param name="Address">With a hash of the content in its name where the browser fetches it with the page; else stable.</param>
public sealed record Asset(SourceFile File, SitePath Address);
