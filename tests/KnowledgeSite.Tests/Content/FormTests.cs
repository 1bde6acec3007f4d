using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Content.Notebooks;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Content;

/// <summary>A build reads the same keys that editors suggest: those of the forms.</summary>
public sealed class FormTests
{
    /// <summary>Each form with a file that contains it. The keys replace the star, with its indentation.</summary>
    private static readonly IReadOnlyList<(YamlForm Form, string File, string Frame)> Forms =
    [
        .. Enum.GetValues<PageKind>().Select(k => (KindForms.Get(k), "page.md", $"---\nkind: {k}\n*\n---\n# Page\n")),
        (FrontMatterKeys.GlossaryForm, "page.md", "---\nglossary:\n  *\n---\n# Page\n"),
        (StepKeys.Form, "page.md", "---\nkind: workshop\nagenda:\n  - x: 1\n    *\n---\n# Page\n"),
        (SiteKeys.Form, "site.yaml", "*\n"),
        (SiteKeys.SeverityForm, "site.yaml", "rules:\n  *\n"),
        (SiteKeys.MathForm, "site.yaml", "math:\n  *\n"),
        (NotebookOptions.Form, "site.yaml", "notebook:\n  *\n"),
        (FolderKeys.Form, "a/_folder.yaml", "*\n"),
        (WorkKeys.Entry, "sources.yaml", "- x: 1\n  *\n"),
        (SearchTestKeys.Entry, "search-tests.yaml", "- x: 1\n  *\n"),
        (LadderKeys.Form, "a/ladder.yaml", "*\n"),
        (LevelKeys.Entry, "a/ladder.yaml", "levels:\n  - x: 1\n    *\n"),
        (PublishedKeys.Form, "ladders/a/published.yaml", "*\n"),
        (VersionKeys.Form, "ladders/a/versions.yaml", "*\n"),
        (VersionKeys.Entry, "ladders/a/versions.yaml", "versions:\n  - x: 1\n    *\n"),
        (VersionKeys.Coming, "ladders/a/versions.yaml", "next:\n  x: 1\n  *\n"),
        (FlowKeys.Form, "page.md", "# Page\n\n``` flow\nedges: []\n*\n```\n"),
        (FlowKeys.Form, "page.md", "# Page\n\n``` flow\nnodes: []\n*\n```\n"),
        (Inner(FlowKeys.Groups), "page.md", "# Page\n\n``` flow\nlabel: A\nnodes: []\ngroups:\n  - x: 1\n    *\n```\n"),
        (Inner(FlowKeys.Nodes), "page.md", "# Page\n\n``` flow\nlabel: A\nnodes:\n  - x: 1\n    *\n```\n"),
        (Inner(FlowKeys.Edges), "page.md", "# Page\n\n``` flow\nlabel: A\nedges:\n  - x: 1\n    *\n```\n"),
        (MappingKeys.Form, "page.md", "# Page\n\n``` mapping\nleft: {}\nright: {}\n*\n```\n"),
        (MappingKeys.Form, "page.md", "# Page\n\n``` mapping\npairs: []\nleft: {}\n*\n```\n"),
        (MappingKeys.Form, "page.md", "# Page\n\n``` mapping\npairs: []\nright: {}\n*\n```\n"),
        (MappingKeys.Side, "page.md", "# Page\n\n``` mapping\nlabel: A\nright: {}\nleft:\n  x: 1\n  *\n```\n"),
        (
            Inner(MappingKeys.Items),
            "page.md",
            "# Page\n\n``` mapping\nlabel: A\nright: {}\nleft:\n  title: A\n  items:\n    - x: 1\n      *\n```\n"
        ),
        (
            Inner(MappingKeys.Pairs),
            "page.md",
            "# Page\n\n``` mapping\nlabel: A\nright: {}\npairs:\n  - x: 1\n    *\n```\n"
        ),
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Forms.Count)];

    /// <summary>No key accepts a list of lists, so each key that is read is reported by its name.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Every_key_of_a_form_is_read(int number)
    {
        var (form, file, frame) = Forms[number];
        var given = form.Keys.Where(k => !frame.Contains($"\n{k.Name}:", StringComparison.OrdinalIgnoreCase)).ToList();
        // A build reports at most a hundred diagnostics of one rule in a file.
        var found = given
            .Chunk(50)
            .SelectMany(keys => Findings(file, Put(frame, keys.Select(k => $"{k.Name}: [[x]]"))))
            .Where(d => d.Rule == FrontMatterRules.WrongType)
            .Select(d => d.Message.Split('\'')[1]);
        Assert.Equal(given.Select(k => k.Name).Order(), found.Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_key_that_a_form_does_not_have_is_reported(int number)
    {
        var (_, file, frame) = Forms[number];
        Assert.Contains(
            Findings(file, Put(frame, ["nonsense: x"])),
            d =>
                (d.Rule == FrontMatterRules.UnknownKey || d.Rule == FrontMatterRules.KeysOfOtherTools)
                && d.Message.Contains("'nonsense'", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_key_has_a_description_of_its_own(int number)
    {
        var keys = Forms[number].Form.Keys;
        Assert.All(keys, k => Assert.Matches(@"^\S.*[.']$", k.Description));
        Assert.Equal(keys.Select(k => k.Name).Distinct(StringComparer.OrdinalIgnoreCase), keys.Select(k => k.Name));
    }

    [Fact]
    public void Every_nested_form_is_tested() =>
        Assert.All(
            Forms.SelectMany(f => f.Form.Keys).Select(k => Inner(k, null)).OfType<YamlForm>(),
            inner => Assert.Contains(Forms, f => ReferenceEquals(f.Form, inner))
        );

    [Fact]
    public void A_key_cannot_be_read_with_a_form_that_does_not_have_it()
    {
        var reader = new MapReader(
            new(new("page.md"), new SourceText(""), () => []),
            YamlMap.Empty,
            FolderKeys.Form,
            new DiagnosticBag()
        );
        Assert.Throws<ArgumentException>(() => reader.Read(FrontMatterKeys.Title));
    }

    /// <summary>The required keys of a form are those that are reported as missing.</summary>
    [Fact]
    public void The_required_keys_of_a_workshop_are_those_that_an_empty_one_lacks()
    {
        Assert.Equal(
            Needed(WorkshopKeys.All).Order(),
            Missed("---\nkind: workshop\nserves: [scope]\n---\n# W\n", WorkshopRules.MissingFact)
                .Append("serves")
                .Order()
        );
        Assert.Contains("serves", Missed("---\nkind: workshop\n---\n# W\n", WorkshopRules.MissingFact));
        Assert.Equal(
            Needed(StepKeys.Form.Keys),
            Missed("---\nkind: workshop\nagenda:\n  - lead: all\n---\n# W\n", WorkshopRules.StepIncomplete)
        );
        Assert.Equal(
            Needed(StepKeys.Form.Keys.Where(k => k.Unless is null)),
            Missed("---\nkind: workshop\nagenda:\n  - break: true\n---\n# W\n", WorkshopRules.StepIncomplete)
        );
    }

    [Fact]
    public void The_required_keys_of_entries_are_those_that_empty_ones_lack()
    {
        Assert.Equal(
            Needed(SearchTestKeys.Entry.Keys).Order(),
            Findings("search-tests.yaml", "- within: 1\n")
                .Where(d => d.Rule == SearchRules.IncompleteTest)
                .Select(d => d.Message.Split('\'')[1])
                .Order()
        );
        Assert.Contains(Findings("sources.yaml", "- title: A\n"), d => d.Rule == CitationRules.NoWorkId);
        Assert.Contains(Findings("sources.yaml", "- id: a\n"), d => d.Rule == CitationRules.NoWorkTitle);
        Assert.Contains(
            Findings("a/ladder.yaml", "dimensions: [scope]\nlevels:\n  - title: A\n"),
            d => d.Rule == LadderRules.NoLevelId
        );
        Assert.Equal(["id"], Needed(LevelKeys.Entry.Keys));
        Assert.Equal(["id", "title"], Needed(WorkKeys.Entry.Keys));
    }

    private static IEnumerable<string> Needed(IEnumerable<Key> keys) =>
        keys.Where(k => k.IsRequired).Select(k => k.Name);

    private static IEnumerable<string> Missed(string page, DiagnosticRule rule) =>
        Findings("page.md", page).Where(d => d.Rule == rule).Select(d => d.Message.Split('\'')[1].TrimEnd(':'));

    private static IReadOnlyList<Diagnostic> Findings(string file, string text)
    {
        var site = new TestSite().Prepared();
        if (file.StartsWith("ladders/", StringComparison.Ordinal))
            site.With("ladders/a/ladder.yaml", "dimensions: [scope]\nlevels:\n  - id: one\n")
                .With("ladders/a/dimensions/scope.md", "---\nkind: dimension\n---\n\n## One {#scope.one}\n\nText.\n");
        return site.With("index.md", "# Home\n").With(file, text).Build().Diagnostics;
    }

    private static string Put(string frame, IEnumerable<string> lines)
    {
        var star = frame.IndexOf('*', StringComparison.Ordinal);
        var indent = star - (frame.LastIndexOf('\n', star) + 1);
        return frame.Replace("*", string.Join("\n" + new string(' ', indent), lines), StringComparison.Ordinal);
    }

    private static YamlForm Inner(Key key) => Inner(key, null)!;

    private static YamlForm? Inner(Key key, YamlForm? otherwise) =>
        key.Type switch
        {
            YamlType.Map map => map.Form,
            YamlType.BooleanOrMap either => either.Form,
            YamlType.Entries entries => entries.Form,
            _ => otherwise,
        };
}
