using KnowledgeSite.Diagrams.Compound;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Draws a sequence diagram: a column for each participant, and the events below each other. Columns are as far apart
/// as the texts between them need.
/// </summary>
internal sealed partial class SequenceDrawing
{
    private const double Gap = 14;
    private const double BarHalf = 5;
    private const double LoopWidth = 34;
    private const double FramePadding = 10;
    private const double TallDiagram = 620;
    private const double NarrowestText = 84;
    private const double WidestText = 220;

    private readonly SequenceDiagram _diagram;
    private readonly double _textWidth;
    private readonly TextBlock[] _names;
    private readonly double[] _middles;
    private readonly double[] _ends;
    private readonly double[] _begins;
    private readonly List<PictureMark> _frames = [];
    private readonly List<PictureMark> _bars = [];
    private readonly List<PictureMark> _marks = [];
    private readonly List<PictureMark> _boxes = [];
    private readonly List<double>[] _active;
    private double _y;
    private double _left;
    private double _right;

    private SequenceDrawing(SequenceDiagram diagram, double textWidth, double nameWidth)
    {
        _diagram = diagram;
        _textWidth = textWidth;
        _names = [.. diagram.Participants.Select(p => Name(p.Text, nameWidth))];
        _middles = new double[_names.Length];
        _ends = new double[_names.Length];
        _begins = new double[_names.Length];
        Array.Fill(_ends, double.NaN);
        _active = [.. _names.Select(_ => new List<double>())];
    }

    /// <summary>Draws a diagram with the widest texts that fit.</summary>
    /// <param name="drawings">The finished drawings by the width of their texts.</param>
    public static Picture Draw(SequenceDiagram diagram, double room, Dictionary<double, Picture> drawings)
    {
        var narrowest = DrawWith(NarrowestText);
        if (narrowest.Width > room)
            return narrowest;
        var widest = DrawWith(WidestText);
        if (widest.Width <= room)
            return widest;
        var (fits, best, tooWide) = (NarrowestText, narrowest, WidestText);
        while (tooWide - fits > 10)
        {
            var tried = (fits + tooWide) / 2;
            var picture = DrawWith(tried);
            if (picture.Width <= room)
                (fits, best) = (tried, picture);
            else
                tooWide = tried;
        }

        return best;

        Picture DrawWith(double text) =>
            drawings.TryGetValue(text, out var picture)
                ? picture
                : drawings[text] = new SequenceDrawing(diagram, text, nameWidth: 20 + (text * 0.55)).Draw();
    }

    /// <summary>A name in lines, in which a word is only cut if it is very long.</summary>
    private static TextBlock Name(string text, double width) =>
        TextBlock.Wrap(
            text,
            Math.Max(width, Math.Min(100, TextMeasure.LongestWord(text, DiagramMetrics.TextSize) + 1)),
            TextStyle.Box
        );

    private Picture Draw()
    {
        PlaceColumns();
        _left = _middles[0] - (WidthOf(0) / 2);
        _right = _middles[^1] + (WidthOf(_names.Length - 1) / 2);
        var head =
            _diagram.Boxes.Exists(b => b.Title.Length > 0) ? 22
            : _diagram.Boxes.Count > 0 ? 8
            : 0;
        var tallest = Enumerable.Range(0, _names.Length).Max(HeightOf);
        for (var i = 0; i < _names.Length; i++)
            if (!_diagram.Participants[i].IsCreated)
                Participant(i, head + tallest - HeightOf(i));
        _y = head + tallest + Gap;
        DrawEvents(_diagram.Events, 0);
        _y += 4;
        for (var i = 0; i < _names.Length; i++)
            while (_active[i].Count > 0)
                EndBar(i);
        var end = _y;
        if (_y > TallDiagram)
        {
            for (var i = 0; i < _names.Length; i++)
                if (double.IsNaN(_ends[i]))
                    Participant(i, _y, isRepeated: true);
            _y += tallest;
        }

        var height = _y + (_diagram.Boxes.Count > 0 ? 8 : 0);
        List<PictureMark> all = [.. Groups(height), .. _frames, .. Lifelines(end), .. _bars, .. _marks, .. _boxes];
        var shift = Math.Min(0, _left);
        return new(_right - shift, height, [.. all.Select(m => shift < 0 ? PictureMarks.Move(m, -shift, 0) : m)]);
    }

