using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Search;

/// <summary>Searches the pages of the repository as people type, and counts how often the answer comes first.</summary>
public sealed class SearchQueriesTests
{
    private const string Ladder = "/ladders/";

    private static readonly Dictionary<char, string> Ladders = new()
    {
        ['D'] = "data-science",
        ['M'] = "machine-learning-scientist",
        ['E'] = "machine-learning-engineer",
        ['A'] = "data-analyst",
        ['N'] = "analytics-engineer",
    };

    private static readonly Lazy<SearchedSite> Site = new(() =>
        new(TestSite.Run(new FolderTree(Repository.Combine("input")), today: "2026-12-01"))
    );

    /// <param name="step">Every how many queries one is tested; the weekly run tests all.</param>
    [Theory]
    [InlineData("queries.txt", 2, 93, 96)]
    [InlineData("review.txt", 1, 95, 98)]
    [InlineData("unseen.txt", 2, 85, 95)]
    [InlineData("readers.txt", 4, 86, 95)]
    [InlineData("colleagues.txt", 4, 82, 93)]
    public void Answers_come_first(string file, int step, int minFirst, int minFirstThree)
    {
        var all = Environment.GetEnvironmentVariable("EVERY_PAGE") is not null;
        var queries = Read(file).Where((_, i) => all || i % step == 0).ToArray();
        var ranks = Array.ConvertAll(queries, q => (q.Query, Rank: RankOf(q.Query, q.Answers)));
        var first = 100.0 * ranks.Count(r => r.Rank == 0) / queries.Length;
        var firstThree = 100.0 * ranks.Count(r => r.Rank is >= 0 and < 3) / queries.Length;
        Assert.True(
            first >= minFirst && firstThree >= minFirstThree,
            $"{first:0.0} % first, {firstThree:0.0} % within three. Not first:\n"
                + string.Join('\n', ranks.Where(r => r.Rank != 0).Select(r => r.Query))
        );
    }

    private static IEnumerable<(string Query, string[] Answers)> Read(string file) =>
        File.ReadLines(Repository.Combine("tests", "fixtures", "search", file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" | "))
            .Select(parts => (parts[0], Array.ConvertAll(parts[1].Split(' '), AddressOf)));

    private static string AddressOf(string answer) =>
        answer[0] == '/' ? answer : $"{Ladder}{Ladders[answer[0]]}{answer[1..]}";

    /// <summary>The number of results before the first that is an answer; -1 if the first ten have none.</summary>
    private static int RankOf(string query, string[] answers) =>
        Site
            .Value.Addresses(query)
            .ToList()
            .FindIndex(found =>
                answers.Any(a =>
                    found == a || (!a.Contains('#') && found.StartsWith(a + "#", StringComparison.Ordinal))
                )
            );
}
