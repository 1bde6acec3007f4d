using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel.Maps;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Collects the redirects of a site: those that pages and folders declare, and those that follow from them.
/// </summary>
/// <param name="index">The index of all pages of the site.</param>
/// <param name="files">The addresses of published files.</param>
internal sealed class FormerAddresses(LinkIndex index, IEnumerable<SitePath> files, DiagnosticBag diagnostics)
{
    private readonly HashSet<SitePath> _files = [.. files.Select(Folded)];

    /// <summary>The declared redirects by address in lower case.</summary>
    private readonly Dictionary<SitePath, (Redirect Redirect, SourcePath By)> _named = [];

    public void Add(IEnumerable<SitePage> pages)
    {
        foreach (var page in pages)
        foreach (var old in page.Content.FrontMatter.RedirectFrom)
            Add(old, page.Content.Source, page.Address);
    }

    /// <summary>
    /// Adds the redirects that folders declare in <c>_folder.yaml</c>, used by folders without a page of their own.
    /// </summary>
    public void Add(IEnumerable<FolderSettings> settings, IReadOnlyDictionary<SourcePath, SiteFolder> folders)
    {
        foreach (var setting in settings.Where(s => folders.ContainsKey(s.Folder)))
        foreach (var old in setting.RedirectFrom)
            Add(old, setting.Source, folders[setting.Folder].Address);
    }

    /// <summary>
    /// Adds redirects of generated pages, which move together with their page or folder: the sheets of a workshop, the
    /// matrix of a ladder, the map of a folder.
    /// </summary>
    /// <param name="generated">The addresses of generated pages.</param>
    /// <param name="renamed">Redirects of pages that are generated from something with a former name.</param>
    public IReadOnlyList<Redirect> WithGenerated(IEnumerable<SitePath> generated, IEnumerable<Redirect> renamed)
    {
        var named = _named.Values.Select(r => r.Redirect).Where(r => r.From.IsPage).ToLookup(r => r.To);
        var addresses = named.Count == 0 ? [] : generated.ToHashSet();
        var below = addresses.SelectMany(address =>
            named[HomeOf(address, addresses)]
                .Select(r => new Redirect(r.From.Append(address.Value[r.To.Value.Length..]), address))
        );
        var maps = named
            .SelectMany(g => g)
            .Select(r => new Redirect(SiteMaps.At(r.From), SiteMaps.At(r.To)))
            .Where(r => index.HasPage(r.To));
        return
        [
            .. _named
                .Values.Select(r => r.Redirect)
                .Concat(renamed.Concat(below).Concat(maps).Where(r => !index.HasPage(r.From)))
                .DistinctBy(r => r.From)
                .OrderBy(r => r.From),
        ];
    }

    /// <summary>The nearest page or folder above the address that is not generated itself.</summary>
    private SitePath HomeOf(SitePath address, HashSet<SitePath> generated)
    {
        var above = address;
        do above = new(above.Value[..(above.Value.LastIndexOf('/', above.Value.Length - 2) + 1)]);
        while (above != SitePath.Home && (generated.Contains(above) || !index.HasPage(above)));
        return above;
    }

    private void Add(Located<string> old, SourceFile source, SitePath to)
    {
        if (Redirect.AddressOf(old.Value) is not { } from)
            diagnostics.Add(Diagnostic.At(LinkRules.RedirectInvalid, source, old.Span, old.Value));
        else if (PageOf(from) == to)
            diagnostics.Add(Diagnostic.At(LinkRules.RedirectToItself, source, old.Span, old.Value));
        else if (HolderOf(from) is { } holder)
            Refuse(holder);
        else if (!_named.TryAdd(Folded(from), (new(from, to), source.Path)) && _named[Folded(from)].Redirect.To != to)
            Refuse($"a redirect to '{_named[Folded(from)].By}'");

        void Refuse(string holder) =>
            diagnostics.Add(Diagnostic.At(LinkRules.RedirectTaken, source, old.Span, old.Value, holder));
    }

    /// <summary>A description of what already has the address, ignoring letter case; null if it is free.</summary>
    private string? HolderOf(SitePath address)
    {
        var folded = Folded(address);
        if (
            ReservedAddresses.PurposeOf(address) is not null
            || ReservedAddresses.IsInOwnFolder(address)
            || _files.Contains(folded)
        )
            return "a file of the site itself";
        folded = PageOf(address);
        if (!index.HasPage(folded))
            return null;
        var isSame = folded == address;
        return (index.Page(folded) is { } page ? $"'{page.Path}'" : "a generated page")
            + (isSame ? "" : $" at '{folded}'");
    }

    /// <summary>
    /// The address of the page that an address refers to, ignoring letter case, or by the name of its Markdown file.
    /// </summary>
    private static SitePath PageOf(SitePath address)
    {
        var folded = Folded(address);
        return folded.Value.EndsWith("/index.md", StringComparison.Ordinal)
            ? new(folded.Value[..^"index.md".Length])
            : folded;
    }

    private static SitePath Folded(SitePath address) => new(address.Value.ToLowerInvariant());
}

/// <summary>A redirect from a former address of a page to its current one.</summary>
public sealed record Redirect(SitePath From, SitePath To)
{
    /// <summary>The maximum length of a redirected address in UTF-8 bytes.</summary>
    private const int MaxNameBytes = 200;

    private const int MaxAddressLength = 1000;

    /// <summary>
    /// True if an HTML page can be generated at the old address, for hosts that do not support redirects.
    /// </summary>
    public bool HasPage =>
        From.IsPage
        || From.Value.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
        || From.Value.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Parses an old address, which may lack slashes or name the file (<c>old/page.html</c>,
    /// <c>old/page/index.html</c>). Null if no page can have had it, or if a file system cannot store it.
    /// </summary>
    internal static SitePath? AddressOf(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal) || text.StartsWith("//", StringComparison.Ordinal))
            return null;
        var path = Uri.UnescapeDataString(text.Trim());
        if (path.Any(c => char.IsControl(c) || c is '?' or '#' or '\\') || path.Length > MaxAddressLength)
            return null;

        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > 0 && names[^1].Equals("index.html", StringComparison.OrdinalIgnoreCase))
            names = names[..^1];
        if (names.Length == 0 || names.Any(n => n[0] is '.' or '_' || Encoding.UTF8.GetByteCount(n) > MaxNameBytes))
            return null;
        if (names[..^1].Any(IsFileName))
            return null;
        return new(IsFileName(names[^1]) ? $"/{string.Join('/', names)}" : $"/{string.Join('/', names)}/");
    }

    private static bool IsFileName(string name) => Path.GetExtension(name).Skip(1).Any(char.IsAsciiLetter);
}
