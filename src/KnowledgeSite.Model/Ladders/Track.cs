namespace KnowledgeSite.Ladders;

public enum Track
{
    /// <summary>The part of the ladder before it forks.</summary>
    Shared,
    Individual,
    Manager,
}
