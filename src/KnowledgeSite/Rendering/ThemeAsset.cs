using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>A file of the theme at its address on the site.</summary>
public sealed record ThemeAsset(SitePath Address, byte[] Bytes)
{
    internal static ThemeAsset Of(string name, byte[] bytes) =>
        new(
            new($"/assets/{Path.GetFileNameWithoutExtension(name)}.{ContentHash.Of(bytes)}{Path.GetExtension(name)}"),
            bytes
        );
}
