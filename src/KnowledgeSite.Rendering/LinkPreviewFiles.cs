using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using KnowledgeSite.Caching;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Caching;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Link previews as files for the browser: blocks of neighbouring addresses, since most links lead to nearby pages, and
/// an index of the first address of each block. A file's name is derived from its first address and not from its
/// content. So a changed page changes one file, but neither the index nor any page; previews may be some minutes out of
/// date. <c>link-previews.js</c> reads them.
/// </summary>
internal static class LinkPreviewFiles
{
    public static readonly SitePath Folder = new("/api/previews/");

    public static readonly SitePath Index = Folder.Append("index.json");

    /// <summary>The approximate maximum size of a file, in characters.</summary>
    private const int MaxFileLength = 28 * 1024;

    /// <summary>
    /// On average, one in this many addresses always begins a new file, so that a longer text shifts only the few files
    /// up to the next such address.
    /// </summary>
    private const int AddressesPerMark = 64;

    /// <summary>Creates the files with the previews of all linked pages, under <c>/api/previews/</c>.</summary>
    /// <param name="stored">Results of earlier builds, such as the names of these files; null to compute them.</param>
    public static IReadOnlyList<OutputFile> Create(Site site, FileKeys keys, PersistentCache? stored = null)
    {
        var runs = new Lazy<List<Run>>(() =>
            Runs([.. new PagePreviews(site).All.OrderBy(p => p.Address.Href, StringComparer.Ordinal)])
        );
        return
        [
            new(
                Index,
                output =>
                    JsonFormat.WriteLine(
                        runs.Value.Select(r => new[] { r.Previews[0].Address.Href, r.Name }),
                        RenderingJson.Default.IEnumerableStringArray,
                        output
                    )
            )
            {
                Key = () => keys.ForFile(Index),
            },
            .. Names(runs, keys.ForFile(Folder), stored)
                .Select(
                    (name, number) =>
                    {
                        var path = Folder.Append($"{name}.json");
                        return new OutputFile(
                            path,
                            output =>
                                JsonFormat.WriteLine(
                                    runs.Value[number]
                                        .Previews.ToDictionary(
                                            p => p.Address.Href,
                                            LinkPreview.Create,
                                            StringComparer.Ordinal
                                        ),
                                    RenderingJson.Default.DictionaryStringLinkPreview,
                                    output
                                )
                        )
                        {
                            Key = () => keys.ForFile(path),
                        };
                    }
                ),
        ];
    }

    /// <summary>The names of the files, which an earlier build may have found.</summary>
    private static IReadOnlyList<string> Names(Lazy<List<Run>> runs, CacheKey? key, PersistentCache? stored)
    {
        if (key is not { } known || stored is null)
            return [.. runs.Value.Select(r => r.Name)];
        if (stored.Find(known, r => r.ReadList(one => one.ReadText())) is { } names)
            return names;
        names = [.. runs.Value.Select(r => r.Name)];
        var writer = new CacheWriter();
        writer.WriteList(names, (w, name) => w.Write(name));
        stored.Add(known, writer.Written);
        return names;
    }

    private static List<Run> Runs(IReadOnlyList<PagePreview> previews)
    {
        var runs = new List<Run>();
        var filled = 0;
        foreach (var preview in previews)
        {
            var room = RoomOf(preview);
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(preview.Address.Href));
            if (runs.Count == 0 || filled + room > MaxFileLength || hash[0] % AddressesPerMark == 0)
            {
                runs.Add(new(Convert.ToHexStringLower(hash)[..10], []));
                filled = 0;
            }

            runs[^1].Previews.Add(preview);
            filled += room;
        }

        return runs;
    }

    private static int RoomOf(PagePreview preview) =>
        50
        + preview.Address.Href.Length
        + preview.Title.Length
        + (preview.Text?.Length ?? 0)
        + preview.Sections.Sum(s => 6 + s.Id.Length + s.Text.Length);

    /// <param name="Name">A hash of its first address.</param>
    private sealed record Run(string Name, List<PagePreview> Previews);
}

/// <summary>The preview of a page in a file, by the page's address relative to the site's root.</summary>
/// <param name="Text">Null if the page has no summary.</param>
/// <param name="Sections">The headings by id, or null if there are none.</param>
internal sealed record LinkPreview(
    string Title,
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Dictionary<string, string>? Sections
)
{
    public static LinkPreview Create(PagePreview page) =>
        new(
            page.Title,
            page.Kind.ToString().ToLowerInvariant(),
            page.Text,
            page.Sections.Count == 0 ? null : page.Sections.ToDictionary(s => s.Id, s => s.Text, StringComparer.Ordinal)
        );
}
