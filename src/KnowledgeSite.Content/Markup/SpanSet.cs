namespace KnowledgeSite.Content.Markup;

/// <summary>A set of spans that finds in logarithmic time if a position is inside one of them.</summary>
internal sealed class SpanSet
{
    private readonly List<Markdig.Syntax.SourceSpan> _joined = [];

    /// <param name="spans">The spans in any order. They may overlap.</param>
    public SpanSet(IEnumerable<Markdig.Syntax.SourceSpan> spans)
    {
        foreach (var span in spans.OrderBy(s => s.Start))
        {
            if (_joined.Count > 0 && span.Start <= _joined[^1].End)
                _joined[^1] = new(_joined[^1].Start, Math.Max(_joined[^1].End, span.End));
            else
                _joined.Add(span);
        }
    }

    public bool Contains(int place)
    {
        var low = 0;
        var high = _joined.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (place < _joined[middle].Start)
                high = middle - 1;
            else if (place > _joined[middle].End)
                low = middle + 1;
            else
                return true;
        }

        return false;
    }
}
