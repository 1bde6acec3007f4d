using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A resolved link.</summary>
public abstract record ResolvedLink
{
    /// <summary>An external link, a broken link, or another link that is kept as the author wrote it.</summary>
    public sealed record AsWritten(string Target) : ResolvedLink;

    /// <summary>A link to a place on this site.</summary>
    /// <param name="Suffix">Query and fragment, including <c>?</c> and <c>#</c>, percent-encoded; empty if there are
    /// none.</param>
    /// <param name="Title">The title of the page, or the name of the file.</param>
    /// <param name="IsSamePage">True if the target is on the same page, so that only the fragment is written.</param>
    public sealed record Internal(SitePath Address, string Suffix, string Title, bool IsSamePage) : ResolvedLink;
}
