namespace KnowledgeSite.Engine;

/// <summary>Begins with documents that an earlier run left.</summary>
public sealed class Given<T>(IReadOnlyList<T> known) : IModule<Nothing, T>
    where T : class
{
    public IReadOnlyList<T> Execute(IReadOnlyList<Nothing> documents, ModuleContext context) => known;
}
