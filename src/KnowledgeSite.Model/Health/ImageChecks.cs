using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>Finds images in the input folder that no page uses.</summary>
internal static class ImageChecks
{
    private static readonly HashSet<string> Endings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"];

    public static IEnumerable<Diagnostic> Check(Site site, IReadOnlyList<SourceFile> sources)
    {
        var used = site.Assets.Select(a => a.File.Path).Concat(site.Links.Files).ToHashSet();
        return sources
            .Select(s => s.Path)
            .Where(p => Endings.Contains(p.Extension) && !used.Contains(p))
            .Select(p => Diagnostic.At(HealthRules.UnusedImage, p));
    }
}
