using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using KnowledgeSite.Cards;
using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Sharing;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Apps;

/// <summary>
/// What a browser asks for that keeps a site beside a reader's apps (w3.org/TR/appmanifest): the manifest, and icons.
/// Authors may put files of their own in their place.
/// </summary>
public sealed class WriteAppFiles : SiteFiles
{
    public static readonly SitePath Manifest = new("/manifest.webmanifest");

    public static readonly SitePath Icon = new("/icon.svg");

    /// <summary>For home screens that know no manifest.</summary>
    public static readonly SitePath TouchIcon = new("/icon-180.png");

    private static readonly (SitePath Address, int Side, bool IsMaskable)[] Pictures =
    [
        (TouchIcon, 180, true),
        (new("/icon-192.png"), 192, false),
        (new("/icon-512.png"), 512, false),
        (new("/icon-maskable-512.png"), 512, true),
    ];

    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context)
    {
        var colours = ThemeColours.Read(context.DocumentsOf<ThemeAsset>("Theme")).OfCards;
        var icon = new Lazy<SiteIcon>(() => new(site.Settings.Title, colours));
        return
        [
            new(Manifest, output => Write(output, site, colours)),
            new(Icon, output => icon.Value.WriteSvg(output)),
            .. Pictures.Select(p => new OutputFile(
                p.Address,
                output => icon.Value.WritePng(output, p.Side, p.IsMaskable)
            )),
        ];
    }

    /// <summary>Addresses are counted from the manifest's own, so they hold wherever the site is put.</summary>
    private static void Write(IBufferWriter<byte> output, Site site, CardColours colours)
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
        json.WriteString("background_color", $"#{colours.Ground:x6}");
        json.WriteString("theme_color", $"#{colours.Ground:x6}");
        json.WriteStartArray("icons");
        WriteIcon(json, Icon, "image/svg+xml", "any", false);
        foreach (var (address, side, isMaskable) in Pictures.Where(p => p.Address != TouchIcon))
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
