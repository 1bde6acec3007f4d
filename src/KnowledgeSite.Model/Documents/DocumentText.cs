using System.Text;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Files;

namespace KnowledgeSite.Documents;

/// <summary>
/// The text of a document while a template is filled in: where each part comes from, and what was empty.
/// </summary>
/// <param name="bodyStart">The offset of the template's text in its file.</param>
/// <param name="omitted">The parts of the template that documents do not show, sorted.</param>
internal sealed class DocumentText(string template, int bodyStart, IReadOnlyList<SourceSpan> omitted)
{
    private readonly StringBuilder _text = new(template.Length * 2);
    private readonly List<SourceOrigin.Point> _points = [];
    private readonly SortedDictionary<int, SourceSpan> _empty = [];
    private readonly SortedSet<int> _included = [];

    public int Length => _text.Length;

    /// <summary>The placeholders that had no value, as positions in the template.</summary>
    public IEnumerable<SourceSpan> Empty => _empty.Values;

    /// <summary>The offsets in the file of placeholders for text of other pages, which is checked there.</summary>
    public IReadOnlySet<int> Included => _included;

    public void AddEmpty(SourceSpan span) => _empty.TryAdd(span.Start, span);

    /// <summary>Appends a part of the template, without the lines that hold only a tag.</summary>
    public void AppendWritten(int start, int length)
    {
        var end = start + length;
        for (var i = FirstOmitted(start); i < omitted.Count && omitted[i].Start < end; i++)
        {
            AppendPart(start, Math.Max(start, omitted[i].Start));
            start = Math.Min(end, omitted[i].End);
        }

        AppendPart(start, end);
    }

    public void AppendValue(string value, int at)
    {
        _points.Add(new(_text.Length, bodyStart + at, IsCopied: false));
        _text.Append(ProtectedText.Protect(value));
    }

    public void AppendMarkdown(TemplateMarkdown markdown, int at)
    {
        _points.Add(new(_text.Length, bodyStart + at, IsCopied: false));
        _included.Add(bodyStart + at);
        _text.Append(markdown.Text);
    }

    public SourceText ToSource(SourceText file) => new(_text.ToString()) { Origin = new(file, [.. _points]) };

    public override string ToString() => _text.ToString();

    private void AppendPart(int start, int end)
    {
        if (end <= start)
            return;
        _points.Add(new(_text.Length, bodyStart + start, IsCopied: true));
        _text.Append(template, start, end - start);
    }

    /// <summary>The index of the first omitted part that ends after a position.</summary>
    private int FirstOmitted(int position)
    {
        var low = 0;
        var high = omitted.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (omitted[middle].End <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
