namespace KnowledgeSite.Engine;

/// <summary>Begins with documents that an earlier run left.</summary>
public sealed class ConstantDocuments<T>(IReadOnlyList<T> known) : IModule<NoDocument, T>
    where T : class
{
    public IReadOnlyList<T> Execute(IReadOnlyList<NoDocument> documents, ModuleContext context) => known;
}
