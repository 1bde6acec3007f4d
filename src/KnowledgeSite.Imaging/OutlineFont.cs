using System.Buffers.Binary;
using System.Text;

namespace KnowledgeSite.Imaging;

/// <summary>
/// An outline font, read from a TrueType file (learn.microsoft.com/typography/opentype/spec) that
/// <c>eng/card-fonts.py</c> generates: one glyph per character, composite glyphs with offsets only, kerning as a table
/// of pairs. Scripts with contextual shaping or reordering are not supported.
/// </summary>
internal sealed class OutlineFont
{
    private const int IsOnCurve = 1,
        ShortX = 2,
        ShortY = 4,
        Repeats = 8,
        SameX = 16,
        SameY = 32;
    private const int WordOffsets = 1,
        MoreParts = 32;

    private readonly byte[] _bytes;
    private readonly Dictionary<string, int> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<char, int> _glyphs = [];
    private readonly Dictionary<(int Left, int Right), short> _kerning = [];
    private readonly bool _hasLongPlaces;
    private readonly int _widths;

    public OutlineFont(byte[] bytes)
    {
        _bytes = bytes;
        for (var i = 0; i < U16(4); i++)
            _tables[Encoding.ASCII.GetString(bytes, 12 + 16 * i, 4)] = (int)U32(12 + 16 * i + 8);
        Size = U16(_tables["head"] + 18);
        _hasLongPlaces = U16(_tables["head"] + 50) == 1;
        _widths = U16(_tables["hhea"] + 34);
        ReadLetters(_tables["cmap"]);
        ReadKerning(_tables["kern"]);
    }

    public static OutlineFont Serif => LazyInitializer.EnsureInitialized(ref _serif, () => Embedded("serif.ttf"));

    private static OutlineFont? _serif;

    public static OutlineFont Sans => LazyInitializer.EnsureInitialized(ref _sans, () => Embedded("sans.ttf"));

    private static OutlineFont? _sans;

    /// <summary>The line height in font units.</summary>
    public int Size { get; }

    public bool Has(char letter) => _glyphs.ContainsKey(letter);

    public int Width(char letter) => U16(_tables["hmtx"] + 4 * Math.Min(Glyph(letter), _widths - 1));

    /// <summary>The kerning between two characters in font units.</summary>
    public int Kerning(char left, char right) => _kerning.GetValueOrDefault((Glyph(left), Glyph(right)));

    /// <summary>The closed contours of a character, one after the other.</summary>
    public IEnumerable<Curve> Outline(char letter) => OutlineOf(Glyph(letter)).SelectMany(Curves);

    private int Glyph(char letter) => _glyphs.GetValueOrDefault(letter);

    private IEnumerable<List<(OutlinePoint Spot, bool IsOn)>> OutlineOf(int glyph)
    {
        var (at, end) = (Place(glyph), Place(glyph + 1));
        if (at == end)
            return [];
        at += _tables["glyf"];
        return I16(at) < 0 ? Parts(at + 10) : Contours(at + 10, I16(at));
    }

    private IEnumerable<List<(OutlinePoint, bool)>> Parts(int at)
    {
        for (var more = true; more; )
        {
            var (flags, glyph) = (U16(at), U16(at + 2));
            var hasWords = (flags & WordOffsets) != 0;
            var (x, y) = hasWords ? (I16(at + 4), I16(at + 6)) : ((sbyte)_bytes[at + 4], (sbyte)_bytes[at + 5]);
            foreach (var contour in OutlineOf(glyph))
                yield return [.. contour.Select(p => (new OutlinePoint(p.Spot.X + x, p.Spot.Y + y), p.IsOn))];
            at += hasWords ? 8 : 6;
            more = (flags & MoreParts) != 0;
        }
    }