    private void Participant(int number, double y, bool isRepeated = false)
    {
        var participant = _diagram.Participants[number];
        var (_, height) = SizeOf(number);
        var width = WidthOf(number);
        var place = new PlacedRectangle(_middles[number] - (width / 2), y, width, height);
        var (dx, dy) = FlowShapes.TextOffset(participant.Shape);
        var x = place.MiddleX;
        IEnumerable<PictureMark> marks =
            participant.Shape == "actor"
                ?
                [
                    new PathMark(FlowShapes.Ellipse(x, y + 7, 6, 6), "box"),
                    new PathMark(
                        FlowShapes.D($"M{x} {y + 13}V{y + 23}M{x - 9} {y + 17}H{x + 9}")
                            + FlowShapes.D($"M{x - 8} {y + 32}L{x} {y + 23}L{x + 8} {y + 32}"),
                        "lid"
                    ),
                    .. _names[number].Draw(x, y + height - 2 - (_names[number].Height / 2)),
                ]
                :
                [
                    .. FlowShapes.Draw(participant.Shape, place, ""),
                    .. _names[number].Draw(x + dx, place.MiddleY + dy),
                ];
        _boxes.Add(new GroupMark(participant.Text.Replace('\n', ' '), participant.Link, place, [.. marks]));
        if (!isRepeated)
            _begins[number] = y + height;
        _left = Math.Min(_left, place.X);
        _right = Math.Max(_right, place.Right);
    }

    private IEnumerable<PictureMark> Lifelines(double end) =>
        _middles.Select(
            (x, i) =>
                new PathMark(FlowShapes.D($"M{x} {_begins[i]}V{(double.IsNaN(_ends[i]) ? end : _ends[i])}"), "lifeline")
        );

    private IEnumerable<PictureMark> Groups(double height)
    {
        for (var box = 0; box < _diagram.Boxes.Count; box++)
        {
            var members = Enumerable.Range(0, _names.Length).Where(i => _diagram.Participants[i].Box == box).ToList();
            if (members.Count == 0)
                continue;
            var left = members.Min(i => _middles[i] - (WidthOf(i) / 2)) - 8;
            var right = members.Max(i => _middles[i] + (WidthOf(i) / 2)) + 8;
            var style = _diagram.Boxes[box].Style;
            yield return new PathMark(
                FlowShapes.RoundedBox(new(left, 0, right - left, height), 4),
                style is null ? "frame" : $"frame {style}"
            );
            var title = TextMeasure.Shorten(
                _diagram.Boxes[box].Title,
                right - left - 12,
                DiagramMetrics.SmallSize,
                true
            );
            yield return new TextMark(title, left + 6, 15, TextStyle.Title);
            _left = Math.Min(_left, left);
            _right = Math.Max(_right, right);
        }
    }

    private void DrawEvents(IEnumerable<SequenceEvent> events, int depth)
    {
        foreach (var entry in events)
            switch (entry)
            {
                case SequenceMessage message:
                    DrawMessage(message);
                    break;
                case SequenceActivation { Begins: true } activation:
                    _active[activation.Participant].Add(_y - 8);
                    break;
                case SequenceActivation activation:
                    EndBar(activation.Participant);
                    break;
                case SequenceNote note:
                    DrawNote(note);
                    break;
                case SequenceFragment fragment:
                    DrawFragment(fragment, depth);
                    break;
            }
    }

    private void EndBar(int participant)
    {
        var active = _active[participant];
        if (active.Count == 0)
            return;
        var begin = active[^1];
        active.RemoveAt(active.Count - 1);
        var x = _middles[participant] - BarHalf + (active.Count * BarHalf);
        var end = Math.Max(begin + 10, _y - 8);
        _bars.Add(new PathMark(FlowShapes.Box(new(x, begin, 2 * BarHalf, end - begin)), "box bar"));
    }

