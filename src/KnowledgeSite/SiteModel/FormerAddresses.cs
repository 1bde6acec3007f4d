using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel.Maps;

namespace KnowledgeSite.SiteModel;

/// <summary>Gathers the redirects of a site: those that pages and folders name, and those that follow from them.</summary>
/// <param name="index">Of every address that the site has.</param>
internal sealed class FormerAddresses(LinkIndex index, DiagnosticBag diagnostics)
{
    private readonly Dictionary<SitePath, (Redirect Redirect, SourcePath By)> _named = [];

    public void AddOf(IEnumerable<SitePage> pages)
    {
        foreach (var page in pages)
            foreach (var old in page.Content.FrontMatter.RedirectFrom) Add(old, page.Content.Source, page.Address);
    }

    /// <summary>A folder says it in its <c>_folder.yaml</c> where it has no page of its own to say it in.</summary>
    public void AddOf(IEnumerable<FolderSettings> settings, IReadOnlyDictionary<SourcePath, SiteFolder> folders)
    {
        foreach (var setting in settings.Where(s => folders.ContainsKey(s.Folder)))
            foreach (var old in setting.RedirectFrom) Add(old, setting.Source, folders[setting.Folder].Address);
    }

    /// <summary>What is made below a page moves with it: the sheets of a workshop, the matrix of a ladder; and so does the map of a folder.</summary>
    /// <param name="made">The addresses of pages that are made.</param>
    /// <param name="renamed">Redirects of pages that are made from something that had another name.</param>
    public IReadOnlyList<Redirect> WithMade(IEnumerable<SitePath> made, IEnumerable<Redirect> renamed)
    {
        var named = _named.Values.Select(r => r.Redirect).Where(r => r.From.IsPage).ToLookup(r => r.To);
        var addresses = named.Count == 0 ? [] : made.ToHashSet();
        var below = addresses.SelectMany(address => named[HomeOf(address, addresses)].Select(r => new Redirect(r.From.Append(address.Value[r.To.Value.Length..]), address)));
        var maps = named.SelectMany(g => g).Select(r => new Redirect(SiteMaps.At(r.From), SiteMaps.At(r.To))).Where(r => index.HasPage(r.To));
        return [.. _named.Values.Select(r => r.Redirect).Concat(renamed.Concat(below).Concat(maps).Where(r => !index.HasPage(r.From))).DistinctBy(r => r.From).OrderBy(r => r.From)];
    }

    /// <summary>The nearest page or folder above that is not made itself.</summary>
    private SitePath HomeOf(SitePath address, HashSet<SitePath> made)
    {
        var above = address;
        do above = new(above.Value[..(above.Value.LastIndexOf('/', above.Value.Length - 2) + 1)]);
        while (above != SitePath.Home && (made.Contains(above) || !index.HasPage(above)));
        return above;
    }

    private void Add(Located<string> old, SourceFile source, SitePath to)
    {
        if (Redirect.AddressOf(old.Value) is not { } from) diagnostics.Add(Diagnostic.At(LinkRules.RedirectInvalid, source, old.Span, old.Value));
        else if (ReservedAddresses.PurposeOf(from) is not null) Refuse("a file of the site itself");
        else if (index.HasPage(from)) Refuse(index.Page(from) is { } owner ? $"'{owner.Path}'" : "a generated page");
        else if (!_named.TryAdd(from, (new(from, to), source.Path))) Refuse($"'{_named[from].By}'");

        void Refuse(string holder) => diagnostics.Add(Diagnostic.At(LinkRules.RedirectTaken, source, old.Span, old.Value, holder));
    }
}
