using KnowledgeSite.Content;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Drafts;

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
