using System.Text.RegularExpressions;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>A timeline: periods in their order, with the events of each.</summary>
internal sealed class Timeline() : MermaidDiagram(text => text.Timeline)
{
    public List<TimelineSection> Sections { get; } = [];

    /// <summary>True if the author wants the periods below each other.</summary>
    public bool RunsDown { get; set; }

    public IEnumerable<TimelinePeriod> Periods => Sections.SelectMany(s => s.Periods);

    public override Picture Draw(double room) => new TimelineDrawing(this).Draw(room);

    public override IReadOnlyList<OutlineEntry> Describe() =>
        [
            .. Sections.SelectMany(s =>
                s.Title.Length == 0
                    ? s.Periods.Select(Describe)
                    : [new OutlineEntry(Plain(s.Title)) { Entries = [.. s.Periods.Select(Describe)] }]
            ),
        ];

    private OutlineEntry Describe(TimelinePeriod period) =>
        period.Events.Count == 1
            ? new(Strings.Labelled(Plain(period.Text), Plain(period.Events[0])))
            : new(Plain(period.Text)) { Entries = [.. period.Events.Select(e => new OutlineEntry(Plain(e)))] };

    private static string Plain(string text) => text.Replace('\n', ' ');
}

/// <param name="Title">The title; empty for periods before the first section.</param>
internal sealed record TimelineSection(string Title, List<TimelinePeriod> Periods);

internal sealed record TimelinePeriod(string Text, List<string> Events);

/// <summary>Reads a timeline: https://mermaid.js.org/syntax/timeline.html.</summary>
internal static partial class TimelineParser
{
    private const int MaxEntries = 400;

    public static Timeline Parse(MermaidScanner scanner)
    {
        var timeline = new Timeline();
        var count = 0;
        scanner.SkipSpaces();
        timeline.RunsDown = scanner.TryTakeWord("TD") || scanner.TryTakeWord("TB");
        _ = scanner.TryTakeWord("LR");
        scanner.SkipBlank();
        var first = scanner.Position;
        foreach (var line in DiagramLines.Read(scanner, timeline))
        {
            if (line.Text.StartsWith('#'))
                continue;
            if (Section().Match(line.Text) is { Success: true } section)
            {
                timeline.Sections.Add(new(MermaidText.Lines(section.Groups[1].Value), []));
                continue;
            }

            var parts = Separator().Split(line.Text);
            count += parts.Length;
            if (count > MaxEntries)
                scanner.Fail(
                    line.Offset,
                    line.Text.Length,
                    $"It has more than {MaxEntries} periods and events, too many to read.",
                    "Split it into several diagrams."
                );
            if (timeline.Sections.Count == 0)
                timeline.Sections.Add(new("", []));
            if (parts[0].Length > 0)
                timeline.Sections[^1].Periods.Add(new(MermaidText.Lines(parts[0]), []));
            if (timeline.Periods.LastOrDefault() is not { } period)
                scanner.Fail(
                    line.Offset,
                    line.Text.Length,
                    "This event is in no period.",
                    "Write the period before the colon, such as '2004 : Facebook'."
                );
            else
                period.Events.AddRange(parts.Skip(1).Select(MermaidText.Lines).Where(e => e.Length > 0));
        }

        if (!timeline.Periods.Any())
            scanner.Fail(first, 1, "It has no periods.", "Add one, such as '2004 : Facebook'.");
        return timeline;
    }

    [GeneratedRegex(@"\Asection(?:\s+(.*))?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Section();

    /// <summary>A colon; one without a space after it is a part of the text.</summary>
    [GeneratedRegex(@"\s*:(?:\s+|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
