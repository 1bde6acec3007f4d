using System.Collections.Concurrent;
using KnowledgeSite.Caching;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Handouts;

namespace KnowledgeSite.Rendering.Caching;

/// <summary>
/// Computes the keys of authors' pages from their views. A template sees nothing but the view, so pages with the same
/// key are equal, byte for byte. Safe to use from several threads.
/// </summary>
/// <param name="theme">The key of the theme and of its code.</param>
internal sealed class ArticleKeys(CacheKey theme)
{
    /// <summary>The keys of parts that many pages share.</summary>
    private readonly ConcurrentDictionary<object, CacheKey> _shared = new(ReferenceEqualityComparer.Instance);

    [ThreadStatic]
    private static CacheWriter? _writer;

    /// <param name="body">The text of the page, as the view writes it.</param>
    /// <returns>Null if the page has a generated part, which has no key.</returns>
    public CacheKey? Compute(ArticleView view, ReadOnlySpan<byte> body)
    {
        if (view.Part is not null)
            return null;
        var writer = _writer ??= new();
        writer.Clear();
        writer.Write("article");
        writer.Write(theme);
        Write(writer, view.Frame);
        writer.Write((int)view.Kind);
        writer.Write(view.IsHome);
        writer.Write(view.TitleId);
        writer.Write(view.TitleHtml);
        writer.Write(view.IsDescribed);
        writer.Write(body);
        writer.WriteList(view.Tags, Write);
        writer.Write(view.Owner);
        Write(writer, view.Reviewed);
        Write(writer, view.ReviewBy);
        writer.WriteList(view.Entries.Entries, Write);
        writer.WriteList(view.Entries.Parts, Write);
        writer.Write(view.Contact);
        writer.WriteOptional(view.Changed, Write);
        writer.Write(view.IsOverdue);
        writer.Write(view.HasCode);
        writer.Write(view.HasTabs);
        writer.Write(view.HasFormulas);
        writer.WriteOptional(view.Change, Write);
        Write(writer, view.Connections);
        writer.WriteList(view.Definitions, Write);
        writer.Write(view.HasImages);
        writer.WriteList(view.Sources, Write);
        return CacheKey.Compute(writer);
    }

    public void Write(CacheWriter writer, FrameView frame)
    {
        writer.Write(frame.SiteTitle);
        writer.Write(frame.Language);
        Write(writer, frame.Address);
        writer.Write(frame.Root);
        writer.Write(frame.Title);
        writer.Write(frame.Description);
        writer.Write(frame.Canonical);
        writer.Write(frame.IsIndexed);
        WriteShared(writer, frame.Sections, (w, sections) => w.WriteList(sections, Write));
        writer.Write(frame.HasMoreSections);
        writer.WriteList(frame.Breadcrumbs, Write);
        writer.Write(frame.Sidebar is not null);
        if (frame.Sidebar is { } sidebar)
            WriteShared(writer, sidebar, Write);
        writer.WriteList(frame.Contents, Write);
        writer.WriteOptional(frame.Previous, Write);
        writer.WriteOptional(frame.Next, Write);
        Write(writer, frame.MarkdownFile);
        WriteShared(writer, frame.Styles, WriteAddresses);
        WriteShared(writer, frame.Scripts, WriteAddresses);
        WriteShared(writer, frame.Text, (w, text) => w.WriteList(text.Texts, (to, one) => to.Write(one)));
        Write(writer, frame.Feed);
        writer.WriteOptional(frame.Pack, Write);
        writer.Write(frame.IsRightToLeft);
        writer.Write(frame.Banner);
        writer.WriteOptional(frame.Shared, Write);
        Write(writer, frame.Accessibility);
        Write(writer, frame.WordFile);
        writer.Write(frame.OffersCopy);
    }

    /// <summary>Writes the key of a part, which is computed once for all pages that have the same object.</summary>
    private void WriteShared<T>(CacheWriter writer, T part, Action<CacheWriter, T> write)
        where T : class
    {
        if (!_shared.TryGetValue(part, out var key))
        {
            var own = new CacheWriter();
            write(own, part);
            _shared[part] = key = CacheKey.Compute(own);
        }

        writer.Write(key);
    }

