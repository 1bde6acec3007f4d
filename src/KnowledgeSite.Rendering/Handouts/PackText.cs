using System.Globalization;
using System.Net;
using System.Security;
using System.Text.RegularExpressions;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// Converts the text of a page to a part of a pack: links to other parts stay in the pack, other links get a numbered
/// note, and elements that only help on a screen are removed. The text is HTML from the site's own templates, which
/// write attributes in double quotes and escape quotes in text.
/// </summary>
/// <param name="parts">The ids of the parts, by the addresses of their pages as used in links.</param>
/// <param name="texts">The rendered text of each page, by the same keys.</param>
internal sealed partial class PackText(
    Site site,
    SitePath pack,
    IReadOnlyDictionary<string, string> parts,
    IReadOnlyDictionary<string, string> texts
)
{
    private readonly HashSet<string> _ids =
    [
        .. texts.SelectMany(t => Ids().Matches(t.Value).Select(m => $"{parts[t.Key]}:{m.Groups[1].Value}")),
    ];
    private readonly string _root = FrameFactory.RootFrom(pack);

    public PagePart Render(SitePath page, string label, int depth)
    {
        var notes = new List<LinkNote>();
        var id = parts[page.Href];
        var root = FrameFactory.RootFrom(page);
        var html = ForScreens().Replace(texts[page.Href], "");
        html = Landmarks().Replace(html, m => LandmarkName().Replace(m.Value, ""));
        html = Links().Replace(html, m => m.Value + Note(m.Groups["href"], root, notes));
        html = Addresses()
            .Replace(
                html,
                m =>
                    $"{m.Groups["name"].Value}=\""
                    + SecurityElement.Escape(
                        Moved(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["address"].Value), root)
                    )
                    + "\""
            );
        return new(id, label, depth, PackIds.Under(id, label, html), notes);
    }

    /// <summary>The number of a link's note; empty for a link within the pack, and in a drawing.</summary>
    private string Note(Group href, string root, List<LinkNote> notes)
    {
        if (!href.Success || href.Value.StartsWith('#'))
            return "";
        var target = WebUtility.HtmlDecode(href.Value);
        var address = target;
        if (Inside(target, root) is var (path, suffix))
        {
            if (parts.ContainsKey(path))
                return "";
            address = ReadableAddress.Format(site, path) + suffix;
        }

        var note = notes.Find(n => n.Address == address);
        if (note is null)
            notes.Add(note = new(notes.Count + 1, address));
        return $"<sup class=\"link-note\">{note.Number}</sup>";
    }

    private string Moved(string attribute, string target, string root) =>
        attribute == "srcset"
            ? string.Join(
                ", ",
                target
                    .Split(',', StringSplitOptions.TrimEntries)
                    .Select(c => c.Split(' ', 2))
                    .Select(c => string.Join(' ', c.Skip(1).Prepend(Moved(c[0], root, isLink: false))))
            )
            : Moved(target, root, attribute == "href");

    private string Moved(string target, string root, bool isLink)
    {
        if (target.StartsWith('#') || Inside(target, root) is not var (path, suffix))
            return target;
        if (!isLink || !parts.TryGetValue(path, out var part))
            return _root + path + suffix is { Length: > 0 } href ? href : "./";
        var inPart = $"{part}:{Uri.UnescapeDataString(suffix.TrimStart('#'))}";
        return "#" + (_ids.Contains(inPart) ? inPart : part);
    }

    /// <summary>The address on this site and the rest of the target; null for an external link.</summary>
    private static (string Path, string Suffix)? Inside(string target, string root)
    {
        if (
            root.Length == 0
                ? LinkAddress.HasScheme(target) || target.StartsWith('/')
                : !target.StartsWith(root, StringComparison.Ordinal)
        )
            return null;
        var path = target[root.Length..];
        var end = path.AsSpan().IndexOfAny('?', '#');
        var (address, suffix) = end < 0 ? (path, "") : (path[..end], path[end..]);
        return (address == "./" ? "" : address, suffix);
    }

    [GeneratedRegex("\\sid=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();

    [GeneratedRegex(
        "<(?<tag>ul|p) class=\"(actions|cell-foot)\">.*?</\\k<tag>>|<nav class=\"step-path\".*?</nav>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex ForScreens();

    /// <summary>
    /// Matches sections, whose accessible names are removed: hundreds of named landmarks in a pack would not help.
    /// </summary>
    [GeneratedRegex("<section(?![^>]*\\srole=)[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Landmarks();

    [GeneratedRegex(" aria-label(ledby)?=\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex LandmarkName();

    [GeneratedRegex(
        "<svg\\b.*?</svg>|<a\\s[^>]*?(?<=\\s)href=\"(?<href>[^\"]*)\"[^>]*>.*?</a>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Links();

    [GeneratedRegex("(?<=\\s)(?<name>href|src|poster|srcset)=\"(?<address>[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();
}
