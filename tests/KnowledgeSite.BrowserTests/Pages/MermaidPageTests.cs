using KnowledgeSite.Sources;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>Tests how diagrams of every type of Mermaid look on screens and on paper.</summary>
public sealed class MermaidPageTests(BuiltSite site, MermaidPageTests.MermaidSite diagrams)
    : IClassFixture<MermaidPageTests.MermaidSite>,
        IClassFixture<BuiltSite>
{
    /// <summary>Lists what covers something else or leaves its box in the picture that is shown.</summary>
    private const string Collisions = """
        () => {
          const svg = [...document.querySelectorAll('.diagram svg')].find(s => s.checkVisibility());
          const shrink = (r, x, y) =>
            ({ left: r.left + x, right: r.right - x, top: r.top + y, bottom: r.bottom - y });
          const covers = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          const pairs = (items, what) => items.flatMap((a, i) => items.slice(i + 1)
            .filter(b => covers(a.place, b.place)).map(b => `${what} '${a.name}' covers '${b.name}'`));
          // The box of a text is as high as the font's tallest letters, so lines of one text may touch.
          const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim())
            .map(t => ({ name: t.textContent, place: shrink(t.getBoundingClientRect(), 0.5, 3) }));
          const groups = [...svg.querySelectorAll(':scope > :is(a, g)')].filter(g => g.querySelector('.box'));
          const boxes = groups.map(g => ({ name: g.getAttribute('aria-label'),
            place: shrink(g.querySelector('.box').getBoundingClientRect(), 1, 1) }));
          const page = svg.getBoundingClientRect();
          const outside = texts.filter(t => t.place.left < page.left - 3 || t.place.right > page.right + 3
            || t.place.top < page.top - 3 || t.place.bottom > page.bottom + 3).map(t => `'${t.name}' is outside`);
          return [...pairs(texts, 'text'), ...pairs(boxes, 'box'), ...outside];
        }
        """;

    /// <summary>Lists the texts whose contrast with what is behind them is below 4.5.</summary>
    private const string LowContrast = """
        () => {
          const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
          const rgb = color => {
            context.clearRect(0, 0, 1, 1);
            context.fillStyle = color;
            context.fillRect(0, 0, 1, 1);
            return [...context.getImageData(0, 0, 1, 1).data];
          };
          const luminance = color => rgb(color).slice(0, 3).map(c => c / 255)
            .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          const surface = getComputedStyle(document.documentElement).backgroundColor;
          const found = [];
          for (const svg of [...document.querySelectorAll('.diagram svg')].filter(s => s.checkVisibility())) {
            const marks = [...svg.querySelectorAll('path, text')];
            for (const text of marks.filter(m => m.localName === 'text' && m.textContent.trim())) {
              const box = text.getBBox();
              const point = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
              const behind = marks.slice(0, marks.indexOf(text)).filter(m => m.localName === 'path'
                && getComputedStyle(m).fill !== 'none' && m.isPointInFill(point)).at(-1);
              const style = getComputedStyle(text);
              const isOnHalo = style.paintOrder.startsWith('stroke') && style.stroke !== 'none';
              const ground = isOnHalo ? style.stroke : behind ? getComputedStyle(behind).fill : surface;
              const [dark, light] = [luminance(style.fill), luminance(ground)].sort((a, b) => a - b);
              const contrast = (light + 0.05) / (dark + 0.05);
              if (contrast < 4.5)
                found.push(`${text.textContent}: ${contrast.toFixed(2)}`);
            }
          }
          return found;
        }
        """;

    private static readonly (int Width, string Hidden)[] Screens = [(375, "for-wide"), (1440, "for-narrow")];

    /// <summary>Each page is opened once, because that takes longer than to examine it.</summary>
    [Fact]
    public async Task A_diagram_without_overlaps_fits_the_screen_has_contrast_and_is_printed_on_one_page()
    {
        await using var context = await site.NewContextAsync(scripts: false);
        var page = await context.NewPageAsync();
        foreach (var name in diagrams.Names)
        {
            await page.GotoAsync(diagrams.At($"/{name}/"));
            foreach (var (width, hidden) in Screens)
                await AssertFitsAsync(page, name, width, hidden);
            await AssertHasContrastAsync(page, name);
            await AssertIsPrintedOnOnePageAsync(page, name);
        }
    }

    private static async Task AssertFitsAsync(IPage page, string name, int width, string hidden)
    {
        await page.SetViewportSizeAsync(width, 800);
        await page.EvaluateAsync("document.fonts.ready.then(() => undefined)");
        var shown = page.Locator(".diagram svg").Filter(new() { Visible = true });
        await Assertions.Expect(shown).ToHaveCountAsync(1);
        Assert.DoesNotContain(hidden, await shown.GetAttributeAsync("class"));
        Assert.Equal([], (await page.EvaluateAsync<string[]>(Collisions)).Select(c => $"{name}: {c}"));
        Assert.True(
            await shown.EvaluateAsync<double>("s => s.getBoundingClientRect().width / s.viewBox.baseVal.width") >= 0.9,
            $"{name} is too small."
        );
        Assert.False(
            await page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            ),
            $"{name} is wider than the screen."
        );
    }

    private static async Task AssertHasContrastAsync(IPage page, string name)
    {
        foreach (var colours in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            Assert.Equal(
                [],
                (await page.EvaluateAsync<string[]>(LowContrast)).Select(c => $"{name} in {colours}: {c}")
            );
        }
    }

    private static async Task AssertIsPrintedOnOnePageAsync(IPage page, string name)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var texts = await page.Locator(".diagram svg text").Filter(new() { Visible = true }).AllTextContentsAsync();
        var printed = PrintedPages.Read(await page.PdfAsync(new() { Format = "A4" }));
        Assert.True(
            printed.Any(p => texts.All(t => p.Contains(PrintedPages.LettersOf(t), StringComparison.Ordinal))),
            $"{name} is cut, or something of it is missing."
        );
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    /// <summary>A page for each of the diagrams in <c>tests/fixtures/mermaid</c>.</summary>
    public sealed class MermaidSite : ServedSite
    {
        private static readonly string[] Files = Directory.GetFiles(
            Repository.Combine("tests", "fixtures", "mermaid"),
            "*.mmd"
        );

        public IReadOnlyList<string> Names { get; } =
        [.. Files.Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

        private protected override ISourceTree Input { get; } =
            MemoryTree.OfText(
                Files
                    .Select(f =>
                        (Name: Path.GetFileNameWithoutExtension(f), Text: $"``` mermaid\n{File.ReadAllText(f)}\n```\n")
                    )
                    .ToDictionary(f => $"{f.Name}.md", f => $"# {f.Name}\n\n{f.Text}", StringComparer.Ordinal)
            );
    }
}
