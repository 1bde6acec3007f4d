namespace KnowledgeSite.Content;

/// <summary>
/// The text of a workshop for each of its handouts. Each contains only what its audience may read, footnotes included.
/// </summary>
public sealed record HandoutBodies(PageBody Participant, PageBody Facilitator)
{
    public PageBody For(Audience audience) => audience == Audience.Participant ? Participant : Facilitator;
}