    private static void WriteAddresses(CacheWriter writer, IReadOnlyList<SitePath> addresses) =>
        writer.WriteList(addresses, (w, address) => w.Write(address.Value));

    private static void Write(CacheWriter writer, SitePath? address) => writer.Write(address?.Value);

    private static void Write(CacheWriter writer, DateOnly? date) => writer.Write(date?.DayNumber);

    private static void Write(CacheWriter writer, LinkView link)
    {
        writer.Write(link.Label);
        writer.Write(link.Address.Value);
    }

    private static void Write(CacheWriter writer, SidebarView sidebar)
    {
        Write(writer, sidebar.Section);
        writer.WriteList(sidebar.Items, Write);
    }

    private static void Write(CacheWriter writer, SidebarItem item)
    {
        writer.Write(item.Label);
        writer.Write(item.Address.Value);
        writer.WriteOptional(item.Children, (w, children) => w.WriteList(children, Write));
        writer.Write(item.Collapsed);
    }

    private static void Write(CacheWriter writer, Heading heading)
    {
        writer.Write(heading.Level);
        writer.Write(heading.Id);
        writer.Write(heading.Text);
    }

    private static void Write(CacheWriter writer, SheetView sheet)
    {
        writer.Write(sheet.Label);
        writer.Write(sheet.Address.Value);
        writer.WriteList(sheet.Pdfs, Write);
    }

    private static void Write(CacheWriter writer, SharedView shared)
    {
        writer.Write(shared.Title);
        writer.Write(shared.IsArticle);
        writer.WriteOptional(shared.Image, Write);
    }

    private static void Write(CacheWriter writer, CardView card)
    {
        writer.Write(card.Url);
        writer.Write(card.Width);
        writer.Write(card.Height);
        writer.Write(card.AltText);
    }

    private static void Write(CacheWriter writer, EntryView entry)
    {
        writer.Write(entry.Label);
        writer.Write(entry.Address.Value);
        writer.Write(entry.Summary);
        writer.Write(entry.Count);
    }

    private static void Write(CacheWriter writer, ChangedView changed)
    {
        writer.Write(changed.On.DayNumber);
        writer.Write(changed.People);
        writer.Write(changed.IsSinceReview);
    }

    private static void Write(CacheWriter writer, ChangeLinks change)
    {
        writer.Write(change.Edit);
        writer.Write(change.Suggest);
    }

    private static void Write(CacheWriter writer, ConnectionsView connections)
    {
        writer.WriteList(connections.Related, Write);
        writer.WriteList(connections.Backlinks, Write);
        writer.Write(connections.Count);
        writer.WriteOptional(connections.Around, Write);
    }

    public static void Write(CacheWriter writer, RelatedView related)
    {
        writer.Write(related.Title);
        writer.Write(related.Address.Value);
        writer.Write(related.Reason);
    }

    private static void Write(CacheWriter writer, BacklinkGroup group)
    {
        writer.Write((int)group.Kind);
        writer.WriteList(group.Pages, Write);
    }

    private static void Write(CacheWriter writer, BacklinkView backlink)
    {
        writer.Write(backlink.Title);
        writer.Write(backlink.Address.Value);
        writer.WriteOptional(backlink.Sentence, Write);
        writer.Write(backlink.Relation);
    }

    private static void Write(CacheWriter writer, LinkSentence sentence)
    {
        writer.Write(sentence.Before);
        writer.Write(sentence.Words);
        writer.Write(sentence.After);
    }

    private static void Write(CacheWriter writer, NeighbourhoodView around)
    {
        writer.WriteList(around.From, Write);
        writer.Write(around.MoreFrom);
        writer.Write(around.LinesFrom);
        writer.WriteList(around.To, Write);
        writer.WriteList(around.Further, Write);
        writer.Write(around.MoreTo);
        writer.Write(around.LinesTo);
        Write(writer, around.Map);
    }

    private static void Write(CacheWriter writer, DefinitionView definition)
    {
        writer.Write(definition.Id);
        writer.Write(definition.Title);
        writer.Write(definition.Definition);
        writer.Write(definition.Href);
    }

    private static void Write(CacheWriter writer, SourceView source)
    {
        writer.Write(source.Title);
        writer.Write(source.Author);
        writer.Write(source.Year);
        writer.Write(source.Href);
    }
}
