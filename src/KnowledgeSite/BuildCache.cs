using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Search.Related;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite;

/// <summary>
/// The cache of a preview, kept between runs. A run with a cache reads and parses changed files only. The parts that
/// need the words of all pages (search, related pages, link previews) are kept from the last completed run.
/// </summary>
internal sealed class BuildCache
{
    private (string Settings, PageParser Parser, StepCache<SourceFile, Page> Pages)? _parser;

    internal SourceCache Sources { get; } = new();

    internal StepCache<SourceFile, FolderSettings> Folders { get; } = new();

    internal StepCache<SourceFile, Bibliography> Bibliography { get; } = new();

    internal SiteCache Site { get; } = new();

    /// <summary>The related pages of the last completed run; null before the first one.</summary>
    internal KnownRelations? Relations { get; set; }

    /// <summary>The search files of the last completed run.</summary>
    internal IReadOnlyList<OutputFile> SearchFiles { get; set; } = [];

    /// <summary>The link previews of the last completed run.</summary>
    internal IReadOnlyList<OutputFile> LinkPreviews { get; set; } = [];

    /// <summary>
    /// The parser for these settings and the pages it has parsed. When the settings change, the cached pages are
    /// dropped.
    /// </summary>
    internal (PageParser Parser, StepCache<SourceFile, Page> Pages) ParserFor(SiteSettings settings, bool citesSources)
    {
        var key = string.Join(
            '\n',
            [citesSources ? "cites" : "", settings.IsPrepared ? "prepared" : "", .. settings.Allowed]
        );
        if (_parser is not { } known || known.Settings != key)
            _parser = known = (
                key,
                new(new AllowedContent(settings.Allowed), citesSources, settings.IsPrepared),
                new()
            );
        return (known.Parser, known.Pages);
    }
}
