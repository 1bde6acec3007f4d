using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Documents;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The included text of each <c>![[page#section]]</c> of a site. An include that would contain itself has none, so
/// rendering always terminates.
/// </summary>
public sealed class IncludedTexts
{
    /// <summary>
    /// The maximum number of includes on a page. Nested includes could grow exponentially; beyond the limit, a link is
    /// shown instead.
    /// </summary>
    public const int MaxPerPage = 50;

    internal static readonly IncludedTexts None = new(
        PageTable.Create([]),
        [],
        new(PageTable.Create([]), null, []),
        new DiagnosticBag()
    );

    private readonly Dictionary<(SitePage Page, int Link), IncludedText> _texts = [];
    private readonly Dictionary<(SitePage Page, int Link), State> _states = [];
    private readonly Dictionary<SitePage, SectionExtractor> _sections = [];

    /// <summary>The first include beyond the limit of each page that has one.</summary>
    private readonly Dictionary<SitePage, int> _beyond = [];

    private readonly DiagnosticBag _diagnostics;

    internal IncludedTexts(
        PageTable pages,
        IReadOnlyList<SiteDocument> documents,
        LinkTable links,
        DiagnosticBag diagnostics
    )
    {
        _diagnostics = diagnostics;
        var including = pages.Concat(documents.Select(d => d.Page)).Where(p => p.Content.Body.HasIncludes).ToList();
        if (including.Count == 0)
            return;
        foreach (var page in including)
            Find(page, links[page], pages);
        var slots = _texts.Keys.OrderBy(k => k.Page.Path).ThenBy(k => k.Link).ToList();
        foreach (var slot in slots)
            Walk(slot, []);
        ReportTooMany(slots);
    }

    private enum State
    {
        Open,
        Done,
    }

    /// <summary>The text that a link includes; null if it leads to no text or would form a cycle.</summary>
    public IncludedText? At(SitePage page, int link) => _texts.GetValueOrDefault((page, link));

    private void Find(SitePage page, IReadOnlyList<ResolvedLink> links, PageTable pages)
    {
        var found = 0;
        for (var i = 0; i < links.Count; i++)
        {
            var written = page.Content.Body.Links[i];
            if (written.Form != LinkForm.Include || links[i] is not ResolvedLink.Internal target)
                continue;
            if (found == MaxPerPage)
            {
                _beyond.Add(page, i);
                return;
            }

            var home = pages.At(target.Address);
            if (home is not null && TextOf(home, target.Suffix) is { } text)
            {
                _texts.Add((page, i), text);
                found++;
            }
            else if (
                target.Address.IsPage
                && (
                    home is null
                    || target.Suffix.Length == 0
                    || home.Content.Body.HasId(Uri.UnescapeDataString(target.Suffix.TrimStart('#')))
                )
            )
                _diagnostics.Add(
                    Diagnostic.At(IncludeRules.NotIncludable, page.Content.Source, written.Span, written.Target)
                );
        }
    }

    /// <summary>
    /// The text that a link names; null if the page has no such section, in which case the link is reported as broken.
    /// </summary>
    private IncludedText? TextOf(SitePage home, string suffix)
    {
        var html = home.Content.Body.Html;
        var hash = suffix.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? null : Uri.UnescapeDataString(suffix[(hash + 1)..]);
        if (fragment is null || fragment == home.Content.Body.Title?.Id || LinkAddress.IsAlwaysThere(fragment))
            fragment = null;
        if (!_sections.TryGetValue(home, out var sections))
            _sections[home] = sections = new(html);
        var stretch = fragment is null ? sections.FindWhole() : sections.Find(fragment);
        return stretch is { } found ? new(home, found.Start, found.End, fragment) : null;
    }

    private void Walk((SitePage Page, int Link) slot, List<(SitePage Page, int Link)> path)
    {
        if (_states.TryGetValue(slot, out var state))
        {
            if (state == State.Open)
                Break(path);
            return;
        }

        _states[slot] = State.Open;
        path.Add(slot);
        // The limit counts nested includes too.
        if (path.Count <= MaxPerPage)
            WalkInner(slot, path);
        path.RemoveAt(path.Count - 1);
        _states[slot] = State.Done;
    }

    private void WalkInner((SitePage Page, int Link) slot, List<(SitePage Page, int Link)> path)
    {
        foreach (var inner in Inner(slot))
            if (_texts.ContainsKey(slot))
                Walk(inner, path);
    }

    /// <summary>The includes within the included text.</summary>
    private List<(SitePage Page, int Link)> Inner((SitePage Page, int Link) slot) =>
        !_texts.TryGetValue(slot, out var text)
            ? []
            :
            [
                .. text
                    .Slots.Where(s => s.Content == SlotContent.Include)
                    .Select(s => (text.Page, s.Link))
                    .Where(_texts.ContainsKey),
            ];

    /// <summary>Reports the first include of each page that is shown as a link because of the limit.</summary>
    private void ReportTooMany(List<(SitePage Page, int Link)> slots)
    {
        var counts = new Dictionary<(SitePage Page, int Link), int>();
        foreach (var page in slots.Where(_texts.ContainsKey).GroupBy(s => s.Page))
        {
            var count = 0;
            foreach (var slot in page)
            {
                count += Count(slot, 0);
                if (count > MaxPerPage)
                {
                    Report(slot);
                    break;
                }
            }

            if (count <= MaxPerPage && _beyond.TryGetValue(page.Key, out var link))
                Report((page.Key, link));
        }

        // The limit keeps the sum small, although nested includes can grow exponentially.
        int Count((SitePage Page, int Link) slot, int depth)
        {
            if (counts.TryGetValue(slot, out var known))
                return known;
            if (depth > MaxPerPage)
                return 1;
            var count = 1 + Inner(slot).Sum(inner => Count(inner, depth + 1));
            return counts[slot] = Math.Min(count, MaxPerPage + 1);
        }

        void Report((SitePage Page, int Link) slot) =>
            _diagnostics.Add(
                Diagnostic.At(
                    IncludeRules.TooManyIncludes,
                    slot.Page.Content.Source,
                    slot.Page.Content.Body.Links[slot.Link].Span,
                    MaxPerPage
                )
            );
    }

    /// <summary>Removes the includes of a cycle: the last one on the path leads back to an earlier one.</summary>
    private void Break(List<(SitePage Page, int Link)> path)
    {
        var (page, link) = path[^1];
        var written = page.Content.Body.Links[link];
        _diagnostics.Add(
            Diagnostic.At(
                IncludeRules.IncludeCycle,
                page.Content.Source,
                written.Span,
                string.Join(" → ", path.Select(w => w.Page.Path.Value).Append(_texts[path[^1]].Page.Path.Value))
            )
        );
        _texts.Remove(path[^1]);
    }
}

/// <summary>A range of a page's text that is included in another page.</summary>
/// <param name="Page">The page that the text belongs to.</param>
/// <param name="Start">Byte offset in the page's HTML.</param>
/// <param name="Fragment">The id of the section; null for a whole page.</param>
public sealed record IncludedText(SitePage Page, int Start, int End, string? Fragment)
{
    /// <summary>The slots of the page inside the range.</summary>
    public IEnumerable<BodySlot> Slots => Page.Content.Body.Html.SlotsIn(Start, End);
}
