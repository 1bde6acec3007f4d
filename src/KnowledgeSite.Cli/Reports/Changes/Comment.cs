using System.Text;

namespace KnowledgeSite.Cli.Reports.Changes;

/// <summary>
/// Builds a comment within the length limit of the host. What does not fit is counted instead of shown.
/// </summary>
/// <param name="maxLength">The length limit in characters.</param>
internal sealed class Comment(int maxLength)
{
    /// <summary>Space that is reserved for the notes about omitted lines.</summary>
    private const int Reserve = 600;

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    public void Add(string paragraph)
    {
        if (Fits(paragraph.Length + 2))
            _text.Append(paragraph).Append("\n\n");
    }

    /// <summary>Adds a heading with a list. Adds nothing if the list is empty.</summary>
    /// <param name="most">The number of items to show. The others are only counted.</param>
    public void AddList(string heading, IReadOnlyList<string> items, string things, int most = 200)
    {
        if (items.Count > 0)
            AddLines($"### {heading}\n\n", "", items, things, most);
    }

    /// <param name="head">The header lines of the table. Nothing is added if there are no rows.</param>
    public void AddTable(string head, IReadOnlyList<string> rows, string things, int most = 300)
    {
        if (rows.Count > 0)
            AddLines("", head + "\n", rows, things, most);
    }

    private void AddLines(string heading, string head, IReadOnlyList<string> lines, string things, int most)
    {
        if (!Fits(heading.Length + head.Length + lines[0].Length))
            heading = head = "";
        _text.Append(heading).Append(head);
        var shown = 0;
        foreach (var line in lines.Take(most).TakeWhile(l => Fits(l.Length + 1)))
        {
            _text.Append(line).Append('\n');
            shown++;
        }

        _text.Append('\n');
        if (shown < lines.Count && _text.Length + 120 < maxLength)
            _text.Append($"… and {lines.Count - shown:N0} more {things}. See the JSON report for all of them.\n\n");
    }

    private bool Fits(int length) => _text.Length + length + Reserve <= maxLength;
}