    private List<List<(OutlinePoint, bool)>> Contours(int at, int count)
    {
        var ends = Enumerable.Range(0, count).Select(i => U16(at + 2 * i)).ToList();
        at += 2 * count;
        at += 2 + U16(at);
        var flags = new byte[ends[^1] + 1];
        for (var i = 0; i < flags.Length; i++)
        {
            flags[i] = _bytes[at++];
            if ((flags[i] & Repeats) == 0)
                continue;
            for (var again = _bytes[at++]; again > 0; again--, i++)
                flags[i + 1] = flags[i];
        }

        var xs = Coordinates(ref at, flags, ShortX, SameX);
        var ys = Coordinates(ref at, flags, ShortY, SameY);
        return
        [
            .. ends.Select(
                (end, i) =>
                    Enumerable
                        .Range(i == 0 ? 0 : ends[i - 1] + 1, end - (i == 0 ? -1 : ends[i - 1]))
                        .Select(p => (new OutlinePoint(xs[p], ys[p]), (flags[p] & IsOnCurve) != 0))
                        .ToList()
            ),
        ];
    }

    private int[] Coordinates(ref int at, byte[] flags, int isShort, int isSame)
    {
        var values = new int[flags.Length];
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            if ((flags[i] & isShort) != 0)
                value += (flags[i] & isSame) != 0 ? _bytes[at++] : -_bytes[at++];
            else if ((flags[i] & isSame) == 0)
            {
                value += I16(at);
                at += 2;
            }

            values[i] = value;
        }

        return values;
    }

    /// <summary>TrueType implies an on-curve point midway between two consecutive control points.</summary>
    private static IEnumerable<Curve> Curves(List<(OutlinePoint Spot, bool IsOn)> points)
    {
        var first = points.FindIndex(p => p.IsOn);
        var start = first >= 0 ? points[first].Spot : Middle(points[0].Spot, points[^1].Spot);
        var (from, pull) = (start, (OutlinePoint?)null);
        for (var i = first + 1; i <= first + points.Count; i++)
        {
            var (spot, isOn) = points[i % points.Count];
            if (!isOn && pull is null)
            {
                pull = spot;
                continue;
            }

            var to = isOn ? spot : Middle(pull!.Value, spot);
            yield return new(from, pull, to);
            (from, pull) = (to, isOn ? null : spot);
        }

        if (pull is not null || from != start)
            yield return new(from, pull, start);
    }

    private static OutlinePoint Middle(OutlinePoint a, OutlinePoint b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);

    private void ReadLetters(int at)
    {
        at += (int)U32(at + 8);
        var segments = U16(at + 6) / 2;
        var (ends, starts, shifts, ranges) = (
            at + 14,
            at + 16 + 2 * segments,
            at + 16 + 4 * segments,
            at + 16 + 6 * segments
        );
        for (var s = 0; s < segments; s++)
        {
            var (start, end, shift, range) = (
                U16(starts + 2 * s),
                U16(ends + 2 * s),
                U16(shifts + 2 * s),
                U16(ranges + 2 * s)
            );
            for (var letter = start; letter <= end && letter < char.MaxValue; letter++)
            {
                var glyph = range == 0 ? letter : U16(ranges + 2 * s + range + 2 * (letter - start));
                if (glyph != 0)
                    _glyphs[(char)letter] = (glyph + shift) & 0xFFFF;
            }
        }
    }

    private void ReadKerning(int at)
    {
        var pairs = U16(at + 10);
        for (var i = 0; i < pairs; i++)
            _kerning[(U16(at + 18 + 6 * i), U16(at + 20 + 6 * i))] = I16(at + 22 + 6 * i);
    }

    private int Place(int glyph) =>
        _hasLongPlaces ? (int)U32(_tables["loca"] + 4 * glyph) : 2 * U16(_tables["loca"] + 2 * glyph);

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at));

    private short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(at));

    private static OutlineFont Embedded(string name)
    {
        using var stream = typeof(OutlineFont).Assembly.GetManifestResourceStream($"cards/{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(bytes);
    }
}
