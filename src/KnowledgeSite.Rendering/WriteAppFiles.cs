using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
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
    private static readonly (SitePath Address, int Side, bool IsMaskable)[] Pictures =
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
        var pictures = canDraw ? Pictures : [];
        var icon = new Lazy<SiteIcon>(() => new(site.Settings.Title, colours));
        return
        [
            new(AppFiles.Manifest, output => Write(output, site, colours, pictures)),
            new(AppFiles.Icon, output => icon.Value.WriteSvg(output)),
            .. pictures.Select(p => new OutputFile(
                p.Address,
                output => icon.Value.WritePng(output, p.Side, p.IsMaskable)
            )),
        ];
    }

    /// <summary>
    /// Writes the manifest. Its URLs are relative to the manifest, so the site works in any folder of a host.
    /// </summary>
    private static void Write(
        IBufferWriter<byte> output,
        Site site,
        ImageColours colours,
        (SitePath Address, int Side, bool IsMaskable)[] pictures
    )
    {
        using var json = new Utf8JsonWriter(
            output,
            new()
            {
                Indented = true,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
        json.WriteStartObject();
        json.WriteString("name", site.Settings.Title);
        json.WriteString("short_name", site.Settings.Title);
        if (site.Settings.Description is { } description)
            json.WriteString("description", description);
        json.WriteString("lang", site.Settings.Language);
        if (WritingDirection.IsRightToLeft(site.Settings.Language))
            json.WriteString("dir", "rtl");
        json.WriteString("id", "./");
        json.WriteString("start_url", "./");
        json.WriteString("scope", "./");
        json.WriteString("display", "minimal-ui");
        json.WriteString("background_color", $"#{colours.Background:x6}");
        json.WriteString("theme_color", $"#{colours.Background:x6}");
        json.WriteStartArray("icons");
        WriteIcon(json, AppFiles.Icon, "image/svg+xml", "any", false);
        foreach (var (address, side, isMaskable) in pictures.Where(p => p.Address != AppFiles.TouchIcon))
            WriteIcon(json, address, "image/png", $"{side}x{side}", isMaskable);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIcon(Utf8JsonWriter json, SitePath address, string type, string sizes, bool isMaskable)
    {
        json.WriteStartObject();
        json.WriteString("src", address.Href);
        json.WriteString("type", type);
        json.WriteString("sizes", sizes);
        if (isMaskable)
            json.WriteString("purpose", "maskable");
        json.WriteEndObject();
    }
}
