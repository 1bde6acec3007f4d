namespace KnowledgeSite.Engine;

/// <summary>The wall-clock time of one phase of one pipeline, and the number of documents it returned.</summary>
internal sealed record PhaseTiming(string Pipeline, Phase Phase, TimeSpan Elapsed, int Documents);
