using System.Buffers;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeSite.Files;
using KnowledgeSite.Search.Synonyms;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Search.Publishing;

/// <summary>
/// The index as gzip-compressed files for the browser, independent of the host's compression. A small index is a single
/// file. Of a large one, the browser loads the dictionary, then the shards of the query's words, then the blocks of the
/// pages found. The folder name contains a hash of the content, so its files never change.
/// </summary>
internal static class IndexFiles
{
    public static readonly SitePath Folder = new("/search/");

    /// <summary>
    /// The maximum compressed size of a single-file index in bytes; up to this size, one file loads faster than
    /// several.
    /// </summary>
    private const int MaxSingleFile = 96 * 1024;

    private const int MinShard = 5 * 512;
    private const int MaxShards = 512;

    /// <summary>
    /// The size from which a shard is compressed at the best level. Only the few shards with words of nearly every
    /// heading are that large, and they become a third smaller.
    /// </summary>
    private const int LargeShard = 24 * 1024;

    private const int MaxBlocks = 512;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="OperationCanceledException">The files are no longer needed.</exception>
    public static IReadOnlyList<OutputFile> Create(
        SearchIndex index,
        IReadOnlyList<SearchScript> scripts,
        CancellationToken cancellation = default
    )
    {
        var trails = index.Pages.Select(RecordsWriter.TrailOf).Distinct(StringComparer.Ordinal).ToList();
        var shards = Shards(index, cancellation);
        var blocks = Blocks(index, trails, cancellation);
        var related = RelatedWordsWriter.Split(RelatedWords.For(index));
        var files = new List<(string Name, byte[] Bytes)>();
        files.AddRange(shards.Files.Select((bytes, i) => ($"words-{i}.bin", bytes)));
        files.AddRange(blocks.Files.Select((bytes, i) => ($"pages-{i}.bin", bytes)));
        byte[] HeadOf(bool inline) =>
            Compressed(Head(index, trails, shards, blocks, [.. related.Select(r => r.First)], inline));
        var head = HeadOf(inline: false);
        files =
            files.Sum(f => f.Bytes.Length) + head.Length <= MaxSingleFile
                ? [("index.bin", HeadOf(inline: true))]
                : [("index.bin", head), .. files];
        files.AddRange(related.Select((part, i) => ($"related-{i}.bin", Compressed(Json(part.Write)))));
        if (related.Count > 0)
            files.Add(("related-LICENSE.txt", EnglishWords.ReadLicence()));
        files.AddRange(scripts.Select(s => (s.Name, s.Bytes)));

        var version = Version(files);
        return
        [
            .. files.Select(f => OutputFile.OfBytes(Folder.Append($"index/{version}/{f.Name}"), f.Bytes)),
            OutputFile.OfText(Folder.Append("search.js"), Entry(version)),
        ];
    }

    /// <summary>The script with the stable address; it imports the current content-hashed index folder.</summary>
    private static string Entry(string version) =>
        $$"""
            // Finds sections of this site: search('query', { limit: 20, filters: { kind: ['level'] } }) resolves to
            // [{ url, title, heading, excerpt, kind, score }], best first.
            const part = name => import(`./index/{{version}}/${name}.js`);
            export const search = async (query, options) => (await part('engine')).search(query, options);
            export const count = async (query, options) => (await part('engine')).count(query, options);
            export const explain = async query => (await part('engine')).explain(query);
            export const kinds = async () => (await part('engine')).kinds();
            export const panel = async (place, options) => new (await part('panel')).SearchPanel(place, options);
            export const mark = async words => (await part('marks')).mark(words);

            """;

    private static string Version(List<(string Name, byte[] Bytes)> files)
    {
        var hashes = new byte[files.Count][];
        Parallel.For(
            0,
            files.Count,
            i => hashes[i] = Encoding.ASCII.GetBytes(files[i].Name + ContentHash.Compute(files[i].Bytes))
        );
        return ContentHash.Compute(hashes.SelectMany(h => h).ToArray());
    }

