using System.Security;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// Makes ids unique within a pack: the part's name is prefixed to every id in its text and to every link to one; the
/// names of footnotes include the part. The text comes from the site's own renderers, which write attributes in double
/// quotes and escape quotes in text.
/// </summary>
internal static partial class PackIds
{
    /// <summary>The prefix of part ids, which authors and templates do not use.</summary>
    private const string Prefix = "site:/";

    private const string Notes = "aria-label=\"Notes\"";

    /// <summary>The part id of a page in a pack: its address relative to the packed folder.</summary>
    public static string Create(SitePath page, SitePath pack)
    {
        var folder = pack.Value[..(pack.Value.TrimEnd('/').LastIndexOf('/') + 1)];
        return Prefix
            + (
                page.Value.StartsWith(folder, StringComparison.Ordinal) ? page.Value[folder.Length..] : page.Value[1..]
            ).TrimEnd('/');
    }

    /// <summary>
    /// The part ids of a workshop's handouts in a pack, by the addresses of their pages as used in links. Links to the
    /// workshop lead to the guide.
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
        id.StartsWith(Prefix, StringComparison.Ordinal) ? id : $"{part}:{id}";

    [GeneratedRegex(
        "(?<=\\s)((?<name>id=|for=|headers=|aria-labelledby=|aria-describedby=)\"|(?<name>href=)\"#)(?<id>[^\"]+)\"",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Attribute();
}