    /// <summary>The place on a lifeline, or on the side of its bar, where a line from a direction ends.</summary>
    private double SideOf(int participant, int direction)
    {
        var depth = _active[participant].Count;
        return depth == 0 ? _middles[participant]
            : direction > 0 ? _middles[participant] + (depth * BarHalf)
            : _middles[participant] - BarHalf;
    }

    private void DrawMessage(SequenceMessage message)
    {
        var room = Math.Abs(_middles[message.To] - _middles[message.From]) - (message.Number is null ? 26 : 46);
        var text = Text(message, message.Creates is null ? room : 0);
        var style = message.IsDotted ? "way dashed" : "way";
        if (message.From == message.To)
        {
            DrawSelfMessage(message, text, style);
            return;
        }

        var direction = message.To > message.From ? 1 : -1;
        var from = SideOf(message.From, direction);
        var to = SideOf(message.To, -direction);
        _y += Math.Max(4, text.Height + 6);
        var y = _y;
        if (message.Creates is { } created)
        {
            var height = HeightOf(created);
            y = Math.Max(_y, _y - 8 + (height / 2));
            Participant(created, y - (height / 2));
            to = _middles[created] - (direction * WidthOf(created) / 2);
            _y = y + (height / 2) - 8;
        }

        _marks.AddRange(text.Draw((from + to) / 2, y - 6 - (text.Height / 2)));
        _marks.Add(new PathMark(FlowShapes.D($"M{from} {y}H{to}"), style));
        _marks.AddRange(EdgeDrawing.Head(message.EndHead, new(to, y, direction, 0)));
        _marks.AddRange(EdgeDrawing.Head(message.StartHead, new(from, y, -direction, 0)));
        Number(message, from + (message.StartHead == EdgeHead.None ? 0 : direction * 16), y);
        if (message.Destroys is { } destroyed)
            Destroy(destroyed, y);
        _y += Gap + 2;
    }

    private void DrawSelfMessage(SequenceMessage message, TextBlock text, string style)
    {
        var height = Math.Max(22, text.Height + 2);
        var x = SideOf(message.From, 1);
        var top = _y + 2;
        var bottom = top + height;
        var outer = x + LoopWidth - 8;
        _marks.Add(
            new PathMark(
                FlowShapes.D($"M{x} {top}H{outer - 6}Q{outer} {top} {outer} {top + 6}V{bottom - 6}")
                    + FlowShapes.D($"Q{outer} {bottom} {outer - 6} {bottom}H{x}"),
                style
            )
        );
        _marks.AddRange(EdgeDrawing.Head(message.EndHead, new(x, bottom, -1, 0)));
        _marks.AddRange(EdgeDrawing.Head(message.StartHead, new(x, top, -1, 0)));
        _marks.AddRange(new TextBlock(text.Lines, TextStyle.HaloStart).Draw(outer + 6, (top + bottom) / 2));
        _right = Math.Max(_right, outer + 8 + text.Width);
        Number(message, x, top);
        if (message.Destroys is { } destroyed)
            Destroy(destroyed, bottom);
        _y = bottom + Gap;
    }

    private void Number(SequenceMessage message, double x, double y)
    {
        if (message.Number is not { } number)
            return;
        var half = Math.Max(8, (TextStyle.WidthOf(number, TextStyle.Inverse) / 2) + 4);
        _marks.Add(new PathMark(FlowShapes.RoundedBox(new(x - half, y - 8, 2 * half, 16), 8), "solid"));
        _marks.Add(new TextMark(number, x, y + 4.4, TextStyle.Inverse));
    }

    private void Destroy(int participant, double y)
    {
        while (_active[participant].Count > 0)
            EndBar(participant);
        var x = _middles[participant];
        _ends[participant] = y;
        _marks.Add(
            new PathMark(FlowShapes.D($"M{x - 7} {y - 7}L{x + 7} {y + 7}M{x - 7} {y + 7}L{x + 7} {y - 7}"), "way thick")
        );
    }

