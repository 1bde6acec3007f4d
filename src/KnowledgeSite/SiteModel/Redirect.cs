using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>An address that a page once had, and the one it has now.</summary>
public sealed record Redirect(SitePath From, SitePath To)
{
    internal static IReadOnlyList<Redirect> Gather(IReadOnlyList<SitePage> pages, IReadOnlyDictionary<SitePath, SitePage?> taken, DiagnosticBag diagnostics)
    {
        var redirects = new Dictionary<SitePath, (Redirect Redirect, SitePage Page)>();
        foreach (var page in pages)
        {
            foreach (var old in page.Content.FrontMatter.RedirectFrom)
            {
                if (AddressOf(old.Value) is not { } from)
                    diagnostics.Add(Diagnostic.At(LinkRules.RedirectInvalid, page.Content.Source, old.Span, old.Value));
                else if (taken.TryGetValue(from, out var owner))
                    diagnostics.Add(Diagnostic.At(LinkRules.RedirectTaken, page.Content.Source, old.Span, old.Value, owner is null ? "a generated page" : $"'{owner.Path}'"));
                else if (!redirects.TryAdd(from, (new(from, page.Address), page)))
                    diagnostics.Add(Diagnostic.At(LinkRules.RedirectTaken, page.Content.Source, old.Span, old.Value, $"'{redirects[from].Page.Path}'"));
            }
        }

        return [.. redirects.Values.Select(r => r.Redirect).OrderBy(r => r.From)];
    }

    /// <summary>Old addresses may lack their slashes and may name the file (<c>old/page.html</c>, <c>old/page/index.html</c>).</summary>
    private static SitePath? AddressOf(string text)
    {
        var path = Uri.UnescapeDataString(text.Trim());
        if (path.Length == 0 || path.Contains("://", StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal) || path.IndexOfAny(['?', '#', '\\', '\n']) >= 0) return null;
        if (path.EndsWith("index.html", StringComparison.OrdinalIgnoreCase)) path = path[..^"index.html".Length];
        if (path.Split('/').Any(s => s is "." or "..")) return null;
        path = "/" + path.Trim('/');
        return path == "/" ? null : new(Path.HasExtension(path) ? path : path + "/");
    }
}
