using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using KnowledgeSite.Files;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using Wordprocessing = DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeSite.Word;

/// <summary>The images of a document. An image that is shown twice is stored once.</summary>
internal sealed class PictureParts(WordPackage package)
{
    private const long UnitsPerPixel = 9525;

    /// <summary>
    /// The size of the text area in pixels of 1/96 inch, a little less than that of both paper sizes.
    /// </summary>
    private const double MaxWidth = 620;
    private const double MaxHeight = 850;

    private readonly Dictionary<SitePath, string> _parts = [];

    /// <summary>Creates a drawing. Null if Word cannot show the format.</summary>
    /// <param name="width">The width at which the page shows the image, in pixels; null for its own.</param>
    public Wordprocessing.Drawing? Create(SitePath address, byte[] bytes, string alt, int? width, int? height, int id)
    {
        if (TypeOf(bytes) is not { } type || ImageFile.ReadSize(bytes) is not { } size)
            return null;
        if (!_parts.TryGetValue(address, out var part))
        {
            part = $"image{_parts.Count + 1}";
            package.AddImage(part, type, bytes);
            _parts.Add(address, part);
        }

        var (w, h) = ((double)(width ?? size.Width), (double)(height ?? size.Height));
        var scale = Math.Min(1, Math.Min(MaxWidth / w, MaxHeight / h));
        return Drawing(part, alt, (long)(w * scale) * UnitsPerPixel, (long)(h * scale) * UnitsPerPixel, (uint)id);
    }

    private static string? TypeOf(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0x89, 0x50, ..] => "png",
            [0xFF, 0xD8, 0xFF, ..] => "jpeg",
            [0x47, 0x49, 0x46, 0x38, ..] => "gif",
            _ => null,
        };

    private static Wordprocessing.Drawing Drawing(string part, string alt, long width, long height, uint id) =>
        new(
            new Inline(
                new Extent { Cx = Math.Max(1, width), Cy = Math.Max(1, height) },
                new DocProperties
                {
                    Id = id,
                    Name = $"Image {id}",
                    Description = alt,
                },
                new Graphic(
                    new GraphicData(
                        new Pictures.Picture(
                            new Pictures.NonVisualPictureProperties(
                                new Pictures.NonVisualDrawingProperties { Id = id, Name = part },
                                new Pictures.NonVisualPictureDrawingProperties()
                            ),
                            new Pictures.BlipFill(new Blip { Embed = part }, new Stretch(new FillRectangle())),
                            new Pictures.ShapeProperties(
                                new Transform2D(
                                    new Offset { X = 0, Y = 0 },
                                    new Extents { Cx = Math.Max(1, width), Cy = Math.Max(1, height) }
                                ),
                                new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle }
                            )
                        )
                    )
                    {
                        Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
                    }
                )
            )
            {
                DistanceFromTop = 0,
                DistanceFromBottom = 0,
                DistanceFromLeft = 0,
                DistanceFromRight = 0,
            }
        );
}
