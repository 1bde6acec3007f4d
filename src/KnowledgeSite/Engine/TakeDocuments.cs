namespace KnowledgeSite.Engine;

/// <summary>
/// Begins with the documents of other pipelines, one pipeline after the other (Statiq's ConcatDocuments).
/// </summary>
public sealed class TakeDocuments<T>(params string[] pipelines) : IModule<NoDocument, T>
    where T : class
{
    public IReadOnlyList<T> Execute(IReadOnlyList<NoDocument> documents, ModuleContext context) =>
        pipelines is [var one] ? context.DocumentsOf<T>(one) : [.. pipelines.SelectMany(context.DocumentsOf<T>)];
}
