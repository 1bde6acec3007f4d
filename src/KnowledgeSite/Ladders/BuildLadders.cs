using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>Puts ladders together: from each <c>ladder.yaml</c> and the pages of dimensions and levels beside it. Overlays come after their base.</summary>
public sealed class BuildLadders : IModule<Page, Ladder>
{
    public IReadOnlyList<Ladder> Execute(IReadOnlyList<Page> documents, ModuleContext context)
    {
        var sources = context.DocumentsOf<SourceFile>("Sources");
        var files = sources.Where(s => s.Path.FileName == LadderFile.FileName && s.Text is not null).Select(s => LadderFile.Read(s, context.Diagnostics)).ToList();
        var ladders = new Dictionary<string, Ladder>(StringComparer.Ordinal);
        foreach (var file in files.Where(f => f.Extends is null)) Add(file, null);
        foreach (var file in files.Where(f => f.Extends is not null))
        {
            if (ladders.GetValueOrDefault(file.Extends!.Value) is { Base: null } under) Add(file, under);
            else context.Diagnostics.Add(Diagnostic.At(LadderRules.MissingBase, file.Source, file.Extends.Span, file.Extends.Value, Suggestion.DidYouMean(file.Extends.Value, ladders.Keys)));
        }

        foreach (var ladder in ladders.Values) PublishedIds.Check(ladder, sources, context.Diagnostics);
        return new LadderReferences(ladders, documents, context.Diagnostics).Resolve();

        void Add(LadderFile file, Ladder? under) => ladders[file.Id] = new LadderBuilder(file, under, documents, context.Diagnostics).Build();
    }
}
