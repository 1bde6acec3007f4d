using KnowledgeSite.Content;

namespace KnowledgeSite.SiteModel;

/// <summary>A link without a target.</summary>
/// <param name="Wanted">The path, name or fragment that was looked for.</param>
/// <param name="Target">The page, if it was found and only the fragment is missing; otherwise null.</param>
internal sealed record BrokenLink(SitePage Page, PageLink Link, BrokenLink.What Kind, string Wanted, SitePage? Target)
{
    internal enum What
    {
        Path,
        Wiki,
        Xref,
        Fragment,
    }
}
