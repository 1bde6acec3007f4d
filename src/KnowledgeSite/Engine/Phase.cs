namespace KnowledgeSite.Engine;

/// <summary>
/// The four phases of a pipeline, in Statiq's words. In Process a pipeline sees the documents of the pipelines it
/// depends on and of no other; from PostProcess on it sees those of all, and changes none of them.
/// </summary>
public enum Phase
{
    Input,
    Process,
    PostProcess,
    Output,
}
