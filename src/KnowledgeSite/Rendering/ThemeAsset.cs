using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>A file of the theme at its address on the site.</summary>
public sealed record ThemeAsset(SitePath Address, byte[] Bytes)
{
    internal static ThemeAsset Of(ThemeFile file)
    {
        var ending = Path.GetExtension(file.Name);
        return new(new($"/assets/{Path.GetFileNameWithoutExtension(file.Name)}.{ContentHash.Of(file.Bytes)}{ending}"), file.Bytes);
    }
}

/// <summary>Names the files of the theme by their content.</summary>
public sealed class ReadTheme(ITheme theme) : IModule<Nothing, ThemeAsset>
{
    public IReadOnlyList<ThemeAsset> Execute(IReadOnlyList<Nothing> documents, ModuleContext context) => [.. theme.Files.Select(ThemeAsset.Of)];
}
