using System.Security;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// Parts that stand on one page have ids of their own each: the part's name comes before every id in its text, and
/// before every link to one; its notes are those of the part by name. The text is made by our own renderers, which
/// write attributes in double quotes and none in text.
/// </summary>
internal static partial class PackIds
{
    /// <summary>Ids of parts begin so; those of authors and of templates do not.</summary>
    private const string Beginning = "site:/";

    private const string Notes = "aria-label=\"Notes\"";

    /// <summary>The name of a page in a pack: its address below the folder that is packed.</summary>
    public static string Create(SitePath page, SitePath pack)
    {
        var folder = pack.Value[..(pack.Value.TrimEnd('/').LastIndexOf('/') + 1)];
        return Beginning
            + (
                page.Value.StartsWith(folder, StringComparison.Ordinal) ? page.Value[folder.Length..] : page.Value[1..]
            ).TrimEnd('/');
    }

    /// <summary>
    /// The names of a workshop's sheets in a pack, by the addresses of their pages as links have them. What leads to
    /// the workshop leads to the guide.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Create(WorkshopUrls workshop, SitePath pack) =>
        new[]
        {
            (workshop.Home, workshop.Sheet(Audience.Facilitator)),
            (workshop.Sheet(Audience.Facilitator), workshop.Sheet(Audience.Facilitator)),
            (workshop.Sheet(Audience.Participant), workshop.Sheet(Audience.Participant)),
        }.ToDictionary(l => l.Item1.Href, l => Create(l.Item2, pack), StringComparer.Ordinal);

    public static Handout Under(Handout sheet) =>
        sheet with
        {
            BodyHtml = Under(sheet.Id, $"the {sheet.Kind.ToLowerInvariant()}: {sheet.Title}", sheet.BodyHtml),
        };

    public static string Under(string part, string title, string html) =>
        Attribute()
            .Replace(
                html,
                m =>
                    m.Groups["name"].Value == "href="
                        ? $"href=\"#{Id(part, m.Groups["id"].Value)}\""
                        : $"{m.Groups["name"].Value}\""
                            + $"{string.Join(' ', m.Groups["id"].Value.Split(' ').Select(id => Id(part, id)))}\""
            )
            .Replace(Notes, $"aria-label=\"Notes of {SecurityElement.Escape(title)}\"", StringComparison.Ordinal);

    private static string Id(string part, string id) =>
        id.StartsWith(Beginning, StringComparison.Ordinal) ? id : $"{part}:{id}";

    [GeneratedRegex(
        "(?<=\\s)((?<name>id=|for=|headers=|aria-labelledby=|aria-describedby=)\"|(?<name>href=)\"#)(?<id>[^\"]+)\"",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Attribute();
}
