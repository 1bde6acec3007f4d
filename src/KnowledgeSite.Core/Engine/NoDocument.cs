namespace KnowledgeSite.Engine;

/// <summary>The document type of a pipeline's first module, which has no input. It has no instances.</summary>
internal sealed class NoDocument
{
    private NoDocument() { }
}
