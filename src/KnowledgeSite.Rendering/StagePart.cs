namespace KnowledgeSite.Rendering;

/// <summary>All stages of a stage's workflow in order, including the stage itself.</summary>
public sealed record StagePart(IReadOnlyList<LinkView> Stages) : ArticlePart;
