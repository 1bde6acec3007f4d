using System.Text.RegularExpressions;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests;

/// <summary>
/// The plan of the house: which room may know of which. A wrong arrow fails here, with the file that draws it.
/// </summary>
public sealed partial class RoomTests
{
    /// <summary>
    /// Each room with the rooms it may use. Sisters do not know each other; nothing knows of what stands to its right.
    /// </summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Files"] = [],
        ["Diagnostics"] = ["Files"],
        ["Words"] = [],
        ["Engine"] = ["Files", "Diagnostics"],
        ["Sources"] = ["Files", "Diagnostics", "Engine"],
        ["Diagrams"] = [],
        ["Cards"] = [],
        ["Content"] = ["Files", "Diagnostics", "Words", "Engine", "Sources", "Diagrams"],
        ["Ladders"] = ["Files", "Diagnostics", "Engine", "Sources", "Content"],
        ["Workshops"] = ["Files", "Diagnostics", "Engine", "Sources", "Content"],
        ["SiteModel"] = ["Files", "Diagnostics", "Words", "Engine", "Sources", "Content", "Ladders", "Workshops"],
        ["Search"] =
        [
            "Files",
            "Diagnostics",
            "Words",
            "Engine",
            "Sources",
            "Content",
            "Ladders",
            "Workshops",
            "SiteModel",
        ],
        ["Health"] =
        [
            "Files",
            "Diagnostics",
            "Words",
            "Engine",
            "Sources",
            "Content",
            "Ladders",
            "Workshops",
            "SiteModel",
        ],
        ["Editors"] = ["Files", "Diagnostics", "Engine", "Sources", "Content", "Ladders", "Workshops", "SiteModel"],
        ["Drafts"] = ["Files", "Diagnostics", "Engine", "Sources", "Content", "Ladders", "Workshops", "SiteModel"],
        ["Changes"] = ["Files", "Diagnostics", "Content", "Ladders", "SiteModel"],
        ["Rendering"] =
        [
            "Files",
            "Diagnostics",
            "Engine",
            "Sources",
            "Diagrams",
            "Cards",
            "Content",
            "Ladders",
            "Workshops",
            "SiteModel",
            "Health",
        ],
        ["Output"] =
        [
            "Files",
            "Diagnostics",
            "Engine",
            "Sources",
            "Content",
            "Ladders",
            "Workshops",
            "SiteModel",
            "Rendering",
        ],
    };

    [Fact]
    public void Every_arrow_between_rooms_points_left()
    {
        var wrong =
            from room in Allowed
            from file in SourcesOf(room.Key)
            from Match used in RoomName().Matches(File.ReadAllText(file))
            let other = used.Groups[1].Value
            where other != room.Key && !room.Value.Contains(other)
            select $"{room.Key} uses {other} in {Path.GetFileName(file)}";
        Assert.Equal([], wrong.Distinct());
    }

    [Fact]
    public void Every_folder_of_the_generator_is_a_room_of_the_plan() =>
        Assert.Equal(
            Allowed.Keys.Order(),
            Directory
                .GetDirectories(Repository.Combine("src", "KnowledgeSite"))
                .Select(d => Path.GetFileName(d)!)
                .Except(["bin", "obj"])
                .Order()
        );

    [Theory]
    [InlineData("Markdig", "Content")]
    [InlineData("YamlDotNet", "Content")]
    [InlineData("AngleSharp", "Output")]
    [InlineData("CsvHelper", "Ladders")]
    [InlineData("DiffPlex", "Ladders")]
    [InlineData("DocumentFormat", "Ladders")]
    [InlineData("QRCoder", "Rendering")]
    public void A_library_is_spoken_of_in_one_room_only(string library, string home)
    {
        var elsewhere = Allowed
            .Keys.Where(r => r != home)
            .SelectMany(SourcesOf)
            .Where(f => Regex.IsMatch(File.ReadAllText(f), $@"\busing {library}\b|\b{library}\.[A-Z]"))
            .Select(Path.GetFileName);
        Assert.Equal([], elsewhere);
    }

    [Fact]
    public void The_generator_neither_prints_nor_reads_the_environment_or_the_clock()
    {
        var wrong = Allowed
            .Keys.SelectMany(SourcesOf)
            .Where(f => Impure().IsMatch(File.ReadAllText(f)))
            .Select(Path.GetFileName);
        Assert.Equal([], wrong);
    }

    private static IEnumerable<string> SourcesOf(string room) =>
        Directory.EnumerateFiles(Repository.Combine("src", "KnowledgeSite", room), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(
        @"KnowledgeSite\.(Files|Diagnostics|Words|Engine|Sources|Diagrams|Cards|Content|Ladders|Workshops"
            + @"|SiteModel|Search|Health|Editors|Drafts|Changes|Rendering|Output)\b"
    )]
    private static partial Regex RoomName();

    [GeneratedRegex(
        @"\bConsole\.|Environment\.GetEnvironmentVariable|DateTime\.(Now|Today|UtcNow)|DateTimeOffset\.(Now|UtcNow)"
    )]
    private static partial Regex Impure();
}
