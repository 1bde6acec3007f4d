namespace KnowledgeSite.Engine;

/// <summary>
/// The four phases of a pipeline, named as in Statiq. In Process, a pipeline can read only the documents of the
/// pipelines it depends on. From PostProcess on, it can read those of all pipelines, but no longer change them.
/// </summary>
internal enum Phase
{
    Input,
    Process,
    PostProcess,
    Output,
}
