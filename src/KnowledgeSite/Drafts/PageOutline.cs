using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Drafts;

/// <summary>
/// The typical outline of a kind of page: an introduction and sections, each with advice for the author.
/// </summary>
internal sealed record PageOutline(string First, params IReadOnlyList<(string Heading, string Advice)> Sections)
{
    /// <summary>The outline of a kind, or null if its text does not consist of sections only.</summary>
    public static PageOutline? Get(PageKind kind) =>
        kind switch
        {
            PageKind.Page => new("what a reader can do after reading this."),
            PageKind.Section => new(
                "what this section contains, and whom it is for.",
                (
                    "Where to begin",
                    "Name two or three pages, and who should read each of them first. All pages of the "
                        + "section are listed below automatically."
                )
            ),
            PageKind.Ladder => new(
                "whom this ladder is for, and who decides about it.",
                ("How to read it", "What a cell states and what it leaves open, with a link to an example."),
                ("What is not in it", "What readers may look for here, and where they find it.")
            ),
            PageKind.Level => new(
                "what a person at this level is responsible for.",
                ("A story", "One piece of work, with a name, a number and its result."),
                ("Evidence", "Four or five things that a person can show, each in one sentence."),
                ("Easily mistaken for it", "What looks like this level but is not, and why."),
                ("Where it leads", "The levels above, and what changes on the way there.")
            ),
            PageKind.Archetype => new(
                "what such a person works on, and who needs it.",
                ("Signs", "How people recognise this archetype in themselves."),
                ("A week", "Monday to Friday of one person, with a decision on each day."),
                ("Traps", "What goes wrong when it is overdone, and how to notice.")
            ),
            PageKind.Stage => new(
                "what is decided in this stage before the next one begins.",
                ("What it answers", "The question that is open at the start and answered at the end."),
                ("Questions to ask", "About five questions that can be answered with a name, a number or a date."),
                ("What to hand over", "The result with which the next stage begins."),
                ("Signs that it was skipped", "What a colleague notices weeks later.")
            ),
            PageKind.Role => new(
                "the purpose of the role.",
                ("Mission", "Two sentences. If you cannot write them, it is too early to hire."),
                ("What it owns", "About ten responsibilities that this role alone has."),
                ("What it achieves", "The visible results after 90 days, half a year and a year."),
                ("How anyone would tell", "Four to six measures with targets."),
                ("What it leaves to others", "The responsibilities of neighbouring roles.")
            ),
            PageKind.Glossary => new(
                "whose terms these are.",
                (
                    "A first term {#a-first-term}",
                    "Write one sentence of at most 40 words below the heading. The first use of the term on "
                        + "each page links here. Write synonyms above the sentence: 'Also called: a, b'. "
                        + "Add an abbreviation in brackets at the end of the heading."
                )
            )
            {
                SectionPrompt = "what it means here, in one sentence.",
            },
            _ => null,
        };

    /// <summary>The placeholder under each heading. Null if the text under the headings may be empty.</summary>
    private string? SectionPrompt { get; init; }

    public string Text(string? link)
    {
        var text = new StringBuilder($"{Prompt.For(First)}\n");
        if (link is not null)
            text.Append($"\n{link}\n");
        var prompt = SectionPrompt is null ? "" : $"\n{Prompt.For(SectionPrompt)}\n";
        foreach (var (heading, advice) in Sections)
            text.Append($"\n## {heading}\n{prompt}\n<!-- {advice} -->\n");
        return text.ToString();
    }
}

/// <summary>Creates the draft of a one-hour workshop with all the parts that a facilitator needs.</summary>
internal sealed class WorkshopDraft(DraftRequest request, Ladder ladder)
{
    private static readonly (int Minutes, string Title, string What)[] Steps =
    [
        (5, "Open", "Announce the result, and agree who may talk about it outside."),
        (30, "Work", "What participants do, first on their own."),
        (15, "Compare", "What participants show each other, and in which groups."),
        (10, "Debrief", "Everyone says what changes next week."),
    ];

    public void Add(FrontMatterWriter head)
    {
        head.Placeholder(WorkshopKeys.Purpose)
            .Placeholder(WorkshopKeys.Outcome)
            .Placeholder(WorkshopKeys.For)
            .Placeholder(WorkshopKeys.Group)
            .Set(WorkshopKeys.Duration, Steps.Sum(s => s.Minutes))
            .Placeholder(WorkshopKeys.Room)
            .Placeholder(WorkshopKeys.Materials)
            .Placeholder(WorkshopKeys.Preparation)
            .Line($"{WorkshopKeys.Agenda.Name}:  # {WorkshopKeys.Agenda.Description}");
        foreach (var (minutes, title, what) in Steps)
            head.Line($"  - {StepKeys.Minutes.Name}: {minutes}")
                .Line($"    {StepKeys.Title.Name}: {title}")
                .Line($"    {StepKeys.What.Name}: {YamlText.Quote(Prompt.For(what))}");
        head.Set(WorkshopKeys.Ladder, ladder.Id)
            .Line(
                $"{WorkshopKeys.Serves.Name}: "
                    + $"{YamlText.List(request.Serves.Count > 0 ? request.Serves : [ladder.Dimensions[0].Id])}  # "
                    + WorkshopKeys.Serves.Description
            )
            .Set(WorkshopKeys.Pages, 1)
            .Line($"{WorkshopKeys.Version.Name}: \"0.1\"");
    }

    public static string Text(string? link) =>
        $"""
            {Prompt.For("what happens in the workshop, for people who consider taking part.")}

            {(link is null ? "" : link + "\n\n")}::: participant
            ## Your notes

            <!-- The text in this block appears on the participant sheet. Space for writing: '::: lines 6',
            '::: box 40mm A sketch', '::: grid 5x3', '::: scale 1-5 never | always'. -->

            ::: lines 6
            :::

            ::: facilitator
            <!-- The text in this block appears only in the facilitator guide. -->

            ## Debrief

            <!-- Three or four questions that lead from the experience to what will change. -->

            ## Variations

            <!-- How to run it for another group, or in half the time. -->

            ## Remote

            <!-- What to change when people are not in one room. -->
            :::

            """;
}
