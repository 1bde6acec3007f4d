using System.Collections.Concurrent;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace KnowledgeSite.Imaging;

/// <summary>A font file: SkiaSharp draws its glyphs, HarfBuzz chooses and positions them.</summary>
#pragma warning disable CA1001 // A face is kept as long as the process runs.
internal sealed class FontFace
#pragma warning restore CA1001
{
    private readonly SKFont _font;
    private readonly Lazy<Font> _shaper;

    private FontFace(SKTypeface typeface, Func<Blob> read)
    {
        Typeface = typeface;
        _font = new(typeface);
        _shaper = new(() => CreateShaper(read));
    }

    public SKTypeface Typeface { get; }

    public static FontFace Embedded(string name)
    {
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream($"cards/{name}")!;
        var data = SKData.Create(stream);
        return new(SKTypeface.FromData(data)!, () => new(data.Data, (int)data.Size, MemoryMode.ReadOnly));
    }

    /// <summary>Null if the file is not a font that SkiaSharp can read.</summary>
    public static FontFace? Open(string file) =>
        SKTypeface.FromFile(file) is { } typeface ? new(typeface, () => Blob.FromFile(file)) : null;

    /// <summary>True if the font has a glyph for each character of the cluster.</summary>
    public bool Has(string cluster)
    {
        // Most fonts lack the first character, which is cheaper to find out.
        if (!_font.ContainsGlyph(char.ConvertToUtf32(cluster, 0)))
            return false;
        return cluster.Length == 1 || !Shape(cluster, isRightToLeft: false).Glyphs.Contains((ushort)0);
    }

    /// <summary>Shapes a text in one direction. The glyphs are ordered from left to right.</summary>
    public GlyphRun Shape(string text, bool isRightToLeft)
    {
        using var buffer = new Buffer { Direction = isRightToLeft ? Direction.RightToLeft : Direction.LeftToRight };
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        _shaper.Value.Shape(buffer);
        var infos = buffer.GetGlyphInfoSpan();
        var shaped = buffer.GetGlyphPositionSpan();
        var glyphs = new ushort[infos.Length];
        var positions = new SKPoint[infos.Length];
        var x = 0f;
        var em = (float)Typeface.UnitsPerEm;
        for (var i = 0; i < glyphs.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            positions[i] = new(x + shaped[i].XOffset / em, -shaped[i].YOffset / em);
            x += shaped[i].XAdvance / em;
        }

        return new(Typeface, glyphs, positions, x);
    }

    private Font CreateShaper(Func<Blob> read)
    {
        using var blob = read();
        using var face = new Face(blob, 0);
        var font = new Font(face);
        font.SetScale(Typeface.UnitsPerEm, Typeface.UnitsPerEm);
        font.SetFunctionsOpenType();
        return font;
    }
}

/// <summary>Glyphs of one font, from left to right.</summary>
/// <param name="Positions">The origin of each glyph, relative to the size of the text; y points down.</param>
/// <param name="Width">The width, relative to the size of the text.</param>
internal sealed record GlyphRun(SKTypeface Typeface, ushort[] Glyphs, SKPoint[] Positions, float Width);

/// <summary>
/// The fonts of the system, which are read when they are first needed. The same folders give the same choice of fonts.
/// </summary>
/// <param name="folders">Folders with font files, also in subfolders; those that do not exist are left out.</param>
internal sealed class SystemFonts(IReadOnlyList<string> folders)
{
    private static readonly EnumerationOptions AllFiles = new() { RecurseSubdirectories = true };

    private readonly ConcurrentDictionary<string, FontFace?> _found = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<FontFace>> _faces = new(() => Read(folders));

    /// <summary>The first font that has all characters of a cluster; null if no font has them.</summary>
    public FontFace? Find(string cluster) =>
        _found.GetOrAdd(cluster, static (c, faces) => faces.Value.FirstOrDefault(f => f.Has(c)), _faces);

    /// <summary>Upright fonts of normal width come first, then those that are about as bold as a title.</summary>
    private static IReadOnlyList<FontFace> Read(IReadOnlyList<string> folders) =>
        [
            .. folders
                .Where(Directory.Exists)
                .SelectMany(f => Directory.EnumerateFiles(f, "*", AllFiles))
                .Where(IsFont)
                .Order(StringComparer.Ordinal)
                .Select(FontFace.Open)
                .OfType<FontFace>()
                .OrderBy(f => f.Typeface.FontSlant != SKFontStyleSlant.Upright)
                .ThenBy(f => Math.Abs(f.Typeface.FontWidth - (int)SKFontStyleWidth.Normal))
                .ThenBy(f => Math.Abs(f.Typeface.FontWeight - (int)SKFontStyleWeight.SemiBold)),
        ];

    /// <summary>True for font files, except the one of macOS that has a box for every character.</summary>
    private static bool IsFont(string file) =>
        Path.GetExtension(file).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc"
        && !Path.GetFileName(file).StartsWith("LastResort", StringComparison.Ordinal);
}
