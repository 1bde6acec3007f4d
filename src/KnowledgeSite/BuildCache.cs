using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Search.Related;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite;

/// <summary>
/// What a preview keeps from one run to the next. A run with a memory reads and parses only what changed; what needs
/// the words of all pages (the search, related pages, what is shown beside links) stays as the last completed run left
/// it.
/// </summary>
public sealed class BuildCache
{
    private (string Settings, PageParser Parser, StepCache<SourceFile, Page> Pages)? _parser;

    internal SourceCache Sources { get; } = new();

    internal StepCache<SourceFile, FolderSettings> Folders { get; } = new();

    internal StepCache<SourceFile, Bibliography> Bibliography { get; } = new();

    internal SiteCache Site { get; } = new();

    /// <summary>Of the last completed run; null where there was none.</summary>
    internal KnownRelations? Relations { get; set; }

    /// <summary>Of the last completed run.</summary>
    internal IReadOnlyList<OutputFile> SearchFiles { get; set; } = [];

    /// <summary>Of the last completed run.</summary>
    internal IReadOnlyList<OutputFile> LinkPreviews { get; set; } = [];

    /// <summary>A parser with other settings reads every page anew.</summary>
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
