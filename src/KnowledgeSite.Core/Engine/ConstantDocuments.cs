namespace KnowledgeSite.Engine;

/// <summary>A pipeline's first module that returns the documents of an earlier run.</summary>
internal sealed class ConstantDocuments<T>(IReadOnlyList<T> known) : IModule<NoDocument, T>
    where T : class
{
    public IReadOnlyList<T> Execute(IReadOnlyList<NoDocument> documents, ModuleContext context) => known;
}
