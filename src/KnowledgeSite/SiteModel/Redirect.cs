using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>An address that a page once had, and the one it has now.</summary>
public sealed record Redirect(SitePath From, SitePath To)
{
    /// <summary>In bytes of UTF-8.</summary>
    private const int LongestName = 200;

    private const int LongestAddress = 1000;

    /// <summary>Files that the site has by itself; see the contract of its output.</summary>
    private static readonly HashSet<string> OwnFiles = ["/404.html", "/robots.txt", "/sitemap.xml", "/llms.txt", "/api/pages.json"];

    /// <summary>A browser shows it as a page, so one can stand there for hosts that know no redirects.</summary>
    public bool HasPage => From.IsPage || From.Value.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || From.Value.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    /// <param name="made">Those of pages that are made; what a page says of the same address comes before them.</param>
    internal static IReadOnlyList<Redirect> Gather(IReadOnlyList<SitePage> pages, IEnumerable<Redirect> made, IReadOnlyDictionary<SitePath, SitePage?> taken, DiagnosticBag diagnostics)
    {
        var redirects = new Dictionary<SitePath, (Redirect Redirect, SitePage Page)>();
        foreach (var page in pages)
        {
            foreach (var old in page.Content.FrontMatter.RedirectFrom)
            {
                if (AddressOf(old.Value) is not { } from)
                    diagnostics.Add(Diagnostic.At(LinkRules.RedirectInvalid, page.Content.Source, old.Span, old.Value));
                else if (OwnFiles.Contains(from.Value))
                    diagnostics.Add(Diagnostic.At(LinkRules.RedirectTaken, page.Content.Source, old.Span, old.Value, "a file of the site itself"));
                else if (taken.TryGetValue(from, out var owner))
                    diagnostics.Add(Diagnostic.At(LinkRules.RedirectTaken, page.Content.Source, old.Span, old.Value, owner is null ? "a generated page" : $"'{owner.Path}'"));
                else if (!redirects.TryAdd(from, (new(from, page.Address), page)))
                    diagnostics.Add(Diagnostic.At(LinkRules.RedirectTaken, page.Content.Source, old.Span, old.Value, $"'{redirects[from].Page.Path}'"));
            }
        }

        return [.. redirects.Values.Select(r => r.Redirect).Concat(made.Where(m => !taken.ContainsKey(m.From))).DistinctBy(r => r.From).OrderBy(r => r.From)];
    }

    /// <summary>
    /// Old addresses may lack their slashes and may name the file (<c>old/page.html</c>, <c>old/page/index.html</c>). Null for
    /// what no page of a site can have had, or what a file system could not hold.
    /// </summary>
    internal static SitePath? AddressOf(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal) || text.StartsWith("//", StringComparison.Ordinal)) return null;
        var path = Uri.UnescapeDataString(text.Trim());
        if (path.Any(c => char.IsControl(c) || c is '?' or '#' or '\\') || path.Length > LongestAddress) return null;

        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > 0 && names[^1].Equals("index.html", StringComparison.OrdinalIgnoreCase)) names = names[..^1];
        if (names.Length == 0 || names.Any(n => n[0] is '.' or '_' || Encoding.UTF8.GetByteCount(n) > LongestName)) return null;
        if (names[..^1].Any(IsFileName)) return null;
        return new(IsFileName(names[^1]) ? $"/{string.Join('/', names)}" : $"/{string.Join('/', names)}/");
    }

    private static bool IsFileName(string name) => Path.GetExtension(name).Skip(1).Any(char.IsAsciiLetter);
}
