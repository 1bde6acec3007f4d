using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>Reads the <c>search-tests.yaml</c> of the site.</summary>
internal sealed class ReadSearchTests : IModule<SourceFile, SearchTest>
{
    public IReadOnlyList<SearchTest> Execute(IReadOnlyList<SourceFile> documents, ModuleContext context) =>
        [
            .. documents
                .Where(d => d.Path.Value == SearchTest.FileName && d.Text is not null)
                .SelectMany(d => SearchTest.ReadAll(d, context.Diagnostics)),
        ];
}
