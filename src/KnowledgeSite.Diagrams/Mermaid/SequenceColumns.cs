using KnowledgeSite.Diagrams.Compound;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>The columns of the participants: as wide as their names and the texts between them need.</summary>
internal sealed partial class SequenceDrawing
{
    private double WidthOf(int participant) => Math.Max(64, SizeOf(participant).Width);

    private double HeightOf(int participant) => SizeOf(participant).Height;

    private (double Width, double Height) SizeOf(int participant)
    {
        var shape = _diagram.Participants[participant].Shape;
        var text = _names[participant];
        return shape == "actor"
            ? (text.Width + 12, text.Height + 36)
            : FlowShapes.Measure(shape, Math.Max(38, text.Width), text.Height);
    }

    /// <summary>Places the columns so that each text has room between those that it is about.</summary>
    private void PlaceColumns()
    {
        for (var i = 1; i < _middles.Length; i++)
            _middles[i] = _middles[i - 1] + ((WidthOf(i - 1) + WidthOf(i)) / 2) + Gap + BoxGap(i);
        _left = 0;
        var needs = new List<ColumnNeed>();
        AddNeeds(_diagram.Events, needs);
        foreach (var (first, last, width) in needs.OrderBy(n => n.Last - n.First))
        {
            if (first < 0 || last >= _middles.Length)
                continue;
            var missing = width - (_middles[last] - _middles[first]);
            if (missing <= 0)
                continue;
            for (var i = first + 1; i < _middles.Length; i++)
                _middles[i] += missing * Math.Min(1, (double)(i - first) / (last - first));
        }

        var start = WidthOf(0) / 2;
        for (var i = 0; i < _middles.Length; i++)
            _middles[i] += start + (_diagram.Boxes.Count > 0 ? 8 : 0);
    }

    private double BoxGap(int participant) =>
        _diagram.Participants[participant].Box != _diagram.Participants[participant - 1].Box ? 20 : 0;

    /// <summary>The least distances of two columns that texts need.</summary>
    private void AddNeeds(IEnumerable<SequenceEvent> events, List<ColumnNeed> needs)
    {
        foreach (var entry in events)
            switch (entry)
            {
                case SequenceMessage message when message.From == message.To:
                    needs.Add(new(message.From, message.From + 1, LoopWidth + Text(message).Width + 16));
                    break;
                case SequenceMessage message:
                    var extra = 26 + (message.Number is null ? 0 : 20);
                    if (message.Creates is { } created)
                        extra += (int)(WidthOf(created) / 2);
                    needs.Add(
                        new(
                            Math.Min(message.From, message.To),
                            Math.Max(message.From, message.To),
                            Text(message).Width + extra
                        )
                    );
                    break;
                case SequenceNote { Side: 0 } note:
                    var (first, last) = (note.Participants.Min(), note.Participants.Max());
                    var width = NoteText(note).Width + 20;
                    if (first < last)
                    {
                        needs.Add(new(first, last, width - 40));
                        break;
                    }

                    needs.Add(new(first - 1, first, (width / 2) + 12));
                    needs.Add(new(first, first + 1, (width / 2) + 12));
                    break;
                case SequenceNote note:
                    var at = note.Side < 0 ? note.Participants[0] - 1 : note.Participants[0];
                    needs.Add(new(at, at + 1, NoteText(note).Width + 44));
                    break;
                case SequenceFragment fragment:
                    foreach (var section in fragment.Sections)
                        AddNeeds(section.Events, needs);
                    break;
            }
    }

    private sealed record ColumnNeed(int First, int Last, double Width);

    private TextBlock Text(SequenceMessage message, double room = 0) =>
        TextBlock.Wrap(message.Text, WrapWidth(message.Text, room), TextStyle.Halo);

    private TextBlock NoteText(SequenceNote note, double room = 0) =>
        TextBlock.Wrap(note.Text, WrapWidth(note.Text, room), TextStyle.Label);

    private double WrapWidth(string text, double room) =>
        Math.Max(
            Math.Max(_textWidth, room),
            Math.Min(150, TextMeasure.LongestWord(text, DiagramMetrics.SmallSize) + 1)
        );

    /// <summary>The first and the last column that events are about.</summary>
    private static (int First, int Last) ReachOf(IEnumerable<SequenceEvent> events)
    {
        var all = events.SelectMany(ColumnsOf).DefaultIfEmpty(0).ToList();
        return (all.Min(), all.Max());
    }

    private static IEnumerable<int> ColumnsOf(SequenceEvent entry) =>
        entry switch
        {
            SequenceMessage message => [message.From, message.To],
            SequenceNote note => note.Participants,
            SequenceActivation activation => [activation.Participant],
            SequenceFragment fragment => fragment.Sections.SelectMany(s => s.Events).SelectMany(ColumnsOf),
            _ => [],
        };
}
