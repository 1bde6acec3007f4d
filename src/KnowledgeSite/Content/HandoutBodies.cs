namespace KnowledgeSite.Content;

/// <summary>
/// The text of a workshop as each of its sheets has it. What one of them leaves out, down to its notes, is not in it.
/// </summary>
public sealed record HandoutBodies(PageBody Participant, PageBody Facilitator)
{
    public PageBody For(Audience audience) => audience == Audience.Participant ? Participant : Facilitator;
}
