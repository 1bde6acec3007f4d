using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cases;

public sealed partial class SiteCaseTests
{
    private static readonly string Folder = Repository.Combine("tests", "KnowledgeSite.Tests", "Cases", "sites");

    public static TheoryData<string> All() =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.case", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(All))]
    public void The_site_is_built_as_its_case_says(string name)
    {
        var path = Path.Combine(Folder, name);
        var text = File.ReadAllText(path);
        var site = new TestSite();
        var siteCase = SiteCase.Parse(text);
        foreach (var (file, content) in siteCase.Input)
            site.With(file, SiteCase.Unescape(content));

        var result = site.Build(check: siteCase.About.Contains("(check)", StringComparison.Ordinal));
        // A case is a text with the line ends of the checkout; the rows of a CSV file end with CR LF.
        var files = result
            .Files.DistinctBy(f => f.Path.File)
            .ToDictionary(
                f => f.Path.File,
                f => System.Text.Encoding.UTF8.GetString(f.ToBytes()).Replace("\r\n", "\n", StringComparison.Ordinal)
            );
        var actual = siteCase.Expected.Keys.ToDictionary(
            k => k,
            k => k == SiteCase.Diagnostics ? TestSite.Print(result.Diagnostics) : Shown(k, files)
        );

        var printed = siteCase.Print(actual);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
            File.WriteAllText(path, printed);
        else
            Assert.Equal(siteCase.Print(siteCase.Expected), printed);
    }

    [Fact]
    public void Every_rule_has_a_case()
    {
        var cases = string.Concat(
            Directory.EnumerateFiles(Folder, "*.case", SearchOption.AllDirectories).Select(File.ReadAllText)
        );
        var elsewhere = RulesElsewhere.Select(r => r.Id);
        Assert.Equal(
            [],
            RuleCatalogue
                .All.Select(r => r.Id)
                .Except(elsewhere)
                .Where(id => !cases.Contains($" {id}: ", StringComparison.Ordinal))
        );
    }

    /// <summary>
    /// Rules without a case here: they concern folders on disk, version control, invalid bytes, mistakes in templates,
    /// printing, edited Word files, and pages that are too large for a case. Their tests are in Output/, in Workshops/,
    /// in Word/, in Content/ and in the browser tests.
    /// </summary>
    private static IEnumerable<DiagnosticRule> RulesElsewhere =>
        [
            DiagramRules.TooMany,
            SourceRules.InvalidUtf8,
            SourceRules.Utf16,
            SourceRules.Unreadable,
            SourceRules.LinkLeavesInput,
            SourceRules.SymbolicLinkCycle,
            SourceRules.NoPages,
            SourceRules.InputMissing,
            SourceRules.OutputOverInput,
            SourceRules.OutputInsideInput,
            SourceRules.OutputNotOurs,
            SourceRules.ImagesNotDrawn,
            SourceRules.OutputBusy,
            SourceRules.OutputNotWritable,
            SourceRules.GoodSiteKept,
            SourceRules.ShallowClone,
            SourceRules.HistoryUnreadable,
            SourceRules.OwnersStale,
            HtmlRules.DuplicateIdInPage,
            HtmlRules.Malformed,
            LinkRules.OutputCollision,
            WorkshopRules.TooManyPages,
            WorkshopRules.PackTooLong,
            WorkshopRules.OutdatedPdf,
            FlavorRules.HiddenPage,
            SearchRules.TestsLeftOut,
            ImportRules.Unreadable,
            ImportRules.TooLarge,
            ImportRules.OtherPage,
            ImportRules.OtherVersion,
            ImportRules.Comments,
            ImportRules.Repeated,
            ImportRules.Unmarked,
            ImportRules.LostMarks,
            ImportRules.NotPlaced,
        ];

    private static string Shown(string file, Dictionary<string, string> files)
    {
        if (!files.TryGetValue(file, out var content))
            return "(no such file)\n";
        content = content.ReplaceLineEndings("\n");
        if (file.EndsWith(".html", StringComparison.Ordinal))
            content = Article().Match(content).Groups[1].Value;
        return content.ReplaceLineEndings("\n").Trim('\n') + "\n";
    }

    [GeneratedRegex("<article[^>]*>(.*)</article>", RegexOptions.Singleline)]
    private static partial Regex Article();
}
