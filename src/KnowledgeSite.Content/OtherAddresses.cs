using System.Text.RegularExpressions;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// The URLs that other tools give to a page: by <c>id</c> and <c>slug</c> (Docusaurus), <c>permalink</c> (Jekyll) and
/// <c>url</c> (Hugo) in its front matter, or by a date in its file name (blogs).
/// </summary>
internal static partial class OtherAddresses
{
    private static readonly string[] Keys = ["id", "slug", "permalink", "url"];

    public static IReadOnlyList<string> Find(YamlMap map, SourcePath page)
    {
        var isFolder = PagePath.IsFolderPage(page);
        var folder = isFolder ? page.Folder.Folder : page.Folder;
        var addresses = Keys.Select(k =>
                map.Find(k) is YamlScalar { Value: { Length: > 0 } text } ? Resolve(k, text, folder) : null
            )
            .OfType<string>()
            .ToList();
        if (Dated().Match(isFolder ? page.Folder.FileName : page.NameWithoutExtension) is { Success: true } name)
            addresses.Add(folder.Append(Dated().Replace(name.Value, "${year}/${month}/${day}/${rest}")).Value);
        return addresses;
    }

    /// <summary>
    /// The address for a value; null if it is no path. A slug that begins with <c>/</c> is relative to the root of its
    /// part of the site, which is probably the folder of the page.
    /// </summary>
    private static string? Resolve(string key, string value, SourcePath folder)
    {
        var isFromRoot = value.StartsWith('/') && key is "permalink" or "url";
        return (isFromRoot ? SourcePath.Root : folder).Resolve(value.Trim('/')) is { IsRoot: false } path
            ? path.Value
            : null;
    }

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})-(?<rest>.+)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Dated();
}
