using System.Net;
using System.Text.RegularExpressions;
using Markdig.Helpers;

namespace KnowledgeSite.Content.Markup;

/// <summary>Character references worked out as a browser does: by number, and by the names of the HTML Standard (section 13.5).</summary>
internal static partial class HtmlText
{
    public static string Decode(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(Named().Replace(text, m => EntityHelper.DecodeEntity(m.Groups[1].ValueSpan) ?? m.Value)) : text;

    [GeneratedRegex("&([A-Za-z][A-Za-z0-9]*);", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
