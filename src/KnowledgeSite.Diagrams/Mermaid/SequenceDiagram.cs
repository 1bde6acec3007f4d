using KnowledgeSite.Strings;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>A sequence diagram: participants, and what happens between them in the order of time.</summary>
internal sealed class SequenceDiagram() : MermaidDiagram(text => text.SequenceDiagram)
{
    public List<SequenceParticipant> Participants { get; } = [];

    /// <summary>The groups of participants, in the order of their first one.</summary>
    public List<SequenceBox> Boxes { get; } = [];

    public List<SequenceEvent> Events { get; set; } = [];

    private readonly Dictionary<double, Picture> _drawings = [];

    public override Picture Draw(double room) => SequenceDrawing.Draw(this, room, _drawings);

    public override IReadOnlyList<OutlineEntry> Describe()
    {
        var names = Participants.Select(p => new OutlineEntry(Plain(p.Text), p.Link)).ToList();
        return [new(Strings.Participants) { Entries = names }, .. Events.SelectMany(Describe)];
    }

    private IEnumerable<OutlineEntry> Describe(SequenceEvent entry)
    {
        switch (entry)
        {
            case SequenceMessage message:
                var number = message.Number is null ? "" : $"{message.Number}. ";
                var way =
                    message.From == message.To ? Strings.MessageToItself(NameOf(message.From))
                    : message.StartHead != EdgeHead.None ? Strings.Join([NameOf(message.From), NameOf(message.To)])
                    : Strings.MessageBetween(NameOf(message.From), NameOf(message.To));
                yield return new(number + Label(way, message.Text));
                break;
            case SequenceNote note:
                yield return new(
                    Label(
                        Strings.NoteAbout(
                            string.Join(Strings.ListSeparator, note.Participants.Select(NameOf).Distinct())
                        ),
                        note.Text
                    )
                );
                break;
            case SequenceFragment { Kind: "rect" } fragment:
                foreach (var inner in fragment.Sections.SelectMany(s => s.Events).SelectMany(Describe))
                    yield return inner;
                break;
            case SequenceFragment fragment:
                for (var i = 0; i < fragment.Sections.Count; i++)
                {
                    var section = fragment.Sections[i];
                    yield return new(Label(fragment.WordOf(i, Strings), section.Text))
                    {
                        Entries = [.. section.Events.SelectMany(Describe)],
                    };
                }

                break;
        }
    }

    private string NameOf(int participant) => Plain(Participants[participant].Text);

    private string Label(string label, string text) => text.Length > 0 ? Strings.Labelled(label, Plain(text)) : label;

    private static string Plain(string text) => text.Replace('\n', ' ');
}

internal sealed class SequenceParticipant(string id)
{
    public string Id { get; } = id;

    public string Text { get; set; } = MermaidText.Lines(id);

    /// <summary>The shape, see <see cref="FlowShapes"/>; "actor" for a person.</summary>
    public string Shape { get; set; } = "rect";

    /// <summary>The index of the group that contains the participant.</summary>
    public int? Box { get; set; }

    public int? Link { get; set; }

    /// <summary>True if the participant begins in the course of the diagram.</summary>
    public bool IsCreated { get; set; }
}

internal sealed record SequenceBox(string Title, string? Style);

internal abstract record SequenceEvent;

/// <summary>A message from one participant to another, or to itself.</summary>
internal sealed record SequenceMessage(int From, int To, string Text) : SequenceEvent
{
    public bool IsDotted { get; init; }

    public EdgeHead StartHead { get; init; }

    public EdgeHead EndHead { get; init; }

    /// <summary>The number of the message, if messages are numbered.</summary>
    public string? Number { get; init; }

    /// <summary>The participant that the message creates.</summary>
    public int? Creates { get; init; }

    /// <summary>The participant that ends with the message.</summary>
    public int? Destroys { get; init; }
}

/// <summary>The begin or the end of the time in which a participant is busy.</summary>
internal sealed record SequenceActivation(int Participant, bool Begins) : SequenceEvent;

/// <param name="Side">-1 for left of the participant, 1 for right of it, 0 for over all of them.</param>
internal sealed record SequenceNote(IReadOnlyList<int> Participants, int Side, string Text) : SequenceEvent;

/// <summary>A frame around events, such as a loop or alternatives.</summary>
/// <param name="Kind">The keyword, such as "alt".</param>
internal sealed record SequenceFragment(string Kind, string? Style, List<SequenceSection> Sections) : SequenceEvent
{
    /// <summary>The word that introduces a section in a text.</summary>
    public string WordOf(int section, UiStrings text) =>
        (Kind, section) switch
        {
            ("alt", 0) => text.SectionIf,
            ("alt", _) => text.SectionOtherwise,
            ("opt", _) => text.SectionOptional,
            ("par" or "par_over", 0) => text.SectionParallel,
            ("par" or "par_over", _) => text.SectionAlsoParallel,
            ("critical", 0) => text.SectionCritical,
            ("critical", _) => text.SectionOption,
            ("break", _) => text.SectionBreak,
            _ => text.SectionLoop,
        };
}

internal sealed record SequenceSection(string Text, List<SequenceEvent> Events);
