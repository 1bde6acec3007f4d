using System.Text;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests;

/// <summary>After any edits in any order, a preview shows what a build would write.</summary>
public sealed class SitePreviewTests
{
    private static readonly BuildOptions Options = new(
        "input",
        null,
        Strict: false,
        new Uri("https://kb.example/in/"),
        new DateOnly(2026, 11, 20)
    );
    private static readonly Theme.Theme Look = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task After_any_edits_a_preview_has_the_same_files_and_diagnostics_as_a_build(int seed)
    {
        var editor = new RandomEditor(seed, FixtureSite.Input);
        var preview = new SitePreview(Options);
        for (var i = 0; i < RandomEditor.Count; i++)
        {
            var edit = editor.Edit();
            var tree = new MemoryTree(Previewed(editor.Files));
            var next = await preview.NextAsync(
                tree,
                Look,
                Task.FromResult(VersionControl.None),
                CancellationToken.None
            );
            var built = await new SiteBuild(Options, tree, Look).RunAsync(check: false, null, CancellationToken.None);
            Assert.True(
                TestSite.Print(built.Diagnostics) == TestSite.Print(next.Diagnostics),
                $"Edit {i}, {edit}: the findings differ."
            );
            if (i % 3 == 1)
                continue;
            var completed = await preview.CompletedAsync(next, CancellationToken.None);
            AssertSame(built, completed, $"Edit {i}, {edit}");
        }
    }

    [Fact]
    public async Task A_change_of_the_theme_renders_pages_and_parses_nothing()
    {
        var files = new Dictionary<string, byte[]> { ["index.md"] = "# Home\n"u8.ToArray() };
        var preview = new SitePreview(Options);
        var first = await NextAsync(preview, files);
        var other = new Theme.Theme(
            new Dictionary<string, byte[]> { ["styles/base.css"] = "p { color: red }"u8.ToArray() }
        );
        var restyled = await SitePreview.RestyledAsync(
            await preview.CompletedAsync(first, CancellationToken.None),
            other,
            CancellationToken.None
        );
        Assert.Same(first.Site, restyled.Site);
        AssertSame(
            await new SiteBuild(Options, new MemoryTree(files), other).RunAsync(
                check: false,
                null,
                CancellationToken.None
            ),
            restyled,
            "Another look"
        );
    }

    [Fact]
    public async Task An_edit_does_not_parse_other_pages_again()
    {
        var files = Enumerable
            .Range(0, 50)
            .ToDictionary(i => $"p{i}.md", i => Encoding.UTF8.GetBytes($"# Page {i}\n\n[Next](p{(i + 1) % 50}.md).\n"));
        var preview = new SitePreview(Options);
        var first = await NextAsync(preview, files);
        var next = await NextAsync(
            preview,
            new Dictionary<string, byte[]>(files) { ["p7.md"] = "# Page 7\n\nOther words.\n"u8.ToArray() }
        );
        Assert.Equal(["p7.md"], next.Site!.Pages.Except(first.Site!.Pages).Select(p => p.Path.Value));
        Assert.Equal(
            ["p7.md"],
            next.Site.Pages.Select(p => p.Path)
                .Where(p => !ReferenceEquals(next.Site.Links[p], first.Site.Links[p]))
                .Select(p => p.Value)
        );
    }

    [Fact]
    public async Task An_edit_keeps_every_folder_that_does_not_contain_the_page()
    {
        var files = new Dictionary<string, byte[]>
        {
            ["index.md"] = "# Home\n"u8.ToArray(),
            ["a/b/c.md"] = "# C\n"u8.ToArray(),
            ["a/d/e.md"] = "# E\n"u8.ToArray(),
        };
        var preview = new SitePreview(Options);
        var first = await NextAsync(preview, files);
        var next = await NextAsync(
            preview,
            new Dictionary<string, byte[]>(files) { ["a/b/c.md"] = "# Other\n"u8.ToArray() }
        );
        Assert.Equal(
            ["", "a", "a/b"],
            next.Site!.Folders.Where(f => !ReferenceEquals(f.Value, first.Site!.Folders[f.Key]))
                .Select(f => f.Key.Value)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            "Other",
            next.Site.Root.Entries.Single(e => e.Folder is not null).Folder!.Entries[0].Folder!.Entries.Single().Label
        );
    }