    private void DrawNote(SequenceNote note)
    {
        var first = note.Participants.Min();
        var last = note.Participants.Max();
        var text = NoteText(note, note.Side == 0 && first < last ? _middles[last] - _middles[first] : 0);
        var width = text.Width + 20;
        double left;
        if (note.Side != 0)
        {
            var side = SideOf(first, note.Side);
            left = note.Side > 0 ? side + 10 : side - 10 - width;
        }
        else
        {
            width = Math.Max(width, first < last ? _middles[last] - _middles[first] + 40 : 0);
            left = ((_middles[first] + _middles[last]) / 2) - (width / 2);
        }

        var place = new PlacedRectangle(left, _y, width, text.Height + 12);
        _boxes.Add(
            new GroupMark(
                note.Text.Replace('\n', ' '),
                null,
                place,
                [new PathMark(FlowShapes.Box(place), "box note"), .. text.Draw(place.MiddleX, place.MiddleY)]
            )
        );
        _left = Math.Min(_left, place.X);
        _right = Math.Max(_right, place.Right);
        _y += place.Height + Gap;
    }

    private void DrawFragment(SequenceFragment fragment, int depth)
    {
        var reach = ReachOf(fragment.Sections.SelectMany(s => s.Events));
        var pad = Math.Max(4, 26 - (depth * 6));
        var left = _middles[reach.First] - pad - FramePadding;
        var right = Math.Max(_middles[reach.Last] + pad + FramePadding, left + 120);
        var outerRight = _right;
        _right = right;
        var top = _y;
        var words = new List<(TextBlock Text, double Y)>();
        var lines = new List<double>();
        var word = fragment.Kind is "rect" ? "" : fragment.Kind.Replace("par_over", "par");
        var wordWidth = word.Length == 0 ? 0 : TextStyle.WidthOf(word, TextStyle.Title) + 16;
        for (var i = 0; i < fragment.Sections.Count; i++)
        {
            if (i > 0)
                lines.Add(_y);
            var text =
                fragment.Sections[i].Text.Length == 0
                    ? TextBlock.Empty
                    : TextBlock.Wrap(
                        $"[{fragment.Sections[i].Text}]",
                        Math.Max(100, Math.Max(right, _right) - left - wordWidth - 12),
                        TextStyle.HaloStart
                    );
            var height = Math.Max(i == 0 && word.Length > 0 ? 18 : 0, text.Height) + (word.Length > 0 ? 6 : 0);
            words.Add((text, _y + 3 + (Math.Max(18, text.Height) / 2)));
            _right = Math.Max(_right, left + wordWidth + text.Width + 12);
            _y += height + 8;
            DrawEvents(fragment.Sections[i].Events, depth + 1);
            _y += 2;
        }

        var bottom = _y;
        right = Math.Max(right, _right > right ? _right + 6 : right);
        var style = fragment.Kind == "rect" ? $"frame {fragment.Style}" : "frame fragment";
        var frame = new PathMark(FlowShapes.RoundedBox(new(left, top, right - left, bottom - top), 4), style);
        _frames.Insert(0, frame);
        foreach (var line in lines)
            _frames.Add(new PathMark(FlowShapes.D($"M{left} {line}H{right}"), "divider"));
        if (word.Length > 0)
        {
            var tab = wordWidth - 4;
            _marks.Add(
                new PathMark(
                    FlowShapes.D($"M{left} {top}H{left + tab}V{top + 14}L{left + tab - 6} {top + 20}H{left}Z"),
                    "tab"
                )
            );
            _marks.Add(new TextMark(word, left + 6, top + 14.5, TextStyle.Title));
        }

        foreach (var (text, y) in words)
            _marks.AddRange(text.Draw(left + wordWidth + 4, y));
        _left = Math.Min(_left, left);
        _right = Math.Max(outerRight, right);
        _y += Gap;
    }
}
