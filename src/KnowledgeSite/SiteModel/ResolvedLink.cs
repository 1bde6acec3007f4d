using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A link, matched with what it leads to.</summary>
public abstract record ResolvedLink
{
    /// <summary>
    /// Elsewhere on the web, or not to be touched: it stands as the author wrote it. A link that matched nothing too.
    /// </summary>
    public sealed record AsWritten(string Target) : ResolvedLink;

    /// <summary>A place on this site.</summary>
    /// <param name="Suffix">Query and fragment with their marks, percent-encoded; empty where there are none.</param>
    /// <param name="Title">What the page is called; for a file, its name.</param>
    /// <param name="IsSamePage">Only the fragment needs to be written.</param>
    public sealed record Internal(SitePath Address, string Suffix, string Title, bool IsSamePage) : ResolvedLink;
}
