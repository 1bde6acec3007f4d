using System.Buffers;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Connections;
using KnowledgeSite.Rendering.Terms;

namespace KnowledgeSite.Rendering;

/// <summary>What the template of one page may see.</summary>
public abstract record PageView(FrameView Frame);

/// <summary>A page that an author wrote.</summary>
/// <param name="TitleId">Null where the title is not from a heading in the text.</param>
/// <param name="TitleHtml">Inline HTML; null where the text holds its own H1.</param>
/// <param name="IsDescribed">An author wrote the description, so that it may stand under the title.</param>
/// <param name="WriteBody">Writes the text as HTML in UTF-8, complete, its links filled in.</param>
/// <param name="Entries">Of a folder's page, what lies in the folder.</param>
/// <param name="Part">Null for most kinds of page.</param>
public sealed record ArticleView(
    FrameView Frame,
    PageKind Kind,
    bool IsHome,
    string? TitleId,
    string? TitleHtml,
    bool IsDescribed,
    Action<IBufferWriter<byte>> WriteBody,
    IReadOnlyList<LinkView> Tags,
    string? Owner,
    DateOnly? Reviewed,
    DateOnly? ReviewBy,
    EntryListView Entries,
    ArticlePart? Part
) : PageView(Frame)
{
    /// <summary>Null where nobody knows when the page was changed.</summary>
    public ChangedView? Changed { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Null where nobody said where the sources lie.</summary>
    public ChangeLinks? Change { get; init; }

    public ConnectionsView Connections { get; init; } = ConnectionsView.None;

    /// <summary>Of the terms that the text leads to.</summary>
    public IReadOnlyList<DefinitionView> Definitions { get; init; } = [];

    /// <summary>What the page says it is written from.</summary>
    public IReadOnlyList<SourceView> Sources { get; init; } = [];

    /// <summary>
    /// The page ends with what is known of it: whose it is, when it was read last, and how to change it.
    /// </summary>
    public bool HasAbout =>
        Tags.Count > 0
        || Sources.Count > 0
        || Owner is not null
        || Reviewed is not null
        || Changed is not null
        || Change is not null;
}

/// <param name="People">By name, as one text.</param>
/// <param name="IsSinceReview">The page was reviewed before, and not since.</param>
public sealed record ChangedView(DateOnly On, string People, bool IsSinceReview);

/// <summary>Where a reader may change a page, or ask for it.</summary>
public sealed record ChangeLinks(string Edit, string Suggest);

/// <summary>
/// A page made by the generator that lists others: a folder that nobody wrote a page for, a tag, all tags, a further
/// part of a long list.
/// </summary>
public sealed record ListView(FrameView Frame, string Title, EntryListView Entries) : PageView(Frame);

/// <summary>What stands at an address that the site does not have.</summary>
/// <param name="Sections">Where a reader may go on.</param>
public sealed record NotFoundView(FrameView Frame, IReadOnlyList<LinkView> Sections) : PageView(Frame);

/// <summary>What a reader without a network sees where a page is not in their copy of the site.</summary>
public sealed record OfflineView(FrameView Frame) : PageView(Frame);

/// <summary>What stands at an address that a page once had, for hosts that know no redirects.</summary>
public sealed record RedirectView(FrameView Frame, SitePath Target) : PageView(Frame);

/// <param name="Href">To its place in the list of sources, from the page that names it.</param>
public sealed record SourceView(string Title, string? Author, string? Year, string Href);

public sealed record LinkView(string Label, SitePath Address);
