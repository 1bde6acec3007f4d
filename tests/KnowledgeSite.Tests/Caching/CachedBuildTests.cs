using System.Buffers;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using KnowledgeSite.Caching;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Caching;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Cases;
using KnowledgeSite.Tests.Crawl;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Caching;

/// <summary>A build with a cache gives the same files and diagnostics as one without.</summary>
public sealed class CachedBuildTests : IDisposable
{
    private static readonly CacheKey Tool = new(1, 2);

    private static readonly Theme.Theme[] Looks =
    [
        new(),
        new(new Dictionary<string, byte[]> { ["styles/base.css"] = "p { color: red }"u8.ToArray() }),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_any_edits_a_build_with_a_cache_equals_one_without()
    {
        var editor = new RandomEditor(RandomEditor.Seed, FixtureSite.Input);
        var chance = new Random(RandomEditor.Seed);
        for (var i = 0; i < RandomEditor.Count; i++)
        {
            var edit = editor.Edit();
            var tree = new MemoryTree(editor.Files);
            var look = Looks[chance.Next(4) / 3];
            var today = new DateOnly(2026, 11, 20).AddDays(chance.Next(3) * 60);
            var check = chance.Next(8) == 0;
            var clean = await BuildAsync(tree, look, today, check, "clean", null);
            var expected = BuiltSite.Files(_folder.Combine("clean"));
            // The second one finds everything.
            for (var run = 0; run < 2; run++)
            {
                using var cache = Open("cached");
                var cached = await BuildAsync(tree, look, today, check, "cached", cache);
                cache.Save();
                Assert.True(
                    Print(clean, "clean") == Print(cached, "cached"),
                    $"Edit {i}, {edit}: the findings differ."
                );
                AssertSame(expected, BuiltSite.Files(_folder.Combine("cached")), $"Edit {i}, {edit}");
            }
        }
    }

    /// <summary>The findings; some name the output folder.</summary>
    private string Print(BuildResult result, string output) =>
        TestSite.Print(result.Diagnostics).Replace(_folder.Combine(output), "output", StringComparison.Ordinal);

    private static void AssertSame(
        IReadOnlyDictionary<string, byte[]> expected,
        IReadOnlyDictionary<string, byte[]> files,
        string after
    )
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        var differing = expected.Where(f => !f.Value.AsSpan().SequenceEqual(files[f.Key])).Select(f => f.Key).ToList();
        Assert.True(differing.Count == 0, $"{after}: {string.Join(", ", differing.Take(5))} differ from a build's.");
    }

    [Fact]
    public async Task An_edit_within_a_text_renders_only_the_pages_that_show_it()
    {
        const string Text = "---\ndescription: About this.\ntags: [one]\n---\n";
        var files = new Dictionary<string, byte[]>
        {
            ["index.md"] = "---\ndescription: Start.\n---\n# Home\n"u8.ToArray(),
            ["guides/a.md"] = Encoding.UTF8.GetBytes($"{Text}# First\n\nWords.\n"),
            ["guides/b.md"] = Encoding.UTF8.GetBytes($"{Text}# Second\n\nRead [this](a.md) first.\n"),
            ["guides/c.md"] = Encoding.UTF8.GetBytes($"{Text}# Third\n\nSee [the second](b.md).\n"),
        };
        var first = await RenderedAsync(files);
        Assert.Contains("/tags/one/", first);
        files["guides/b.md"] = Encoding.UTF8.GetBytes($"{Text}# Second\n\nRead [this](a.md) at last.\n");
        Assert.Equal(["/guides/a/", "/guides/b/", "/health/"], await RenderedAsync(files));
        Assert.Equal(["/health/"], await RenderedAsync(files));
        File.Delete(_folder.Combine("output/guides/c/index.html"));
        Assert.Equal(["/guides/c/", "/health/"], await RenderedAsync(files));
    }

    /// <summary>The addresses of the pages that a build renders, sorted.</summary>
    private async Task<IReadOnlyList<string>> RenderedAsync(IReadOnlyDictionary<string, byte[]> files)
    {
        using var cache = Open();
        var theme = new WatchedTheme(Looks[0]);
        var build = new SiteBuild(
            Options(new(2026, 11, 20)) with
            {
                Output = _folder.Combine("output"),
            },
            new MemoryTree(files),
            theme
        )
        {
            Stored = cache,
            ThemeKey = new(0, 1),
        };
        await build.RunAsync(check: false, null, CancellationToken.None);
        cache.Save();
        return [.. theme.Rendered.Order(StringComparer.Ordinal)];
    }

    private sealed class WatchedTheme(ITheme theme) : ITheme
    {
        public ConcurrentBag<string> Rendered { get; } = [];

        public IReadOnlyList<ThemeFile> Files => theme.Files;

        public void Render(PageView view, IBufferWriter<byte> output)
        {
            Rendered.Add(view.Frame.Address?.Value ?? "");
            theme.Render(view, output);
        }

        public void RenderText(PageView view, IBufferWriter<byte> output) => theme.RenderText(view, output);
    }

