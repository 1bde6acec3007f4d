using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests.Ladders;

/// <summary>A ladder of 40 levels and 30 dimensions: far larger than any real one.</summary>
public sealed class WideLadder : ServedSite
{
    public const int Levels = 40;
    public const int Dimensions = 30;

    public string Matrix => At("/ladders/wide/matrix/");

    private protected override ISourceTree Input { get; } = MemoryTree.OfText(CreateFiles());

    private static Dictionary<string, string> CreateFiles()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["site.yaml"] = "title: Wide",
            ["index.md"] = "# Wide",
            ["ladders/wide/ladder.yaml"] = LadderFile(),
        };
        for (var d = 1; d <= Dimensions; d++)
            files[$"ladders/wide/dimensions/d{d}.md"] = DimensionPage(d);
        return files;
    }

    private static string LadderFile() =>
        $"""
            title: Wide
            dimensions: [{string.Join(", ", Enumerable.Range(1, Dimensions).Select(d => $"d{d}"))}]
            levels:
            {string.Join(
                '\n',
                Enumerable.Range(1, Levels).Select(l =>
                    $"  - {{id: l{l}, code: L{l}, title: Level number {l}, next: [{(l < Levels ? $"l{l + 1}" : "")}]}}"
                )
            )}
            """;

    private static string DimensionPage(int d) =>
        $"---\ntitle: Dimension {d}\nkind: dimension\n---\n"
        + string.Concat(
            Enumerable
                .Range(1, Levels)
                .Select(l =>
                    $"## Level {l} {{#d{d}.l{l}}}\n\nSettles the question of size {l} that dimension {d} "
                    + $"raises, before a team needs the answer.\n\n- Shows case {d}-{l}. {{#d{d}.l{l}.case}}\n\n"
                )
        );
}
