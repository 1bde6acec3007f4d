namespace KnowledgeSite.Engine;

/// <summary>
/// A pipeline step: it takes immutable documents and returns immutable documents. The document types show which stage a
/// step reads and which it produces. The first step of a pipeline takes <see cref="NoDocument"/>.
/// </summary>
internal interface IModule<in TIn, out TOut>
    where TIn : class
    where TOut : class
{
    IReadOnlyList<TOut> Execute(IReadOnlyList<TIn> documents, ModuleContext context);
}
