using System.Globalization;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Adds to images their size, so that the text does not move when they load, and smaller variants of large images, from
/// which browsers choose. The variants are WebP files, named by the content of the original.
/// </summary>
internal static class PageImages
{
    /// <summary>The widths of variants in pixels. The last one is the widest that a page needs.</summary>
    private static readonly int[] Widths = [480, 960, 1440, 1920];

    /// <summary>Images with fewer bytes are loaded quickly as they are.</summary>
    private const int MinBytes = 60_000;

    /// <summary>
    /// A PNG image with fewer bytes, and with fewer than two bits for each pixel, is a drawing such as a plot. WebP
    /// saves little, and blurs its lines.
    /// </summary>
    private const int MinBytesOfDrawing = 150_000;

    /// <summary>Larger images would need too much memory.</summary>
    private const long MaxPixels = 40_000_000;

    /// <summary>The width of the text column, from the theme's <c>--measure</c>.</summary>
    private const string ColumnSizes = "(min-width: 40rem) 36rem, 100vw";

    /// <param name="resolve">Returns the target of a link, by its index in <see cref="PageBody.Links"/>.</param>
    public static void AddSizes(HtmlRewriter text, Site site, string root, Func<int, ResolvedLink> resolve)
    {
        if (text.Html.Utf8.AsSpan().IndexOf("<img"u8) < 0)
            return;
        foreach (var slot in text.Html.Slots)
        {
            if (slot.Content != SlotContent.Address || text.Html.FindTag(slot.Position) is not (> 0 and var next))
                continue;
            var tag = text.Html.Tags[next - 1];
            if (tag.Name != "img" || tag.End <= slot.Position || text.Html.FindAttribute(tag, "srcset"u8) is not null)
                continue;
            if (resolve(slot.Link) is not ResolvedLink.Internal { Address: var address })
                continue;
            var attributes = Attributes(
                site,
                address,
                text.Html.GetAttribute(tag, "width"u8),
                text.Html.GetAttribute(tag, "height"u8),
                root
            );
            if (attributes.Length > 0)
                text.Insert(tag.End - 1, attributes);
        }
    }

    /// <summary>The attributes of an image that its author did not write, each with a space before it.</summary>
    public static string Attributes(Site site, SitePath address, string? width, string? height, string root)
    {
        if (site.FindImage(address) is not { Size: { } size } image)
            return "";
        var attributes = "";
        var shown = int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : 0;
        if (width is null && height is null)
            attributes = $" width=\"{size.Width}\" height=\"{size.Height}\"";
        else if (shown > 0 && height is null)
            attributes = $" height=\"{Math.Max(1, (long)Math.Round((double)shown * size.Height / size.Width))}\"";

        var variants = FindVariants(site, image);
        if (variants.Count == 0)
            return attributes;
        var set = string.Join(", ", variants.Select(v => $"{root}{v.Address.Href} {v.Width}w"));
        return $"{attributes} srcset=\"{set}\" sizes=\"{(shown > 0 ? $"{shown}px" : ColumnSizes)}\"";
    }

    /// <summary>The variants of an image, from the narrowest to the widest.</summary>
    public static IReadOnlyList<ImageVariant> FindVariants(Site site, Asset image)
    {
        if (
            !site.Settings.ResizesImages
            || !image.CanBeResized
            || image.Size is not { } size
            || size.Width <= Widths[0]
            || (long)size.Width * size.Height > MaxPixels
            || image.Length < MinBytes
            || IsDrawing(image, size)
            || !image.Address.IsAsset
        )
            return [];
        var name = image.Address.Value[..image.Address.Value.LastIndexOf('.')];
        return
        [
            .. Widths
                // A variant of nearly the same width saves nothing.
                .Where(w => w <= size.Width * 3L / 4)
                .Append(Math.Min(size.Width, Widths[^1]))
                .Distinct()
                .Select(w => new ImageVariant(w, new SitePath($"{name}.{w}.webp"))),
        ];
    }

    private static bool IsDrawing(Asset image, PixelSize size) =>
        image.File.Path.Extension == ".png"
        && image.Length < MinBytesOfDrawing
        && image.Length * 8L < 2L * size.Width * size.Height;
}
