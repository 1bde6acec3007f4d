using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Cli.Printing;

/// <summary>
/// Adds page numbers to the table of contents of a pack. The page on which a part begins is known only after printing,
/// so the pack is printed repeatedly, each time with the numbers of the previous print, until they no longer change.
/// </summary>
internal static partial class PageNumbers
{
    /// <summary>The number to print before the real one is known. It is as wide as most page numbers.</summary>
    private const int Unknown = 88;

    public static bool HasContents(string html) => Contents().IsMatch(html);

    /// <param name="pages">The page number of each part, by its id.</param>
    public static string Put(string html, IReadOnlyDictionary<string, int> pages) =>
        Contents()
            .Replace(
                html,
                list =>
                    Entry()
                        .Replace(
                            list.Value,
                            m =>
                                $"{m.Groups["link"].Value} <span "
                                + "class=\"page-number\">"
                                + $"{pages.GetValueOrDefault(Id(m), Unknown).ToString(CultureInfo.InvariantCulture)}<"
                                + "/span></li>"
                        )
            );

    /// <summary>Whether all page numbers in the table of contents are right.</summary>
    public static bool AreShown(
        string html,
        IReadOnlyDictionary<string, int> shown,
        IReadOnlyDictionary<string, int> pages
    ) =>
        Contents()
            .Matches(html)
            .SelectMany(list => Entry().Matches(list.Value))
            .Select(Id)
            .All(id => pages.TryGetValue(id, out var page) && shown.TryGetValue(id, out var number) && page == number);

    private static string Id(Match entry) => WebUtility.HtmlDecode(entry.Groups["id"].Value);

    [GeneratedRegex("<ol class=\"pack-contents\">.*?</ol>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Contents();

    [GeneratedRegex("(?<link><a href=\"#(?<id>[^\"]+)\">[^<]*</a>)</li>", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
