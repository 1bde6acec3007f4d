namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// The pages to examine. Of pages that one template generates by the hundred (comparisons, sheets, packs, handouts,
/// levels of an overlay), only some are examined, because a page takes a few seconds; with <c>EVERY_PAGE=1</c> in the
/// environment, all of them.
/// </summary>
internal static class SampledPages
{
    private static readonly bool ExaminesAll = Environment.GetEnvironmentVariable("EVERY_PAGE") == "1";

    private static readonly string[] Examples =
    [
        "/ladders/data-science/compare/",
        "/ladders/machine-learning-scientist/compare/",
        "/compare/senior--staff/",
        "/compare/staff--manager/",
        "/staff/sheet/",
        "/staff/pack/",
        "/tags/",
        "/tags/staff/",
        "/map/",
        "/map/staff/",
        "/workshops/find-your-spike/",
        "/machine-learning-scientist/levels/senior/",
        "/machine-learning-scientist/pack/",
    ];

    public static IReadOnlyList<string> Examined(IEnumerable<string> paths) => [.. paths.Where(IsExamined)];

    private static bool IsExamined(string path) =>
        ExaminesAll
        || !IsOneOfMany(path)
        || Examples.Any(e => path.EndsWith(e, StringComparison.Ordinal))
        || path.StartsWith("/workshops/find-your-spike/", StringComparison.Ordinal);

    private static bool IsOneOfMany(string path) =>
        path.Contains("/compare/", StringComparison.Ordinal)
        || path.EndsWith("/sheet/", StringComparison.Ordinal)
        || path.EndsWith("/pack/", StringComparison.Ordinal)
        || path.Contains("/participant/", StringComparison.Ordinal)
        || path.Contains("/facilitator/", StringComparison.Ordinal)
        || path.Contains("/machine-learning-scientist/levels/", StringComparison.Ordinal)
        || path.StartsWith("/tags/", StringComparison.Ordinal)
        || path.StartsWith("/map/", StringComparison.Ordinal);
}
