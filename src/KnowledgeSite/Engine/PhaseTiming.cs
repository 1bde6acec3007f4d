namespace KnowledgeSite.Engine;

/// <summary>How long one phase of one pipeline took by the wall clock, and how many documents it left.</summary>
public sealed record PhaseTiming(string Pipeline, Phase Phase, TimeSpan Elapsed, int Documents);
