using System.Text;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// A style sheet with a line of text and the page number at the bottom of every printed page. Each document needs its
/// own file: page margins can show only literal text, and the site's content security policy forbids inline styles.
/// </summary>
internal static class PrintedFooter
{
    /// <param name="language">The site's language, which determines the date format.</param>
    public static OutputFile Create(string title, string kind, string? version, DateOnly? date, string language)
    {
        var day = date is { } known ? DateText.FormatLong(known, language) : null;
        string?[] parts = [title, kind.ToLowerInvariant(), version is null ? null : $"version {version}", day];
        return Create(string.Join(" · ", parts.Where(p => p is not null)));
    }

    private static OutputFile Create(string text)
    {
        var style = Encoding.UTF8.GetBytes(
            $$"""
            @layer print {
              @page {
                @bottom-left { content: "{{Escaped(text)}}"; }
                @bottom-right { content: "Page " counter(page) " of " counter(pages); }
              }
            }

            """.ReplaceLineEndings("\n")
        );
        return OutputFile.OfBytes(SitePath.OfAsset("handout", ContentHash.Compute(style), ".css"), style);
    }

    private static string Escaped(string text) =>
        string.Concat(text.Select(c => c is '"' or '\\' or '<' || char.IsControl(c) ? $"\\{(int)c:x} " : c.ToString()));
}
