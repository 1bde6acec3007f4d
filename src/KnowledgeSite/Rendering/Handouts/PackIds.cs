using System.Security;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// Sheets that stand on one page have ids of their own each: the sheet's name comes before every id in its text, and before every link to
/// one; its notes are those of the sheet by name. The text is made by our own renderers, which write attributes in double quotes and none in text.
/// </summary>
internal static partial class PackIds
{
    private const string Notes = "aria-label=\"Notes\"";

    public static Handout Under(Handout sheet) => sheet with
    {
        BodyHtml = Under(sheet.Id, sheet.BodyHtml).Replace(Notes, $"aria-label=\"Notes of the {sheet.Kind.ToLowerInvariant()}: {SecurityElement.Escape(sheet.Title)}\"", StringComparison.Ordinal),
    };

    private static string Under(string sheet, string html) => Attribute().Replace(html, m => m.Groups["name"].Value == "href="
        ? $"href=\"#{sheet}.{m.Groups["id"].Value}\""
        : $"{m.Groups["name"].Value}\"{string.Join(' ', m.Groups["id"].Value.Split(' ').Select(id => $"{sheet}.{id}"))}\"");

    [GeneratedRegex("(?<=\\s)((?<name>id=|for=|aria-labelledby=|aria-describedby=)\"|(?<name>href=)\"#)(?<id>[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
