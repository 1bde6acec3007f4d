namespace KnowledgeSite.SiteModel;

/// <summary>Natural sort order: digit runs by numeric value, letters ignoring case, then ordinal.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Comparer = new();

    public int Compare(string? a, string? b)
    {
        var x = a.AsSpan();
        var y = b.AsSpan();
        while (x.Length > 0 && y.Length > 0)
        {
            var left = Run(x);
            var right = Run(y);
            var bothDigits = char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0]);
            var order = bothDigits
                ? CompareNumbers(left, right)
                : left.CompareTo(right, StringComparison.OrdinalIgnoreCase);
            if (order != 0)
                return order;
            x = x[left.Length..];
            y = y[right.Length..];
        }

        var rest = x.Length.CompareTo(y.Length);
        return rest != 0 ? rest : string.CompareOrdinal(a, b);
    }

    private static ReadOnlySpan<char> Run(ReadOnlySpan<char> text)
    {
        var end = char.IsAsciiDigit(text[0])
            ? text.IndexOfAnyExceptInRange('0', '9')
            : text.IndexOfAnyInRange('0', '9');
        return end < 0 ? text : text[..end];
    }

    private static int CompareNumbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.TrimStart('0');
        b = b.TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);
    }
}
