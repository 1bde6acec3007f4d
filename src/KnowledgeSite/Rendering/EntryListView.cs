using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>A list of pages, or one part of a list too long for a page.</summary>
/// <param name="Parts">Every part of the list, this one too; empty where the list is whole.</param>
public sealed record EntryListView(IReadOnlyList<EntryView> Entries, IReadOnlyList<LinkView> Parts)
{
    public static readonly EntryListView Empty = new([], []);

    /// <summary>More entries than that do not stand on one page.</summary>
    private const int Longest = 200;

    /// <summary>
    /// The parts of a list whose first one stands at <paramref name="address"/>, each with its own address; its entries
    /// are made when a part is.
    /// </summary>
    public static IReadOnlyList<(SitePath Address, Func<EntryListView> View)> PartsOf(
        SitePath address,
        int count,
        Func<IReadOnlyList<EntryView>> make
    )
    {
        var entries = new Lazy<IReadOnlyList<EntryView>>(make);
        if (count <= Longest)
            return [(address, () => new(entries.Value, []))];
        var links = Enumerable
            .Range(0, (count + Longest - 1) / Longest)
            .Select(i => new LinkView(
                $"{(i * Longest) + 1}–{Math.Min(count, (i + 1) * Longest)}",
                AddressOf(address, i)
            ))
            .ToList();
        return
        [
            .. links.Select(
                (link, i) =>
                    (
                        link.Address,
                        (Func<EntryListView>)(() => new([.. entries.Value.Skip(i * Longest).Take(Longest)], links))
                    )
            ),
        ];
    }

    /// <summary>No name of a file makes an address that begins with a dash, so no page can stand there.</summary>
    private static SitePath AddressOf(SitePath first, int part) => part == 0 ? first : first.Append($"-{part + 1}/");
}

/// <param name="Count">How many pages stand behind the entry; null where it is one page.</param>
public sealed record EntryView(string Label, SitePath Address, string? Summary, int? Count);
