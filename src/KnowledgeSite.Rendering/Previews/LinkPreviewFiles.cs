using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Previews;

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

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<OutputFile> Create(IEnumerable<PagePreview> previews)
    {
        var runs = Runs([.. previews.OrderBy(p => p.Address.Href, StringComparer.Ordinal)]);
        return
        [
            new(Index, output => Write(output, json => WriteIndex(json, runs))),
            .. runs.Select(r => new OutputFile(
                Folder.Append($"{r.Name}.json"),
                output => Write(output, json => WriteRun(json, r))
            )),
        ];
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

    private static void Write(IBufferWriter<byte> output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, Plain))
            write(json);
        output.Write("\n"u8);
    }

    /// <summary>Writes the first address of each file, and the file's name.</summary>
    private static void WriteIndex(Utf8JsonWriter json, IReadOnlyList<Run> runs)
    {
        json.WriteStartArray();
        foreach (var run in runs)
        {
            json.WriteStartArray();
            json.WriteStringValue(run.Previews[0].Address.Href);
            json.WriteStringValue(run.Name);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the previews by address, relative to the site's root.</summary>
    private static void WriteRun(Utf8JsonWriter json, Run run)
    {
        json.WriteStartObject();
        foreach (var preview in run.Previews)
        {
            json.WriteStartObject(preview.Address.Href);
            json.WriteString("title", preview.Title);
            json.WriteString("kind", preview.Kind.ToString().ToLowerInvariant());
            if (preview.Text is not null)
                json.WriteString("text", preview.Text);
            if (preview.Sections.Count > 0)
                WriteSections(json, preview);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the headings by id.</summary>
    private static void WriteSections(Utf8JsonWriter json, PagePreview preview)
    {
        json.WriteStartObject("sections");
        foreach (var section in preview.Sections)
            json.WriteString(section.Id, section.Text);
        json.WriteEndObject();
    }

    /// <param name="Name">A hash of its first address.</param>
    private sealed record Run(string Name, List<PagePreview> Previews);
}
