using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>A list of pages, or one part of a list too long for a page.</summary>
/// <param name="Parts">Every part of the list, this one too; empty where the list is whole.</param>
public sealed record EntryListView(IReadOnlyList<EntryView> Entries, IReadOnlyList<LinkView> Parts)
{
    public static readonly EntryListView Empty = new([], []);

    /// <summary>More entries than that do not stand on one page.</summary>
    private const int Longest = 200;

    /// <summary>The parts of a list whose first one stands at <paramref name="address"/>, each with its own address.</summary>
    public static IReadOnlyList<(SitePath Address, EntryListView View)> PartsOf(SitePath address, IReadOnlyList<EntryView> entries)
    {
        var parts = entries.Chunk(Longest).ToList();
        if (parts.Count <= 1) return [(address, new(entries, []))];
        var links = parts.Select((part, i) => new LinkView(FormattableString.Invariant($"{(i * Longest) + 1}–{(i * Longest) + part.Length}"), AddressOf(address, i))).ToList();
        return [.. parts.Select((part, i) => (links[i].Address, new EntryListView(part, links)))];
    }

    /// <summary>No name of a file makes an address that begins with a dash, so no page can stand there.</summary>
    private static SitePath AddressOf(SitePath first, int part) =>
        part == 0 ? first : first.Append(FormattableString.Invariant($"-{part + 1}/"));
}

/// <param name="Count">How many pages stand behind the entry; null where it is one page.</param>
public sealed record EntryView(string Label, SitePath Address, string? Summary, int? Count);