    [Fact]
    public async Task The_history_of_pages_uses_their_current_names()
    {
        var files = new Dictionary<string, byte[]>
        {
            ["index.md"] = "# Home\n"u8.ToArray(),
            ["a.md"] = "# A\n"u8.ToArray(),
        };
        var repository = Task.FromResult(
            new VersionControl(
                "",
                [
                    new(
                        "c1",
                        new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
                        ["Ann"],
                        "Begun",
                        [new(new("a.md"), null, true), new(new("index.md"), null, true)]
                    ),
                ]
            )
        );
        var preview = new SitePreview(Options);
        await preview.NextAsync(new MemoryTree(files), Look, repository, CancellationToken.None);
        var edited = new MemoryTree(new Dictionary<string, byte[]>(files) { ["a.md"] = "# Another\n"u8.ToArray() });
        var completed = await preview.CompletedAsync(
            await preview.NextAsync(edited, Look, repository, CancellationToken.None),
            CancellationToken.None
        );
        AssertSame(
            await new SiteBuild(Options, edited, Look) { VersionControl = repository }.RunAsync(
                check: false,
                null,
                CancellationToken.None
            ),
            completed,
            "Another title"
        );
    }

    /// <summary>Leaves out the files that only a published site has.</summary>
    private static Dictionary<string, byte[]> Previewed(IReadOnlyDictionary<string, byte[]> files)
    {
        var previewed = new Dictionary<string, byte[]>(files, StringComparer.Ordinal);
        if (previewed.TryGetValue("site.yaml", out var settings))
            previewed["site.yaml"] = Encoding.UTF8.GetBytes(
                Encoding
                    .UTF8.GetString(settings)
                    .Replace("cards: true", "", StringComparison.Ordinal)
                    .Replace("offline: true", "", StringComparison.Ordinal)
            );
        return previewed;
    }

    [Fact]
    public async Task A_preview_has_no_cards_and_no_offline_copy()
    {
        var files = new Dictionary<string, byte[]>
        {
            ["index.md"] = "# Home\n"u8.ToArray(),
            ["site.yaml"] = "title: Test\ncards: true\noffline: true\n"u8.ToArray(),
        };
        var shown = await new SitePreview(Options).NextAsync(
            new MemoryTree(files),
            Look,
            Task.FromResult(VersionControl.None),
            CancellationToken.None
        );
        Assert.DoesNotContain(
            shown.Files,
            f =>
                f.Path.Value.StartsWith("/api/cards/", StringComparison.Ordinal)
                || f.Path.Value.StartsWith("/offline", StringComparison.Ordinal)
        );
        var home = Encoding.UTF8.GetString(shown.Files.First(f => f.Path == SitePath.Home).ToBytes());
        Assert.DoesNotContain("offline-copy", home);
        Assert.DoesNotContain("og:image", home);
    }

    internal static void AssertSame(BuildResult built, BuildResult shown, string after)
    {
        Assert.Equal(
            built.Files.Select(f => f.Path.Value).Distinct().Order(StringComparer.Ordinal),
            shown.Files.Select(f => f.Path.Value).Distinct().Order(StringComparer.Ordinal)
        );
        var expected = ByPath(built);
        var files = ByPath(shown);
        var differing = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.ForEach(
            expected.Keys,
            path =>
            {
                if (!expected[path].ToBytes().AsSpan().SequenceEqual(files[path].ToBytes()))
                    differing.Add(path.Value);
            }
        );
        Assert.True(
            differing.IsEmpty,
            $"{after}: {string.Join(", ", differing.Order(StringComparer.Ordinal).Take(5))} differ from a build's."
        );
    }

    private static Dictionary<SitePath, OutputFile> ByPath(BuildResult result) =>
        result.Files.DistinctBy(f => f.Path).ToDictionary(f => f.Path);

    private static Task<BuildResult> NextAsync(SitePreview preview, IReadOnlyDictionary<string, byte[]> files) =>
        preview.NextAsync(new MemoryTree(files), Look, Task.FromResult(VersionControl.None), CancellationToken.None);
}
