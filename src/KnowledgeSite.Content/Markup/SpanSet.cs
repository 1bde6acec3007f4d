using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Spans of a text, to be asked whether a place lies in one of them. A question costs the logarithm of their number.
/// </summary>
internal sealed class SpanSet
{
    private readonly List<SourceSpan> _joined = [];

    /// <param name="spans">In any order; they may overlap.</param>
    public SpanSet(IEnumerable<SourceSpan> spans)
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
        var (low, high) = (0, _joined.Count - 1);
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
