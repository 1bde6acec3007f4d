namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Draws a timeline from left to right if there is room for all periods, otherwise from top to bottom with the events
/// beside each period.
/// </summary>
internal sealed class TimelineDrawing(Timeline timeline)
{
    private const double Gap = 10;
    private const double EventGap = 6;
    private const double Padding = 8;

    /// <summary>The widths of a column, if periods are beside each other.</summary>
    private const double NarrowestColumn = 92;
    private const double WidestColumn = 170;

    private const double AxisRoom = 28;

    private readonly List<PictureMark> _marks = [];

    public Picture Draw(double room)
    {
        var columns = timeline.Sections.Sum(s => Math.Max(1, s.Periods.Count));
        var column = Math.Min(WidestColumn, (room - ((columns - 1) * Gap)) / columns);
        return column >= Math.Max(NarrowestColumn, LongestWord()) && !timeline.RunsDown
            ? DrawAcross(column)
            : DrawDown(room);
    }

    /// <summary>The width of a column in which no usual word of a name is cut.</summary>
    private double LongestWord() =>
        Math.Min(
            WidestColumn,
            timeline.Periods.Max(p => TextMeasure.LongestWord(p.Text, DiagramMetrics.TextSize, isBold: true))
                + (2 * Padding)
                + 1
        );

    private Picture DrawAcross(double column)
    {
        var y = 0.0;
        var titles = timeline.Sections.Select(s => Title(s, WidthOf(s) - (2 * Padding))).ToList();
        if (titles.Exists(t => t.Lines.Count > 0))
        {
            var height = titles.Max(t => t.Height) + (2 * Padding);
            var left = 0.0;
            for (var i = 0; i < titles.Count; i++)
            {
                if (titles[i].Lines.Count > 0)
                    Box(new(left, 0, WidthOf(timeline.Sections[i]), height), titles[i], "frame" + ToneOf(i));
                left += WidthOf(timeline.Sections[i]) + Gap;
            }

            y = height + Gap;
        }

        var names = timeline
            .Sections.SelectMany(s =>
                s.Periods.Select(p => Wrap(p.Text, column, TextStyle.Strong)).DefaultIfEmpty(TextBlock.Empty)
            )
            .ToList();
        var tallest = names.Max(n => n.Height) + (2 * Padding);
        var axis = y + tallest + (Gap * 1.5);
        var right = (names.Count * (column + Gap)) - Gap;
        var bottom = axis;
        var at = 0;
        for (var section = 0; section < timeline.Sections.Count; section++)
        {
            foreach (var period in timeline.Sections[section].Periods)
            {
                var x = at * (column + Gap);
                Box(new(x, y, column, tallest), names[at++], "box" + ToneOf(section));
                Dot(x + (column / 2), axis);
                var top = axis + (Gap * 1.5);
                if (period.Events.Count > 0)
                    _marks.Add(new PathMark(FlowShapes.D($"M{x + (column / 2)} {axis + 4}V{top}"), "way dashed"));
                foreach (var text in period.Events)
                    top = Event(new(x, top, column, 0), text, ToneOf(section));
                bottom = Math.Max(bottom, top - EventGap);
            }

            if (timeline.Sections[section].Periods.Count == 0)
                at++;
        }

        _marks.Insert(0, new PathMark(FlowShapes.D($"M0 {axis}H{right - 2}"), "way"));
        _marks.AddRange(EdgeDrawing.Head(EdgeHead.Arrow, new(right, axis, 1, 0)));
        return new(right, Math.Max(bottom, axis + 6), _marks);

        double WidthOf(TimelineSection section) => (Math.Max(1, section.Periods.Count) * (column + Gap)) - Gap;
    }

    private Picture DrawDown(double room)
    {
        var natural = timeline.Periods.Max(p =>
            p.Text.Split('\n').Max(l => TextStyle.WidthOf(l, TextStyle.Strong)) + (2 * Padding) + 2
        );
        var column = Math.Clamp(natural, 56, Math.Max(room * 0.34, Math.Min(room * 0.5, LongestWord())));
        var axis = column + (AxisRoom / 2);
        var left = column + AxisRoom;
        var y = 0.0;
        var begin = double.NaN;
        var last = 0.0;
        for (var section = 0; section < timeline.Sections.Count; section++)
        {
            var title = Title(timeline.Sections[section], room - (2 * Padding));
            if (title.Lines.Count > 0)
            {
                y += section > 0 ? Gap : 0;
                DrawAxis();
                Box(new(0, y, room, title.Height + (2 * Padding)), title, "frame" + ToneOf(section));
                y += title.Height + (2 * Padding) + Gap;
            }

            foreach (var period in timeline.Sections[section].Periods)
            {
                var name = Wrap(period.Text, column, TextStyle.Strong);
                var height = name.Height + (2 * Padding);
                if (double.IsNaN(begin))
                    begin = y + (height / 2);
                var middle = y + (height / 2);
                Box(new(0, y, column, height), name, "box" + ToneOf(section));
                var end = y;
                foreach (var text in period.Events)
                    end = Event(new(left, end, room - left, 0), text, ToneOf(section));
                _marks.Add(
                    new PathMark(FlowShapes.D($"M{column} {middle}H{(period.Events.Count > 0 ? left : axis)}"), "way")
                );
                Dot(axis, middle);
                last = middle;
                y = Math.Max(y + height, end - EventGap) + Gap;
            }
        }

        DrawAxis();
        return new(room, y - Gap, _marks);

        // The line beside the periods of a section ends at its last one.
        void DrawAxis()
        {
            if (!double.IsNaN(begin))
                _marks.Insert(0, new PathMark(FlowShapes.D($"M{axis} {begin}V{last}"), "way"));
            begin = double.NaN;
        }
    }

    /// <summary>Draws an event and returns where the next one begins.</summary>
    private double Event(PlacedRectangle place, string text, string tone)
    {
        var block = Wrap(text, place.Width, TextStyle.Label);
        var box = place with { Height = block.Height + (2 * Padding) - 4 };
        Box(box, block, "box plain" + tone);
        return box.Bottom + EventGap;
    }

    private void Box(PlacedRectangle place, TextBlock text, string style) =>
        _marks.Add(
            new GroupMark(
                string.Join(' ', text.Lines),
                null,
                place,
                [new PathMark(FlowShapes.RoundedBox(place, 4), style), .. text.Draw(place.MiddleX, place.MiddleY)]
            )
        );

    private void Dot(double x, double y) => _marks.Add(new PathMark(FlowShapes.Ellipse(x, y, 4, 4), "solid"));

    private static TextBlock Wrap(string text, double width, string style) =>
        TextBlock.Wrap(text, width - (2 * Padding), style);

    private static TextBlock Title(TimelineSection section, double width) =>
        section.Title.Length == 0 ? TextBlock.Empty : TextBlock.Wrap(section.Title, width, TextStyle.Strong);

    /// <summary>The hue of a section; periods without sections have one hue.</summary>
    private static string ToneOf(int section) => " " + ToneCycle.At(section);
}
