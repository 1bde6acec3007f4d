namespace KnowledgeSite.Ladders;

public enum Track
{
    /// <summary>Before the ladder forks.</summary>
    Shared,
    Individual,
    Manager,
}
