using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>A theme file with its address on the site.</summary>
internal sealed record ThemeAsset(SitePath Address, byte[] Bytes)
{
    internal static ThemeAsset Create(string name, byte[] bytes) =>
        new(
            SitePath.OfAsset(
                Path.GetFileNameWithoutExtension(name),
                ContentHash.Compute(bytes),
                Path.GetExtension(name)
            ),
            bytes
        );
}
