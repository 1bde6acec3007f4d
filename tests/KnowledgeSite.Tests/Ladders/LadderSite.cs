using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Ladders;

/// <summary>Builds ladders in memory with the first pipelines of the recipe only.</summary>
internal sealed class LadderSite
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private DiagnosticBag _diagnostics = new();

    /// <summary>The diagnostics of the last build.</summary>
    public string Findings => TestSite.Print(_diagnostics.Sorted());

    /// <summary>The levels are junior, mid and senior, followed by staff or manager.</summary>
    public static LadderSite Forked(params string[] dimensions) =>
        new LadderSite().Ladder(
            "ds",
            $"""
            title: Data science
            description: How it grows.
            dimensions: [{string.Join(", ", dimensions)}]
            levels:
              - {"{"}id: junior, title: Junior, code: L1, next: mid{"}"}
              - {"{"}id: mid, title: Mid, next: senior, was: [middle]{"}"}
              - {"{"}id: senior, title: Senior, next: [staff, manager], reach: A team, terminal: true{"}"}
              - {"{"}id: staff, title: Staff, track: individual{"}"}
              - {"{"}id: manager, title: Manager, code: M1, track: manager{"}"}
            """
        );

    public LadderSite Ladder(string id, string yaml) => With($"ladders/{id}/ladder.yaml", yaml);

    /// <param name="cells">The text of each cell, by the id of its level.</param>
    public LadderSite Dimension(string ladder, string id, params (string Level, string Text)[] cells) =>
        With(
            $"ladders/{ladder}/dimensions/{id}.md",
            $"---\ntitle: {char.ToUpperInvariant(id[0])}{id[1..]}\nkind: dimension\n---\n"
                + string.Concat(cells.Select(c => $"## {c.Level} {{#{id}.{c.Level}}}\n\n{c.Text}\n\n"))
        );

    public LadderSite With(string path, string text)
    {
        _files[path] = Encoding.UTF8.GetBytes(text);
        return this;
    }

    public IReadOnlyList<Ladder> Build()
    {
        _diagnostics = new();
        var sources = Pipeline.Named("Sources").Input(new ReadSources(new MemoryTree(_files)));
        var pages = Pipeline
            .Named("Pages", sources)
            .Process(EachDocument.Select<SourceFile, Page>(new PageParser(new AllowedContent([])).ParseIfPage));
        var building = new Weighed(new BuildLadders(sources));
        var ladders = Pipeline.Named("Ladders", pages).Process(building);
        var run = PipelineRun.ExecuteAsync([ladders], _diagnostics).GetAwaiter().GetResult();
        Allocated = building.Allocated;
        return run.Find(ladders)!;
    }

    /// <summary>
    /// The number of bytes that were allocated for the ladders of the last build: a measure of work that is the same on
    /// a slow machine.
    /// </summary>
    public long Allocated { get; private set; }

    /// <summary>The only ladder of a build without diagnostics.</summary>
    public Ladder Sound()
    {
        var ladders = Build();
        Assert.Equal("", Findings);
        return Assert.Single(ladders);
    }

    private sealed class Weighed(BuildLadders inner) : IModule<IReadOnlyList<Page>, IReadOnlyList<Ladder>>
    {
        public long Allocated { get; private set; }

        public IReadOnlyList<Pipeline> Reads => inner.Reads;

        public IReadOnlyList<Ladder> Execute(IReadOnlyList<Page> documents, ModuleContext context)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var ladders = inner.Execute(documents, context);
            Allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return ladders;
        }
    }
}
