using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Fuzz;

/// <summary>
/// Builds thousands of damaged pages. <c>FUZZ_SEED</c> sets the seed, <c>FUZZ_COUNT</c> the number of pages. A failure
/// names the number of the page, which reproduces it together with the seed, and shows a shortened version.
/// </summary>
public sealed class FuzzTests
{
    private const int PagesOfASite = 100;
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(10);

    private static readonly int Seed = Number("FUZZ_SEED", 20261120);
    private static readonly int Count = Number("FUZZ_COUNT", 5_000);
    private static readonly PageMutator Mutator = new([.. FixturePages()]);

    [Fact]
    public void Any_page_is_built_without_code_and_inside_its_article()
    {
        var findings = new ConcurrentBag<string>();
        Parallel.For(
            0,
            (Count + PagesOfASite - 1) / PagesOfASite,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            (site, loop) =>
            {
                if (Check(site) is not { } finding)
                    return;
                findings.Add(finding);
                if (findings.Count >= 5)
                    loop.Stop();
            }
        );
        Assert.True(findings.IsEmpty, $"Seed {Seed}:\n" + string.Join("\n", findings));
    }

    private static string? Check(int site)
    {
        var first = site * PagesOfASite;
        var pages = Enumerable.Range(first, PagesOfASite).Select(i => Mutator.Page(Seed + i)).ToList();
        try
        {
            return Within(() => FuzzedSite.Check(pages)) is [var finding, ..]
                ? Report(first + finding.Page, finding.Text, finding.Complaint)
                : null;
        }
        catch (Exception e) when (e is not TimeoutException)
        {
            return pages.FindIndex(p => Complaint(p) is not null) is >= 0 and var page
                ? Report(first + page, pages[page], "")
                : $"Pages {first} and following, together: {e}";
        }
        catch (TimeoutException)
        {
            return $"One of the pages {first} to {first + PagesOfASite - 1} takes for ever.";
        }
    }

    private static string Report(int number, string text, string complaint)
    {
        var kind = Kind(Complaint(text));
        var shortest = kind is null
            ? text
            : Shrinker.Shrink(text, t => Kind(Complaint(t)) == kind, TimeSpan.FromSeconds(15));
        return $"Page {number}: {Complaint(shortest) ?? $"only together with its neighbours, {complaint}"}\n"
            + Visible(shortest);
    }

    /// <summary>The problems of a single page, or null.</summary>
    private static string? Complaint(string page)
    {
        try
        {
            return FuzzedSite.Check([page]) is [var finding, ..] ? finding.Complaint : null;
        }
        catch (Exception e)
        {
            return (e.InnerException ?? e).ToString();
        }
    }

    /// <summary>Problems of the same kind begin with the same words.</summary>
    private static string? Kind(string? complaint) =>
        complaint is null ? null : string.Join(' ', complaint.Split(' ').Take(3));

    private static T Within<T>(Func<T> work) => Task.Run(work).WaitAsync(Hang).GetAwaiter().GetResult();

    private static string Visible(string text) =>
        string.Concat(
            text.Select(c =>
                c == '\n' ? "⏎"
                : char.IsControl(c) || c > '\u007f' ? $"\\u{(int)c:x4}"
                : c.ToString()
            )
        );

    private static int Number(string variable, int usual) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            NumberStyles.Integer,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : usual;

    private static IEnumerable<string> FixturePages() =>
        Directory
            .EnumerateFiles(FixtureSite.Input, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => File.ReadAllText(f, Encoding.UTF8));
}
