using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Builds ladders from each <c>ladder.yaml</c> and the pages of dimensions and levels beside it. Overlays follow their
/// base.
/// </summary>
internal sealed class BuildLadders(Pipeline<SourceFiles> input) : IModule<IReadOnlyList<Page>, IReadOnlyList<Ladder>>
{
    public IReadOnlyList<Pipeline> Reads => [input];

    public IReadOnlyList<Ladder> Execute(IReadOnlyList<Page> documents, ModuleContext context)
    {
        var sources = context.Read(input).Where(s => !s.Path.MayBePage).ToList();
        var written = Files(sources, context.Diagnostics);
        var folders = written.Select(f => f.Folder).ToList();
        var pages = documents.Where(p => p.FrontMatter.Facts is not null || folders.Exists(p.Path.IsWithin)).ToList();
        var ladders = new Dictionary<string, Ladder>(StringComparer.Ordinal);
        foreach (var file in written.Where(f => f.Extends is null))
            Add(file, null);
        var bases = ladders.Keys.ToList();
        foreach (var file in written.Where(f => f.Extends is not null))
        {
            if (bases.Contains(file.Extends!.Value))
                Add(file, ladders[file.Extends.Value]);
            else
                context.Diagnostics.Add(
                    Diagnostic.At(
                        LadderRules.MissingBase,
                        file.Source,
                        file.Extends.Span,
                        file.Extends.Value,
                        SuggestionIndex.DidYouMean(
                            file.Extends.Value,
                            bases,
                            "Write the folder name of another ladder."
                        )
                    )
                );
        }

        var files = sources
            .Where(s => ladders.Values.Any(l => s.Path.IsWithin(l.Folder)))
            .DistinctBy(s => s.Path)
            .ToDictionary(s => s.Path);
        foreach (var (id, ladder) in ladders.ToList())
            ladders[id] = ladder with { Versions = new VersionReader(ladder, files, context.Diagnostics).Read() };
        foreach (var (id, ladder) in ladders.ToList())
        {
            var inherited = ladder.Base is { } baseLadder ? ladders[baseLadder.Id].Retired : RetiredIds.None;
            ladders[id] = PublishedIds.Check(ladder, inherited, sources, context.Diagnostics);
        }

        var named = sources
            .Where(s => s.Path.FileName == LadderFile.FileName && !s.Path.Segments.Any(p => p.StartsWith('_')))
            .Select(s => s.Path.Folder.FileName);
        return new LadderReferences(
            ladders,
            named.ToHashSet(StringComparer.Ordinal),
            pages,
            context.Diagnostics
        ).Resolve();

        void Add(LadderFile file, Ladder? baseLadder) =>
            ladders[file.Id] = new LadderBuilder(file, baseLadder, pages, context.Diagnostics).Build();
    }

    /// <summary>Reads the ladder files. Drafts and files from which no ladder can be built are left out.</summary>
    private static List<LadderFile> Files(IReadOnlyList<SourceFile> sources, DiagnosticBag diagnostics)
    {
        var files = new List<LadderFile>();
        foreach (
            var source in sources.Where(s =>
                s.Path.FileName == LadderFile.FileName
                && s.Text is not null
                && !s.Path.Segments.Any(p => p.StartsWith('_'))
            )
        )
        {
            var file = LadderFile.Read(source, diagnostics);
            if (file.IsEmpty || file.Folder.IsRoot)
                continue;
            if (files.Find(f => f.Id == file.Id) is { } other)
                diagnostics.Add(Diagnostic.At(LadderRules.SameLadder, source.Path, file.Id, other.Folder));
            else
                files.Add(file);
        }

        return files;
    }
}
