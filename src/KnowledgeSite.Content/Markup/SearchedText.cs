namespace KnowledgeSite.Content.Markup;

/// <summary>
/// A text in which the next place of something is asked for again and again. An answer is good for every question from
/// where it was asked up to the place it names, and is kept, so that tags without an end do not each search the whole
/// text for it.
/// </summary>
internal sealed class SearchedText(string text)
{
    private readonly Dictionary<string, (int From, int Next)> _known = new(StringComparer.Ordinal);

    public string Text { get; } = text;

    /// <summary>Where the text holds <paramref name="what"/> next, at or after a place; -1 where it does not.</summary>
    public int Next(string what, int from) => Next(what, from, at => Text.IndexOf(what, at, StringComparison.Ordinal));

    /// <param name="what">Names what <paramref name="find"/> finds.</param>
    public int Next(string what, int from, Func<int, int> find)
    {
        if (_known.TryGetValue(what, out var known) && from >= known.From && (from <= known.Next || known.Next < 0))
            return known.Next;
        var next = find(from);
        _known[what] = (from, next);
        return next;
    }
}
