namespace KnowledgeSite.Engine;

/// <summary>
/// One step of a pipeline: immutable documents in, immutable documents out. Documents are typed, so that a step says
/// what stage of life it takes and gives; a step that belongs at the head of a pipeline takes <see cref="NoDocument"/>.
/// </summary>
public interface IModule<in TIn, out TOut>
    where TIn : class
    where TOut : class
{
    IReadOnlyList<TOut> Execute(IReadOnlyList<TIn> documents, ModuleContext context);
}
