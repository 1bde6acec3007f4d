namespace KnowledgeSite.Engine;

/// <summary>
/// A pipeline's first module that concatenates the documents of other pipelines (ConcatDocuments in Statiq).
/// </summary>
internal sealed class TakeDocuments<T>(params string[] pipelines) : IModule<NoDocument, T>
    where T : class
{
    public IReadOnlyList<T> Execute(IReadOnlyList<NoDocument> documents, ModuleContext context) =>
        pipelines is [var one] ? context.DocumentsOf<T>(one) : [.. pipelines.SelectMany(context.DocumentsOf<T>)];
}
