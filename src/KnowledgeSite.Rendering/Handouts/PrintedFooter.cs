using System.Text;
using KnowledgeSite.Files;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// A style sheet with a line of text and the page number at the bottom of every printed page. Each document needs its
/// own file: page margins can show only literal text, and the site's content security policy forbids inline styles.
/// </summary>
internal static class PrintedFooter
{
    public static OutputFile Create(string title, string kind, string? version, DateOnly? date, UiStrings text)
    {
        var day = date is { } known ? text.LongDate(known) : null;
        string?[] parts = [title, text.InSentence(kind), version is null ? null : text.Version(version), day];
        return Create(parts, text);
    }

    /// <param name="parts">What the line says; null for what is unknown.</param>
    public static OutputFile Create(IEnumerable<string?> parts, UiStrings text) =>
        Create(string.Join(" · ", parts.Where(p => p is not null)), text.PageOfPages($"{Page}", $"{Pages}"));

    private const char Page = '\uE010';
    private const char Pages = '\uE011';

    /// <param name="number">The text with the number of the page and of all pages, as marks.</param>
    private static OutputFile Create(string text, string number)
    {
        var style = Encoding.UTF8.GetBytes(
            $$"""
            @layer print {
              @page {
                @bottom-left { content: "{{Escaped(text)}}"; }
                @bottom-right { content: {{WriteCounters(number)}}; }
              }
            }

            """.ReplaceLineEndings("\n")
        );
        return OutputFile.OfBytes(SitePath.OfAsset("handout", ContentHash.Compute(style), ".css"), style);
    }

    private static string WriteCounters(string number) =>
        string.Join(
                ' ',
                $"\"{Escaped(number)}\""
                    .Replace($"{Page}", "\" counter(page) \"", StringComparison.Ordinal)
                    .Replace($"{Pages}", "\" counter(pages) \"", StringComparison.Ordinal)
            )
            .Replace(" \"\"", "", StringComparison.Ordinal);

    private static string Escaped(string text) =>
        string.Concat(text.Select(c => c is '"' or '\\' or '<' || char.IsControl(c) ? $"\\{(int)c:x} " : c.ToString()));
}
