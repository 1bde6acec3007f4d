namespace KnowledgeSite.Engine;

/// <summary>What the first module of a pipeline is given: no documents.</summary>
public sealed class NoDocument
{
    private NoDocument() { }
}
