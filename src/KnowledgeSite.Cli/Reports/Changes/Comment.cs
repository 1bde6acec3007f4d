using System.Text;

namespace KnowledgeSite.Cli.Reports.Changes;

/// <summary>
/// Puts a comment together that is no longer than a host takes. Of what does not fit it says how much is left out.
/// </summary>
/// <param name="longest">In characters.</param>
internal sealed class Comment(int longest)
{
    /// <summary>Room for saying what is left out, wherever that comes.</summary>
    private const int Reserve = 600;

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    public void Add(string paragraph)
    {
        if (Fits(paragraph.Length + 2))
            _text.Append(paragraph).Append("\n\n");
    }

    /// <summary>A heading with a list below it; nothing where there is nothing to list.</summary>
    /// <param name="most">More than so many are counted, and no longer shown.</param>
    public void AddList(string heading, IReadOnlyList<string> items, string things, int most = 200)
    {
        if (items.Count > 0)
            AddLines($"### {heading}\n\n", "", items, things, most);
    }

    /// <param name="head">The lines of the head; nothing where there is no row.</param>
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
        if (shown < lines.Count && _text.Length + 120 < longest)
            _text.Append($"… and {lines.Count - shown:N0} more {things}; the report as JSON has all of them.\n\n");
    }

    private bool Fits(int length) => _text.Length + length + Reserve <= longest;
}