    /// <summary>Splits the words into shards whose postings have about the same size.</summary>
    private static Parts Shards(SearchIndex index, CancellationToken cancellation)
    {
        var room = Math.Max(MinShard, index.Words.Sum(w => (long)RoomOf(w)) / MaxShards);
        var starts = new List<int>();
        var filled = room;
        for (var i = 0; i < index.Words.Count; i++)
        {
            if (filled >= room)
            {
                starts.Add(i);
                filled = 0;
            }

            filled += RoomOf(index.Words[i]);
        }

        var words = index.Words.ToArray();
        return Parts.Create(
            starts,
            words.Length,
            (from, to) =>
            {
                var shard = PostingsWriter.Write(words.AsSpan(from..to));
                return Compressed(
                    shard,
                    shard.Length < LargeShard ? CompressionLevel.Fastest : CompressionLevel.Optimal
                );
            },
            cancellation
        );
    }

    private static int RoomOf(WordPostings word) => 3 + (word.Postings.Length * 2);

    private static Parts Blocks(SearchIndex index, List<string> trails, CancellationToken cancellation)
    {
        var numbers = Numbers(trails);
        var pages = index.Pages.ToArray();
        var size = Math.Max(2, (pages.Length + MaxBlocks - 1) / MaxBlocks);
        var starts = Enumerable.Range(0, (pages.Length + size - 1) / size).Select(i => i * size).ToList();
        return Parts.Create(
            starts,
            pages.Length,
            (from, to) => Compressed(Json(json => RecordsWriter.Write(pages[from..to], numbers, json))),
            cancellation
        );
    }

    private static Dictionary<string, int> Numbers(List<string> trails) =>
        trails.Select((trail, i) => (trail, i)).ToDictionary(t => t.trail, t => t.i, StringComparer.Ordinal);

    /// <param name="related">The first word of each part of the related words.</param>
    private static byte[] Head(
        SearchIndex index,
        List<string> trails,
        Parts shards,
        Parts blocks,
        IReadOnlyList<string> related,
        bool inline
    ) =>
        Json(json =>
        {
            json.WriteStartObject();
            HeadWriter.Write(index, trails, json);
            json.WriteStartArray("related");
            foreach (var first in related)
                json.WriteStringValue(first);
            json.WriteEndArray();
            json.WriteStartArray("shards");
            foreach (var start in inline ? [0] : shards.Starts)
                json.WriteNumberValue(start);
            json.WriteEndArray();
            json.WriteNumber(
                "pagesInBlock",
                inline ? index.Pages.Count
                    : blocks.Starts.Count > 1 ? blocks.Starts[1]
                    : index.Pages.Count
            );
            if (inline)
            {
                json.WriteBase64String("postings", PostingsWriter.Write(index.Words.ToArray()));
                json.WritePropertyName("records");
                RecordsWriter.Write(index.Pages, Numbers(trails), json);
            }

            json.WriteEndObject();
        });

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Plain))
            write(json);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Compressed(byte[] bytes, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, level))
            gzip.Write(bytes);
        return output.ToArray();
    }

    /// <param name="Starts">The number of the first word or page of each part.</param>
    private sealed record Parts(IReadOnlyList<int> Starts, byte[][] Files)
    {
        public static Parts Create(
            List<int> starts,
            int end,
            Func<int, int, byte[]> write,
            CancellationToken cancellation
        )
        {
            var files = new byte[starts.Count][];
            Parallel.For(
                0,
                files.Length,
                new ParallelOptions { CancellationToken = cancellation },
                i => files[i] = write(starts[i], i + 1 < starts.Count ? starts[i + 1] : end)
            );
            return new(starts, files);
        }
    }
}

/// <summary>A JavaScript module that runs in the reader's browser.</summary>
internal sealed record SearchScript(string Name, byte[] Bytes);

/// <summary>Generates the index of the site and the search scripts, under <c>/search/</c>.</summary>
internal static partial class WriteSearch
{
    private const string Prefix = "search/";

    public static IReadOnlyList<OutputFile> Write(SearchIndex input, UiStrings text, CancellationToken cancellation) =>
        [.. IndexFiles.Create(input, ReadScripts(text), cancellation)];

    internal static IReadOnlyList<SearchScript> ReadScripts(UiStrings text)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n => new SearchScript(n[Prefix.Length..], Read(assembly, n, text))),
        ];
    }

    private static byte[] Read(Assembly assembly, string name, UiStrings text)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return name.EndsWith(".js", StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes(ScriptStrings.Write(Comments().Replace(Encoding.UTF8.GetString(bytes), ""), text))
            : bytes;
    }

    /// <summary>Comments on lines of their own, which readers need not download. The scripts have no text over several
    /// lines.</summary>
    [GeneratedRegex(@"^[ \t]*(?://[^\n]*|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/)\n", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
