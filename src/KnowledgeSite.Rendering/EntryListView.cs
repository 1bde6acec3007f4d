using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>A list of pages, or one part of a list that is split over several pages.</summary>
/// <param name="Parts">All parts of the list, including this one; empty if the list is not split.</param>
public sealed record EntryListView(IReadOnlyList<EntryView> Entries, IReadOnlyList<LinkView> Parts)
{
    public static readonly EntryListView Empty = new([], []);

    /// <summary>The maximum number of entries on a page.</summary>
    private const int MaxEntries = 200;

    /// <summary>
    /// Splits a list into parts. The first part has the address <paramref name="address"/>; the view of a part is
    /// created on demand.
    /// </summary>
    public static IReadOnlyList<(SitePath Address, Func<EntryListView> View)> PartsOf(
        SitePath address,
        int count,
        Func<IReadOnlyList<EntryView>> make
    )
    {
        var entries = new Lazy<IReadOnlyList<EntryView>>(make);
        if (count <= MaxEntries)
            return [(address, () => new(entries.Value, []))];
        var links = Enumerable
            .Range(0, (count + MaxEntries - 1) / MaxEntries)
            .Select(i => new LinkView(
                $"{(i * MaxEntries) + 1}–{Math.Min(count, (i + 1) * MaxEntries)}",
                AddressOf(address, i)
            ))
            .ToList();
        return
        [
            .. links.Select(
                (link, i) =>
                    (
                        link.Address,
                        (Func<EntryListView>)(
                            () => new([.. entries.Value.Skip(i * MaxEntries).Take(MaxEntries)], links)
                        )
                    )
            ),
        ];
    }

    /// <summary>
    /// The address of a part. It contains a segment that begins with a hyphen, which no page of an author can have.
    /// </summary>
    private static SitePath AddressOf(SitePath first, int part) => part == 0 ? first : first.Append($"-{part + 1}/");
}

/// <param name="Count">The number of pages that the entry stands for; null if it is a single page.</param>
public sealed record EntryView(string Label, SitePath Address, string? Summary, int? Count);
