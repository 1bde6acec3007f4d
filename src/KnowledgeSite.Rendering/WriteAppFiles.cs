using System.Text.Json.Serialization;
using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Imaging;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>The addresses of the files for installing the site as an app.</summary>
public static class AppFiles
{
    /// <summary>The path of the web app manifest.</summary>
    public static readonly SitePath Manifest = new("/manifest.webmanifest");

    /// <summary>The path of the site's icon.</summary>
    public static readonly SitePath Icon = new("/icon.svg");

    /// <summary>The icon for home screens that do not support manifests.</summary>
    public static readonly SitePath TouchIcon = new("/icon-180.png");
}

/// <summary>
/// Generates the web app manifest and the icons for installing the site as an app (w3.org/TR/appmanifest). Authors can
/// replace them with their own files.
/// </summary>
/// <param name="canDraw">False if only the SVG icon can be generated.</param>
internal sealed class WriteAppFiles(bool canDraw, Pipeline<IReadOnlyList<ThemeAsset>> theme) : SiteFiles
{
    private static readonly (SitePath Address, int Side, bool IsMaskable)[] Images =
    [
        (AppFiles.TouchIcon, 180, true),
        (new("/icon-192.png"), 192, false),
        (new("/icon-512.png"), 512, false),
        (new("/icon-maskable-512.png"), 512, true),
    ];

    public override IReadOnlyList<Pipeline> Reads => [theme];

    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context)
    {
        var colours = ThemeColours.Read(context.Read(theme)).OfImages;
        var images = canDraw ? Images : [];
        var manifest = Manifest(site.Settings, colours, images);
        var icon = new Lazy<SiteIcon>(() => new(site.Settings.Title, colours));
        return
        [
            new(
                AppFiles.Manifest,
                output => JsonFormat.WriteIndented(manifest, ManifestJson.Default.AppManifest, output)
            ),
            new(AppFiles.Icon, output => icon.Value.WriteSvg(output)),
            .. images.Select(p => new OutputFile(
                p.Address,
                output => icon.Value.WritePng(output, p.Side, p.IsMaskable)
            )),
        ];
    }

    private static AppManifest Manifest(
        SiteSettings settings,
        ImageColours colours,
        IEnumerable<(SitePath Address, int Side, bool IsMaskable)> images
    ) =>
        new()
        {
            Name = settings.Title,
            ShortName = settings.Title,
            Description = settings.Description,
            Lang = settings.Language,
            Dir = WritingDirection.IsRightToLeft(settings.Language) ? "rtl" : null,
            BackgroundColor = $"#{colours.Background:x6}",
            ThemeColor = $"#{colours.Background:x6}",
            Icons =
            [
                new(AppFiles.Icon.Href, "image/svg+xml", "any", null),
                .. images
                    .Where(i => i.Address != AppFiles.TouchIcon)
                    .Select(i => new AppIcon(
                        i.Address.Href,
                        "image/png",
                        $"{i.Side}x{i.Side}",
                        i.IsMaskable ? "maskable" : null
                    )),
            ],
        };
}

/// <summary>
/// The content of the web app manifest. Its URLs are relative to the manifest, so the site works in any folder of a
/// host.
/// </summary>
internal sealed record AppManifest
{
    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public string? Description { get; init; }
    public required string Lang { get; init; }
    public string? Dir { get; init; }
    public string Id { get; } = "./";
    public string StartUrl { get; } = "./";
    public string Scope { get; } = "./";
    public string Display { get; } = "minimal-ui";
    public required string BackgroundColor { get; init; }
    public required string ThemeColor { get; init; }
    public required IEnumerable<AppIcon> Icons { get; init; }
}

/// <summary>An icon in the web app manifest.</summary>
internal sealed record AppIcon(string Src, string Type, string Sizes, string? Purpose);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(AppManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
