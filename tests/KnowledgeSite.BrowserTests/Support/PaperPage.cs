using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>A page of a printed handout.</summary>
/// <param name="Margin">The letters and digits of its footer: its number, then the line of the document.</param>
/// <param name="Text">The letters and digits of the page itself.</param>
internal sealed record PaperPage(int Number, string Margin, string Text)
{
    /// <summary>Prints a handout and reads the PDF, in which the margins come before the page.</summary>
    public static async Task<List<PaperPage>> PrintAsync(IPage page, string paper)
    {
        var line = PrintedPages.LettersOf(
            await page.EvaluateAsync<string>(
                "[...document.styleSheets].flatMap(s => [...s.cssRules]).flatMap(l => [...(l.cssRules ?? "
                    + "[])]).map(r => /@bottom-left \\{[^}]*content: "
                    + "\"([^\"]*)\"/.exec(r.cssText)?.[1]).filter(Boolean).at(-1)"
            )
        );
        var texts = PrintedPages.Read(await page.PdfAsync(new() { Format = paper, PreferCSSPageSize = false }));
        return [.. texts.Select((text, i) => Create(text, i + 1, $"Page{i + 1}of{texts.Count}{line}"))];
    }

    public bool Holds(string text) => Text.Contains(PrintedPages.LettersOf(text), StringComparison.Ordinal);

    private static PaperPage Create(string text, int number, string margin)
    {
        Assert.StartsWith(margin, text);
        return new(number, margin, text[margin.Length..]);
    }
}