    [Fact]
    public async Task A_preview_reads_what_a_build_wrote()
    {
        var files = new Dictionary<string, byte[]>
        {
            ["index.md"] = "# Home\n\nRead [more](page.md).\n"u8.ToArray(),
            ["page.md"] = "# Page\n\n[Broken](nowhere.md)\n"u8.ToArray(),
        };
        var tree = new MemoryTree(files);
        using (var cache = Open())
        {
            await BuildAsync(tree, Looks[0], new(2026, 11, 20), check: false, null, cache);
            cache.Save();
        }

        var written = File.GetLastWriteTimeUtc(_folder.Combine(".output.cache/results"));
        var options = Options(new(2026, 11, 20));
        var preview = new SitePreview(options, Open());
        var plain = new SitePreview(options);
        for (var run = 0; run < 2; run++)
        {
            var shown = await NextAsync(preview, tree);
            Assert.Equal(TestSite.Print((await NextAsync(plain, tree)).Diagnostics), TestSite.Print(shown.Diagnostics));
            tree = new(new Dictionary<string, byte[]>(files) { ["page.md"] = "# Page\n\nWords.\n"u8.ToArray() });
        }

        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.Combine(".output.cache/results")));
    }

    [Fact]
    public void Every_part_of_a_page_is_read_as_it_was_written()
    {
        var allowed = new AllowedContent(["script", "style"]);
        PageParser[] parsers =
        [
            new(allowed, citesSources: true, isPrepared: true),
            new(allowed, citesSources: false, isPrepared: false),
        ];
        var count = 0;
        foreach (var (path, text) in Pages())
        foreach (var parser in parsers)
        {
            var file = SourceFile.OfText(path, text);
            var found = new DiagnosticBag();
            if (file.Path.IsNotebook || parser.ParseIfPage(file, found) is not { CodeReferences.Count: 0 } page)
                continue;
            var writer = new CacheWriter();
            CachedPage.Write(writer, page);
            writer.WriteList(found.Sorted(), CachedDiagnostics.Write);
            var reader = new CacheReader(writer.Written.ToArray());
            SameValues.Assert(page, CachedPage.Read(reader, file));
            Assert.Equal(found.Sorted(), reader.ReadList(CachedDiagnostics.Read));
            count++;
        }

        Assert.True(count > 500, $"{count} pages");
    }

    /// <summary>
    /// If this fails, a member is new: does another page show it? Then add it to <c>CachedPage.FactsOf</c>; in any case
    /// here.
    /// </summary>
    [Theory]
    [InlineData(
        typeof(Page),
        "Body Cells CodeFiles CodeReferences FactsKey FrontMatter Handouts Key Outline Path Source "
            + "Summary Terms Title TitleSpan"
    )]
    [InlineData(
        typeof(PageBody),
        "Citations Comments EquationIds HasFormulas HasIncludes HoldsTitle Html Ids Labels Links MarkdownStart Title"
    )]
    [InlineData(typeof(PageLink), "Captions Form IsEmpty Label Poster Size Span Target")]
    public void The_facts_of_a_page_are_all_that_other_pages_show_of_it(Type type, string members) =>
        Assert.Equal(
            members.Split(' '),
            type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Select(p => p.Name)
                .Where(n => n is not ("EqualityContract" or "DecomposedIds"))
                .Order(StringComparer.Ordinal)
        );

    /// <summary>The pages of the fixture and of all cases.</summary>
    private static IEnumerable<(SourcePath Path, string Text)> Pages() =>
        FixtureSite
            .Files("*.md")
            .Select(f => (new SourcePath(f), File.ReadAllText(Path.Combine(FixtureSite.Input, f))))
            .Concat(
                Directory
                    .EnumerateFiles(
                        Repository.Combine("tests", "KnowledgeSite.Tests", "Cases", "sites"),
                        "*.case",
                        SearchOption.AllDirectories
                    )
                    .SelectMany(f => SiteCase.Parse(File.ReadAllText(f)).Input)
                    .Select(f => (new SourcePath(f.Key), f.Value))
            );

    private PersistentCache Open(string output = "output") =>
        PersistentCache.Open(_folder.Combine($".{output}.cache"), Tool);

    private static BuildOptions Options(DateOnly today) =>
        new("input", null, Strict: false, new Uri("https://kb.example/in/"), today);

    private Task<BuildResult> BuildAsync(
        ISourceTree tree,
        Theme.Theme look,
        DateOnly today,
        bool check,
        string? output,
        PersistentCache? cache
    )
    {
        var options = Options(today) with { Output = output is null ? null : _folder.Combine(output) };
        var build = new SiteBuild(options, tree, look)
        {
            Stored = cache,
            ThemeKey = new(0, (ulong)Array.IndexOf(Looks, look)),
        };
        return build.RunAsync(check, null, CancellationToken.None);
    }

    private static Task<BuildResult> NextAsync(SitePreview preview, ISourceTree tree) =>
        preview.NextAsync(tree, Looks[0], Task.FromResult(VersionControl.None), CancellationToken.None);
}
