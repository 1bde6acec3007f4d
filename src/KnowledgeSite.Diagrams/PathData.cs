using System.Globalization;
using System.Runtime.CompilerServices;

namespace KnowledgeSite.Diagrams;

/// <summary>Builds SVG path data from an interpolated string, with numbers rounded to tenths.</summary>
[InterpolatedStringHandler]
internal ref struct PathData(int literalLength, int formattedCount)
{
    /// <summary>The maximum length of a number as text.</summary>
    private const int Longest = 32;

    private DefaultInterpolatedStringHandler _path = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

    public void AppendLiteral(string text) => _path.AppendLiteral(text);

    public void AppendFormatted(string text) => _path.AppendLiteral(text);

    public void AppendFormatted(double value)
    {
        Span<char> digits = stackalloc char[Longest];
        _path.AppendFormatted(digits[..Format(value, digits)]);
    }

    public string ToStringAndClear() => _path.ToStringAndClear();

    /// <summary>A number rounded to tenths.</summary>
    public static string Number(double value)
    {
        Span<char> digits = stackalloc char[Longest];
        return new(digits[..Format(value, digits)]);
    }

    /// <summary>Writes a number rounded to tenths, and returns the length of its text.</summary>
    private static int Format(double value, Span<char> to)
    {
        var rounded = Math.Round(value, 1);
        var tenths = Math.Abs(rounded) < 1e8 ? (int)Math.Round(Math.Abs(rounded) * 10) : 0;
        // The general way takes several times as long.
        if (tenths == 0)
            return rounded.TryFormat(to, out var written, default, CultureInfo.InvariantCulture)
                ? written
                : throw new FormatException();
        var length = 0;
        if (rounded < 0)
            to[length++] = '-';
        (tenths / 10).TryFormat(to[length..], out var whole, default, CultureInfo.InvariantCulture);
        length += whole;
        if (tenths % 10 > 0)
        {
            to[length++] = '.';
            to[length++] = (char)('0' + (tenths % 10));
        }

        return length;
    }
}
