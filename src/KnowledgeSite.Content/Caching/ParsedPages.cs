using KnowledgeSite.Caching;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Caching;

/// <summary>
/// Parses pages, except those whose result is in a cache because an earlier run parsed the same text with the same
/// settings. Safe to use from several threads.
/// </summary>
/// <param name="settings">What the parser depends on, from <see cref="KeyOf(SiteSettings, bool)"/>.</param>
internal sealed class ParsedPages(PersistentCache cache, CacheKey settings, PageParser parser)
{
    [ThreadStatic]
    private static CacheWriter? _writer;

    /// <summary>The key of all settings that a parser depends on.</summary>
    public static CacheKey KeyOf(SiteSettings settings, bool citesSources)
    {
        var writer = new CacheWriter();
        writer.Write(citesSources);
        writer.Write(settings.IsPrepared);
        writer.Write(settings.HasTypography);
        writer.Write(settings.Notebooks.ToString());
        writer.Write(settings.Text.Language);
        writer.WriteTexts(settings.Text.Texts);
        writer.WriteTexts(settings.Allowed);
        writer.WriteTexts([.. settings.Macros.Select(m => $"{m.Key}={m.Value}")]);
        return CacheKey.Compute(writer);
    }

    /// <inheritdoc cref="PageParser.ParseIfPage"/>
    public Page? ParseIfPage(SourceFile file, DiagnosticBag diagnostics)
    {
        var writer = _writer ??= new();
        if (!PagePath.IsPage(file.Path) || file.Text is not { } text || DependsOnMore(file, text))
            return parser.ParseIfPage(file, diagnostics) is { } other
                ? other with
                {
                    FactsKey = CachedPage.FactsOf(other, writer),
                }
                : null;
        var key = KeyOf(file, text, writer);
        if (cache.Find(key, r => Read(r, file, key)) is { } known)
        {
            diagnostics.AddRange(known.Diagnostics);
            return known.Page;
        }

        var found = new DiagnosticBag();
        var page = parser.ParseIfPage(file, found);
        var sorted = found.Sorted();
        diagnostics.AddRange(sorted);
        if (page is null)
            return null;
        var facts = CachedPage.FactsOf(page, writer);
        writer.Clear();
        writer.Write(facts);
        writer.WriteList(sorted, CachedDiagnostics.Write);
        CachedPage.Write(writer, page);
        cache.Add(key, writer.Written);
        return page with { Key = key, FactsKey = facts };
    }

    private static Parsed Read(CacheReader reader, SourceFile file, CacheKey key)
    {
        var facts = reader.ReadKey();
        return new(
            reader.ReadList(CachedDiagnostics.Read),
            CachedPage.Read(reader, file) with
            {
                Key = key,
                FactsKey = facts,
            }
        );
    }

    /// <summary>
    /// True if the page may show code from other files, and for notebooks, whose outputs are files of their own.
    /// </summary>
    private static bool DependsOnMore(SourceFile file, SourceText text) =>
        file.Path.IsNotebook || text.Value.Contains("file=", StringComparison.Ordinal);

    private CacheKey KeyOf(SourceFile file, SourceText text, CacheWriter writer)
    {
        writer.Clear();
        writer.Write("page");
        writer.Write(settings);
        writer.Write(file.Path.Value);
        writer.Write(text.Value);
        return CacheKey.Compute(writer);
    }

    private sealed record Parsed(IReadOnlyList<Diagnostic> Diagnostics, Page Page);
}
