using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>A site with sixty sections of long and short names, with links between all of them.</summary>
public sealed class SectionedSite : ServedSite
{
    private const int Sections = 60;
    private const int PagesPerSection = 6;

    private protected override ISourceTree Input { get; } = MemoryTree.OfText(CreateFiles());

    private static Dictionary<string, string> CreateFiles()
    {
        var random = new Random(3);
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["index.md"] = "# Everything\n\n[In](section-0/index.md)",
        };
        for (var section = 0; section < Sections; section++)
        for (var page = 0; page < PagesPerSection; page++)
        {
            var words = 1 + (section * 7 + page) % 4;
            var title = string.Concat(Enumerable.Repeat($"Responsibilities {section}.{page} ", words));
            var links = Enumerable
                .Range(0, 6)
                .Select(_ => $"[x](/{PathOf(random.Next(Sections), random.Next(PagesPerSection))}) ");
            files[PathOf(section, page)] = $"# {title}\n\n{string.Concat(links)}";
        }

        return files;
    }

    private static string PathOf(int section, int page) =>
        page == 0 ? $"section-{section}/index.md" : $"section-{section}/page-{page}.md";
}
