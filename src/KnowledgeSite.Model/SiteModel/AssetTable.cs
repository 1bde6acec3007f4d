using System.Collections.Concurrent;
using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The files of the input that are not pages, each with the address that it has when it is published: images, styles
/// and media under <c>/assets/</c> with a hash in the name, so that browsers can cache them without limit; downloads
/// under their own names. A file is read when its address is first asked for. Thread-safe.
/// </summary>
internal sealed class AssetTable(IReadOnlyList<SourceFile> files, AllowedContent allowed)
{
    private const int MaxNameLength = 60;

    private static readonly char[] HighSurrogates = [.. Enumerable.Range(0xD800, 0x400).Select(c => (char)c)];

    private static readonly HashSet<string> Hashed =
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".avif",
        ".svg",
        ".ico",
        ".mp4",
        ".webm",
        ".mp3",
        ".ogg",
        ".woff2",
    ];

    private static readonly HashSet<string> Images = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"];

    private readonly Dictionary<SourcePath, SourceFile> _files = files.ToDictionary(f => f.Path);
    private readonly Lazy<ILookup<SitePath, SourceFile>> _shared = new(() =>
        files.ToLookup(f => SitePath.OfFile(f.Path))
    );
    private readonly ConcurrentDictionary<SourcePath, Lazy<Entry>> _entries = new();

    /// <summary>The cached content hashes; null to compute all hashes.</summary>
    public ConditionalWeakTable<SourceFile, string>? Hashes { get; init; }

    /// <summary>
    /// The glob patterns of files that <c>site.yaml</c> publishes. A file whose full path is listed keeps its own
    /// address.
    /// </summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>The addresses of generated files, each with the file from which it is generated.</summary>
    public IReadOnlyDictionary<SitePath, SourcePath> Generated { get; init; } = new Dictionary<SitePath, SourcePath>();

    public IReadOnlyList<SourceFile> Files => files;

    public IEnumerable<SourcePath> Paths => _files.Keys;

    public bool Contains(SourcePath path) => _files.ContainsKey(path);

    /// <summary>The file as it is published; null if it cannot be read or is not allowed.</summary>
    public Asset? Find(SourcePath path) => EntryOf(path).Asset;

    /// <summary>
    /// Publishes these files and those that <c>site.yaml</c> names. Each file that cannot be read, is not allowed or
    /// has another address than its own is reported once.
    /// </summary>
    /// <param name="referenced">The files that pages refer to.</param>
    public PublishedAssets Publish(IEnumerable<SourcePath> referenced, DiagnosticBag diagnostics)
    {
        var paths = referenced.Concat(_files.Keys.Where(IsNamed)).ToHashSet();
        var entries = paths.Order().Select(EntryOf).ToList();
        diagnostics.AddRange(entries.SelectMany(e => e.Findings));
        return new([.. entries.Select(e => e.Asset).OfType<Asset>().OrderBy(a => a.Address)], paths);
    }

    /// <summary>In the patterns of <c>site.yaml</c>, <c>*</c> and <c>?</c> also match the slash.</summary>
    private bool IsNamed(SourcePath path) =>
        Named.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, path.Value, ignoreCase: false));

    private Entry EntryOf(SourcePath path) =>
        _entries
            .GetOrAdd(
                path,
                p =>
                    new(() =>
                    {
                        var findings = new DiagnosticBag();
                        return new(CreateAsset(_files[p], findings), findings.Sorted());
                    })
            )
            .Value;

    private Asset? CreateAsset(SourceFile file, DiagnosticBag diagnostics)
    {
        try
        {
            var source = file.ReadBytes();
            var bytes = ImageFile.RemoveMetadata(source);
            var isAllowed = allowed.AllowsFile(file.Path);
            if (!isAllowed && UnsafeFile.WhatRunsCode(file.Path, bytes, allowed) is { } name)
            {
                diagnostics.Add(Diagnostic.At(MarkdownRules.UnsafeHtml, file.Path, $"'{name}' in this file", name));
                return null;
            }

            var published = file with { ReadBytes = () => bytes };
            if (!isAllowed && ActiveFile.InertEnding(file.Path) is { } ending)
            {
                if (PurposeOf(PlainAddressOf(file.Path)) is { } purpose)
                    ReportTaken(file.Path, purpose, diagnostics);
                else
                    diagnostics.Add(
                        Diagnostic.At(
                            LinkRules.ActiveFile,
                            file.Path,
                            file.Path,
                            ending == ActiveFile.TextEnding ? "plain text" : "a download"
                        )
                    );
                return new(published, HashedAddressOf(file, bytes).Append(ending));
            }

            if (ImageProblem.Find(file.Path, bytes) is { } problem)
                diagnostics.Add(Diagnostic.At(SourceRules.ImageProblem, file.Path, file.Path, problem));
            return new(published, AddressOf(file, bytes, diagnostics))
            {
                Size = Images.Contains(file.Path.Extension) ? ImageFile.ReadSize(bytes) : null,
                CanBeResized = ImageFile.CanBeResized(bytes),
                Length = bytes.Length,
                SourceLength = source.Length,
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Diagnostic.At(SourceRules.Unreadable, file.Path, e.Message));
            return null;
        }
    }

    /// <summary>
    /// The address of a file. It also contains a hash if the file could collide with a page or a page's folder, or if
    /// file names differ only in letter case.
    /// </summary>
    private SitePath AddressOf(SourceFile file, byte[] bytes, DiagnosticBag diagnostics)
    {
        var path = file.Path;
        if (FixedAddressOf(path) is { } own)
            return own;
        var plain = PlainAddressOf(path);
        if (Hashed.Contains(path.Extension) || path.Extension is ".html" or ".htm" or ".md")
            return HashedAddressOf(file, bytes);
        if (PurposeOf(plain) is { } purpose)
        {
            ReportTaken(path, purpose, diagnostics);
            return HashedAddressOf(file, bytes);
        }

        var hasEnding = path.Extension.Length > 1 && !path.Extension.Skip(1).All(char.IsAsciiDigit);
        var isPlain = hasEnding && !ReservedAddresses.IsInOwnFolder(plain) && _shared.Value[plain].Count() == 1;
        return isPlain ? plain : HashedAddressOf(file, bytes);
    }

    /// <summary>
    /// The fixed address that hosts and programs request by name (<c>/CNAME</c>, <c>/.well-known/security.txt</c>): for
    /// files in <c>.well-known</c> and for files whose full path <c>site.yaml</c> lists. Null for all other files.
    /// </summary>
    private SitePath? FixedAddressOf(SourcePath path)
    {
        if (!path.IsWithin(FolderTree.WellKnown) && !Named.Contains(path.Value, StringComparer.Ordinal))
            return null;
        if (
            path.Value.AsSpan().IndexOfAnyExcept(PlainInAddress) >= 0
            || path.Extension is ".html" && path.NameWithoutExtension == "index"
        )
            return null;
        var address = new SitePath("/" + path.Value);
        return ReservedAddresses.MayBeReplaced(address) && !Generated.ContainsKey(address) ? address : null;
    }

    private static SitePath PlainAddressOf(SourcePath path) =>
        path.Extension.Length > 1
            ? SitePath.OfFile(path)
            : new($"{SitePath.OfPage(path.Folder)}{SitePath.Slug(path.FileName)}");

    private static void ReportTaken(SourcePath path, string purpose, DiagnosticBag diagnostics) =>
        diagnostics.Add(Diagnostic.At(LinkRules.FileAddressTaken, path, path, PlainAddressOf(path), purpose));

    private string? PurposeOf(SitePath address) =>
        ReservedAddresses.PurposeOf(address)
        ?? (Generated.TryGetValue(address, out var source) ? $"generated from '{source}'" : null);

    private SitePath HashedAddressOf(SourceFile file, byte[] bytes)
    {
        var path = file.Path;
        var name = SitePath.Slug(path.NameWithoutExtension);
        return SitePath.OfAsset(
            name.Length > MaxNameLength ? name[..MaxNameLength].TrimEnd(HighSurrogates) : name,
            Hashes?.GetValue(file, _ => ContentHash.Compute(bytes)) ?? ContentHash.Compute(bytes),
            Ending(path)
        );
    }

    private static string Ending(SourcePath path) =>
        path.Extension.Length > 1 ? "." + SitePath.Slug(path.Extension) : "";

    private static readonly System.Buffers.SearchValues<char> PlainInAddress = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._/"
    );

    private sealed record Entry(Asset? Asset, IReadOnlyList<Diagnostic> Findings);
}

/// <summary>The files that are published.</summary>
/// <param name="All">Sorted by address.</param>
/// <param name="Requested">The files that pages refer to or settings name, including those that cannot be read or are
/// not allowed.</param>
internal sealed record PublishedAssets(IReadOnlyList<Asset> All, IReadOnlySet<SourcePath> Requested);

/// <summary>A file that pages refer to, published beside them.</summary>
/// <param name="Address">Contains a hash of the content if the browser loads the file with the page; otherwise
/// stable.</param>
public sealed record Asset(SourceFile File, SitePath Address)
{
    /// <summary>
    /// True if the asset replaces a generated file, because <c>site.yaml</c> lists it under <c>files</c>.
    /// </summary>
    public bool ReplacesGenerated => ReservedAddresses.PurposeOf(Address) is not null;

    /// <summary>The size at which browsers show the image; null for other files and for images without it.</summary>
    internal PixelSize? Size { get; init; }

    /// <summary>True for an image of which smaller variants can be made.</summary>
    internal bool CanBeResized { get; init; }

    /// <summary>The length in bytes.</summary>
    internal int Length { get; init; }

    /// <summary>The length of the input file in bytes, with the metadata that is not published.</summary>
    internal int SourceLength { get; init; }
}
