using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The files of the input that are no pages. Those that a page refers to are published: pictures and the like under
/// <c>/assets/</c> with a hash in the name, so that a browser may keep them for ever; downloads under their own name.
/// </summary>
internal sealed class AssetTable(IReadOnlyList<SourceFile> files, AllowedContent allowed, DiagnosticBag diagnostics)
{
    private const int LongestName = 60;

    private static readonly char[] HighSurrogates = [.. Enumerable.Range(0xD800, 0x400).Select(c => (char)c)];

    private static readonly HashSet<string> Hashed =
        [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".mp4", ".webm", ".mp3", ".ogg", ".woff2"];

    private readonly Dictionary<SourcePath, SourceFile> _files = files.ToDictionary(f => f.Path);
    private readonly Lazy<ILookup<SitePath, SourceFile>> _shared = new(() => files.ToLookup(f => SitePath.OfFile(f.Path)));
    private readonly ConcurrentDictionary<SourcePath, Lazy<Asset?>> _published = new();

    /// <summary>Those that are known already; null where all are made anew.</summary>
    public ConditionalWeakTable<SourceFile, string>? Hashes { get; init; }

    public IReadOnlyList<SourceFile> Files => files;

    public IEnumerable<SourcePath> Paths => _files.Keys;

    public bool Contains(SourcePath path) => _files.ContainsKey(path);

    /// <summary>Null where the file cannot be read or may not be shown; then a diagnostic says so, once.</summary>
    public Asset? Publish(SourcePath path) => _published.GetOrAdd(path, p => new(() => Make(_files[p]))).Value;

    public IReadOnlyList<Asset> Published => [.. _published.Values.Select(a => a.Value).OfType<Asset>().OrderBy(a => a.Address)];

    private Asset? Make(SourceFile file)
    {
        try
        {
            var bytes = file.ReadBytes();
            if (UnsafeFile.WhatRunsCode(file.Path, bytes, allowed) is { } name)
            {
                diagnostics.Add(Diagnostic.At(MarkdownRules.UnsafeHtml, file.Path, $"'{name}' in this file", name));
                return null;
            }

            return new(file with { ReadBytes = () => bytes }, AddressOf(file, bytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Diagnostic.At(SourceRules.Unreadable, file.Path, e.Message));
            return null;
        }
    }

    /// <summary>Under a hash too: what could have the name of a page or its folder, and files whose names differ in capitals only.</summary>
    private SitePath AddressOf(SourceFile file, byte[] bytes)
    {
        var path = file.Path;
        var isPlain = path.Extension.Length > 1 && !Hashed.Contains(path.Extension) && path.Extension is not (".html" or ".htm" or ".md");
        if (isPlain && _shared.Value[SitePath.OfFile(path)].Count() == 1) return SitePath.OfFile(path);
        var name = SitePath.Slug(path.NameWithoutExtension);
        return new($"/assets/{(name.Length > LongestName ? name[..LongestName].TrimEnd(HighSurrogates) : name)}.{Hashes?.GetValue(file, _ => ContentHash.Of(bytes)) ?? ContentHash.Of(bytes)}{Ending(path)}");
    }

    private static string Ending(SourcePath path) => path.Extension.Length > 1 ? "." + SitePath.Slug(path.Extension) : "";
}
