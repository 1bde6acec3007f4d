namespace KnowledgeSite.Engine;

/// <summary>
/// Sorts pipelines topologically, so that each comes after its dependencies. The whole graph is checked before anything
/// runs.
/// </summary>
internal static class PipelineGraph
{
    public static IReadOnlyList<Pipeline> Sort(IReadOnlyList<Pipeline> pipelines)
    {
        ThrowOnDuplicates(pipelines);
        var byName = pipelines.ToDictionary(p => p.Name, StringComparer.Ordinal);
        ThrowOnUnknown(pipelines, byName);

        var (sorted, done) = (new List<Pipeline>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var pipeline in pipelines)
            Visit(pipeline, byName, [], done, sorted);
        return sorted;
    }

    private static void ThrowOnDuplicates(IReadOnlyList<Pipeline> pipelines)
    {
        var twice = pipelines
            .GroupBy(p => p.Name, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => $"'{g.Key}'")
            .ToList();
        if (twice.Count > 0)
            throw new PipelineException($"More than one pipeline is named {string.Join(", ", twice)}.");
    }

    private static void ThrowOnUnknown(IReadOnlyList<Pipeline> pipelines, Dictionary<string, Pipeline> byName)
    {
        var unknown = pipelines
            .SelectMany(p =>
                p.Dependencies.Where(d => !byName.ContainsKey(d)).Select(d => $"'{p.Name}' depends on '{d}'")
            )
            .ToList();
        if (unknown.Count > 0)
            throw new PipelineException(
                $"No such pipeline: {string.Join("; ", unknown)}. There are: {string.Join(", ", byName.Keys)}."
            );
    }

    private static void Visit(
        Pipeline pipeline,
        Dictionary<string, Pipeline> byName,
        List<string> path,
        HashSet<string> done,
        List<Pipeline> sorted
    )
    {
        if (done.Contains(pipeline.Name))
            return;
        if (path.Contains(pipeline.Name))
            throw new PipelineException(
                "Pipelines depend on each other in a cycle: "
                    + $"{string.Join(" -> ", path.SkipWhile(n => n != pipeline.Name))} -> {pipeline.Name}."
            );

        path.Add(pipeline.Name);
        foreach (var dependency in pipeline.Dependencies)
            Visit(byName[dependency], byName, path, done, sorted);
        path.RemoveAt(path.Count - 1);
        done.Add(pipeline.Name);
        sorted.Add(pipeline);
    }
}
