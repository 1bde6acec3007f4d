using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>The addresses of the offline copy.</summary>
internal static class OfflineFiles
{
    /// <summary>The service worker. It is at the root, because its scope is its folder.</summary>
    public static readonly SitePath Worker = new("/sw.js");

    /// <summary>A small file with the published version and its size.</summary>
    public static readonly SitePath News = new("/offline.json");

    public static readonly SitePath List = new("/offline-files.json");

    /// <summary>The page shown if a page is not in the offline copy.</summary>
    public static readonly SitePath Page = new("/offline.html");

    /// <summary>
    /// The service worker script. A site without offline copies has one that removes old copies; only browsers that
    /// still have the old worker load it.
    /// </summary>
    public static OutputFile WorkerOf(SiteSettings settings) =>
        OutputFile.OfBytes(Worker, Embedded(settings.OffersCopy ? "worker.js" : "no-worker.js"));

    /// <summary>
    /// True if the file belongs to the offline copy; files for hosts, other sites and tools do not, and neither do
    /// copies of pages in other formats.
    /// </summary>
    public static bool IsInCopy(SitePath path) =>
        !path.Value.StartsWith("/_", StringComparison.Ordinal)
        && !path.Value.EndsWith(".md", StringComparison.Ordinal)
        && !path.Value.EndsWith(".docx", StringComparison.Ordinal)
        && !path.Value.StartsWith(SiteCards.Folder.Value, StringComparison.Ordinal)
        && path.Value
            is not (
                "/sw.js"
                or "/404.html"
                or "/robots.txt"
                or "/sitemap.xml"
                or "/llms.txt"
                or "/feed.xml"
                or "/api/pages.json"
            );

    private static byte[] Embedded(string name)
    {
        using var stream = typeof(OfflineFiles).Assembly.GetManifestResourceStream($"offline/{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>
/// Adds the list of files in the offline copy, each with its hash, if the site offers one. The files are hashed while
/// they are written, so none is rendered twice; the list comes last.
/// </summary>
internal sealed class WriteOfflineManifest(SiteSettings settings)
    : IModule<IReadOnlyList<OutputFile>, IReadOnlyList<OutputFile>>
{
    public IReadOnlyList<OutputFile> Execute(IReadOnlyList<OutputFile> documents, ModuleContext context)
    {
        if (!settings.OffersCopy)
            return documents;
        var files = documents
            .DistinctBy(d => d.Path.File)
            .Select(f => (File: f, Measured: OfflineFiles.IsInCopy(f.Path) ? new MeasuredFile(f) : null))
            .ToList();
        var measured = files.Select(f => f.Measured).OfType<MeasuredFile>().OrderBy(m => m.File.Path).ToList();
        var headers = documents.FirstOrDefault(d => d.Path.Value == "/_headers") is { } rules
            ? ContentHash.Compute(rules.ToBytes())
            : "";
        var list = new Lazy<(string Version, string Files)>(() => ListOf(measured, headers));
        return
        [
            .. files.Select(f => f.Measured is { } counted ? f.File with { Write = counted.Write } : f.File),
            new(
                OfflineFiles.List,
                output =>
                    Encoding.UTF8.GetBytes(
                        $"{{\"version\":\"{list.Value.Version}\",\"headers\":\"{headers}\",\"files\":[\n"
                            + $"{list.Value.Files}\n]}}\n",
                        output
                    )
            )
            {
                DependsOnOthers = true,
            },
            new(
                OfflineFiles.News,
                output =>
                    Encoding.UTF8.GetBytes(
                        string.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            $"{{\"version\":\"{list.Value.Version}\",\"files\":{measured.Count},"
                                + $"\"bytes\":{measured.Sum(m => m.Size)}}}\n"
                        ),
                        output
                    )
            )
            {
                DependsOnOthers = true,
            },
        ];
    }

    private static (string, string) ListOf(IReadOnlyList<MeasuredFile> files, string headers)
    {
        var text = string.Join(
            ",\n",
            files.Select(f =>
                $"[\"{JsonEncodedText.Encode(f.File.Path.Href is { Length: > 0 } href ? href : "./")}\",\"{f.Hash}\"]"
            )
        );
        return (ContentHash.Compute(Encoding.UTF8.GetBytes($"{headers}\n{text}")), text);
    }
}

/// <summary>
/// A file whose hash and size are computed while it is written, or on demand if they are needed earlier.
/// </summary>
internal sealed class MeasuredFile(OutputFile file)
{
    /// <summary>The number of hash digits; enough unless files are crafted to collide.</summary>
    private const int Digits = 20;

    private (string Hash, long Size)? _measure;

    public OutputFile File => file;

    public string Hash => Measure.Hash;

    public long Size => Measure.Size;

    public void Write(IBufferWriter<byte> output)
    {
        using var counted = new CountedOutput(output);
        file.Write(counted);
        _measure = (counted.Hash[..Digits], counted.Size);
    }

    private (string Hash, long Size) Measure
    {
        get
        {
            if (_measure is null)
                Write(new ArrayBufferWriter<byte>());
            return _measure!.Value;
        }
    }

    private sealed class CountedOutput(IBufferWriter<byte> output) : IBufferWriter<byte>, IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private Memory<byte> _lent;

        public string Hash => Convert.ToHexStringLower(_hash.GetCurrentHash());

        public long Size { get; private set; }

        public void Advance(int count)
        {
            _hash.AppendData(_lent.Span[..count]);
            Size += count;
            output.Advance(count);
            _lent = _lent[count..];
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => _lent = output.GetMemory(sizeHint);

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public void Dispose() => _hash.Dispose();
    }
}
