using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Tests.Crawl;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Workshops;

/// <summary>
/// Text for the facilitator is not published to participants. The test reads the words from the sources independently
/// of the tool.
/// </summary>
public sealed partial class FacilitatorTextTests
{
    private static readonly Lazy<BuildResult> Built = new(() =>
    {
        var site = new TestSite();
        foreach (var (name, bytes) in BuiltSite.Files(FixtureSite.Input))
            site.With(name, bytes);
        return site.Build(baseUrl: "https://kb.example/");
    });

    public static TheoryData<string> Workshops() => [.. Built.Value.Site!.Workshops.Select(w => w.Page.Path.Value)];

    [Theory]
    [MemberData(nameof(Workshops))]
    public void No_word_that_only_the_facilitator_reads_reaches_a_participant(string path)
    {
        var workshop = Built.Value.Site!.Workshops.Single(w => w.Page.Path.Value == path);
        var secret = SecretWords(workshop);
        Assert.True(secret.Count > 30, $"{secret.Count} words are only the facilitator's.");
        foreach (var isLarge in new[] { false, true })
            Assert.Empty(Words(TextOf(workshop.Sheet(Audience.Participant, isLarge).File)).Intersect(secret));
    }

    [Theory]
    [MemberData(nameof(Workshops))]
    public void The_guide_has_every_word_of_the_facilitators(string path)
    {
        var workshop = Built.Value.Site!.Workshops.Single(w => w.Page.Path.Value == path);
        Assert.Empty(SecretWords(workshop).Except(Words(TextOf(workshop.Sheet(Audience.Facilitator).File))));
    }

    [Fact]
    public void Every_sheet_for_participants_belongs_to_one_of_these_workshops() =>
        Assert.Equal(
            Built
                .Value.Site!.Workshops.SelectMany(w =>
                    new[] { w.Sheet(Audience.Participant).File, w.Sheet(Audience.Participant, isLarge: true).File }
                )
                .Order(),
            Built
                .Value.Files.Select(f => f.Path.File)
                .Where(f =>
                    f.Contains("participant", StringComparison.Ordinal) && f.EndsWith(".html", StringComparison.Ordinal)
                )
                .Distinct()
                .Order()
        );

    /// <summary>
    /// The words of facilitator blocks, of the agenda and of the preparation that are nowhere else in the source.
    /// </summary>
    private static HashSet<string> SecretWords(WorkshopUrls workshop)
    {
        var source = workshop.Page.Content.Source.Text!.Value;
        var facts = workshop.Workshop.Facts;
        var told = facts
            .Agenda.Select(s => s.What ?? "")
            .Concat(facts.Preparation.Select(p => p.Value))
            .Append(facts.Room!.Value)
            .Append(facts.For!.Value)
            .Append(facts.Group!.Value)
            .Where(t => t.Length > 0)
            .ToList();
        var blocks = Block().Matches(source).Select(m => m.Value).ToList();
        var rest = told.Concat(blocks)
            .Aggregate(source, (text, part) => text.Replace(part, " ", StringComparison.Ordinal));
        var links = LinkTarget().Replace(string.Join(' ', told.Concat(blocks)), " ");
        // The details of a cited source are public.
        var works = string.Join(' ', Built.Value.Site!.Works.Works.Select(w => $"{w.Title} {w.Author}"));
        return
        [
            .. Words(links)
                .Except(Words(rest))
                .Except(Words(works))
                .Except(
                    Words(
                        "Participant sheet minutes The way Outcome Check online for the latest version "
                            + "before reprinting Links in the text print Print Large Writing space line "
                            + "lines To do gap fill Circle one number Table Grid Other formats Workshop page"
                    )
                ),
        ];
    }

    /// <summary>The text, labels and metadata of a page, without the links to other pages in its layout.</summary>
    private static string TextOf(string file)
    {
        var html = System.Text.Encoding.UTF8.GetString(Built.Value.Files.First(f => f.Path.File == file).ToBytes());
        using var document = new HtmlParser().ParseDocument(html);
        var main = document.QuerySelector("article")!;
        var attributes = main.QuerySelectorAll("*")
            .SelectMany(e => e.Attributes)
            .Where(a => a.Name is "aria-label" or "title" or "alt" or "value" or "data-title")
            .Select(a => a.Value);
        var head = document.QuerySelectorAll("meta[name=description]").Select(m => m.GetAttribute("content"));
        return string.Join(
            ' ',
            attributes.Concat(head).Append(document.Title).Concat(main.Descendants<IText>().Select(t => t.Data))
        );
    }

    private static IEnumerable<string> Words(string text) =>
        Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).Distinct();

    [GeneratedRegex(@"^::: facilitator\n.*?^:::$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\([^)]*\)|\[\^[^\]]*\]|\{#[^}]*\}")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"\p{L}[\p{L}'’-]{2,}")]
    private static partial Regex Word();
}
