namespace KnowledgeSite.Rendering;

/// <summary>Of a stage, all stages of its workflow in their order, itself among them.</summary>
public sealed record StagePart(IReadOnlyList<LinkView> Stages) : ArticlePart;
