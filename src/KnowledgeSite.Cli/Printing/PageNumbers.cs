using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Cli.Printing;

/// <summary>
/// Numbers behind the contents of a pack. On which page a part begins is known only when the pack is printed, so it is
/// printed with any numbers first, and again with those it came to, until it comes to the numbers it shows.
/// </summary>
internal static partial class PageNumbers
{
    /// <summary>As wide as most.</summary>
    private const int Unknown = 88;

    public static bool HasContents(string html) => Contents().IsMatch(html);

    /// <param name="pages">By id.</param>
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

    /// <summary>The numbers shown are those of the pages.</summary>
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
