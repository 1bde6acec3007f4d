namespace KnowledgeSite.Content;

/// <summary>Whom a sheet of a workshop is for. What stands outside the blocks for one of them is for both.</summary>
public enum Audience
{
    Participant,
    Facilitator,
}
