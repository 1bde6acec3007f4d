using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Output;

/// <summary>
/// Collects the files of all pipelines. If two files have the same address, the first is kept. Generated files come
/// first, in the order of the pipelines, then files of the input; a file that <c>site.yaml</c> lists as a replacement
/// comes before both.
/// </summary>
internal sealed class GatherFiles(IReadOnlyList<Pipeline<IReadOnlyList<OutputFile>>> pipelines)
    : IModule<NoInput, IReadOnlyList<OutputFile>>
{
    public IReadOnlyList<Pipeline> Reads => pipelines;

    public IReadOnlyList<OutputFile> Execute(NoInput input, ModuleContext context)
    {
        var all = pipelines.SelectMany(p => context.Read(p).Select(f => new Candidate(f, p.Name))).ToList();
        var kept = new Dictionary<string, Candidate>(all.Count, StringComparer.OrdinalIgnoreCase);
        var folders = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var candidate in all.OrderBy(c => c.Rank))
        {
            var key = KeyOf(candidate.File.Path.File);
            if (kept.TryAdd(key, candidate))
                AddFolders(key, folders);
            else if (IsWorthReporting(kept[key], candidate))
                Report(kept[key], candidate, context.Diagnostics);
        }

        foreach (
            var (key, candidate) in kept.Where(k => k.Value.File.Source is not null && folders.Contains(k.Key)).ToList()
        )
        {
            kept.Remove(key);
            context.Diagnostics.Add(
                Diagnostic.At(
                    LinkRules.OutputCollision,
                    candidate.File.Source!,
                    "A folder of the site",
                    $"'{candidate.File.Source}'",
                    candidate.File.Path
                )
            );
        }

        var remaining = kept.Values.ToHashSet();
        return [.. all.Where(remaining.Contains).Select(c => c.File)];
    }

    /// <summary>
    /// Pages with the same address are already reported when addresses are assigned (KS411). A generated page that
    /// gives way to an author's page is intended. Both cases occur within one pipeline.
    /// </summary>
    private static bool IsWorthReporting(Candidate first, Candidate second) =>
        second.File.Source is not null
            ? !first.File.ReplacesGenerated
            : first.Pipeline != second.Pipeline && !first.File.ReplacesGenerated;

    private static void Report(Candidate first, Candidate second, DiagnosticBag diagnostics)
    {
        var source = second.File.Source ?? first.File.Source;
        object[] arguments = [first.Name, second.Name, second.File.Path];
        diagnostics.Add(
            source is null
                ? Diagnostic.OfSite(LinkRules.OutputCollision, arguments)
                : Diagnostic.At(LinkRules.OutputCollision, source, arguments)
        );
    }

    /// <summary>
    /// A key that is equal for names which a disk or a host may treat as the same: composed and decomposed accents. The
    /// comparer ignores letter case.
    /// </summary>
    private static string KeyOf(string file) => ComposedText.Compose(file);

    private static void AddFolders(string file, HashSet<string> folders)
    {
        for (
            var slash = file.LastIndexOf('/');
            slash > 0 && folders.Add(file[..slash]);
            slash = file.LastIndexOf('/', slash - 1)
        )
            ;
    }

    private sealed record Candidate(OutputFile File, string Pipeline)
    {
        public int Rank =>
            File.Source is null ? 1
            : File.ReplacesGenerated ? 0
            : 2;

        public string Name => File.Source is { } source ? $"'{source}'" : $"A generated file ({Pipeline})";
    }
}
