using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel.Moving;

/// <summary>What has to be written so that a page has another place and every link still leads where it did.</summary>
/// <param name="To">Where its file will lie, below the input folder.</param>
public sealed class PageMove(Site site, SitePage page, SourcePath to)
{
    /// <summary>The new texts of the files that change, by their paths as they are now; the moved page's among them, with its old address as a redirect.</summary>
    public IReadOnlyList<(SourcePath Path, string Text)> Edits =>
    [
        .. site.Pages.Select(p => (p.Path, Before: p.Content.Source.Text!.Value, After: TextOf(p))).Where(e => e.Before != e.After).Select(e => (e.Path, e.After)),
    ];

    /// <summary>The text of <c>search-tests.yaml</c> in which the page is expected under its new path.</summary>
    public string TestsOf(SourceFile tests)
    {
        var (source, address) = (tests.Text!.Value, SitePath.OfPage(to.WithoutExtension()));
        return TextEdits.Apply(source, SearchTest.ReadAll(tests, new DiagnosticBag()).Where(t => Names(t.Expect.Value.Split('#')[0])).Select(t =>
            (t.Expect.Span, source.Substring(t.Expect.Span.Start, t.Expect.Span.Length).Replace(page.Path.Value, to.Value, StringComparison.Ordinal).Replace(page.Address.Value, address.Value, StringComparison.Ordinal))));

        bool Names(string expected) => expected == page.Path.Value || expected == page.Address.Value;
    }

    private string TextOf(SitePage from)
    {
        var text = TextEdits.Apply(from.Content.Source.Text!.Value, LinksOf(from));
        return from == page ? RedirectEntry.Add(text, page.Address) : text;
    }

    private IEnumerable<(SourceSpan Span, string Text)> LinksOf(SitePage from)
    {
        var (links, resolved, source) = (from.Content.Body.Links, site.Links[from.Path], from.Content.Source.Text!.Value);
        for (var i = 0; i < links.Count; i++)
        {
            if (resolved[i] is not ResolvedLink.Internal target) continue;
            var written = source.Substring(links[i].Span.Start, Math.Min(links[i].Span.Length, source.Length - links[i].Span.Start));
            var rewritten = links[i].Form == LinkForm.Wiki ? Wiki(from, target, written) : Address(from, target, written);
            if (rewritten is not null && rewritten != written) yield return (links[i].Span, rewritten);
        }
    }

    /// <summary>Null where the link may stay as it is.</summary>
    private string? Address(SitePage from, ResolvedLink.Internal target, string written)
    {
        var rest = written.IndexOfAny(['#', '?']) is >= 0 and var end ? written[end..] : "";
        var path = written[..^rest.Length];
        if (path.Length == 0 || path.StartsWith("xref:", StringComparison.OrdinalIgnoreCase)) return null;
        var isFromRoot = path.StartsWith('/') || LinkAddress.HasScheme(path);
        if (target.Address == page.Address) return (isFromRoot ? "/" + Encoded(to.Value) : Relative(from, to)) + rest;
        if (from != page || isFromRoot) return null;
        return from.Path.Folder.Resolve(Uri.UnescapeDataString(path)) is { } other ? Relative(from, other) + (path.EndsWith('/') ? "/" : "") + rest : null;
    }

    /// <summary>A name that stays the same goes on being found by itself.</summary>
    private string? Wiki(SitePage from, ResolvedLink.Internal target, string written)
    {
        var end = written.AsSpan(2).IndexOfAny('#', '|', ']') is >= 0 and var found ? found + 2 : written.Length;
        var name = written[2..end].Trim();
        if (name.Length == 0) return null;
        if (target.Address == page.Address) return IsStillNamed(name) ? null : "[[" + to.WithoutExtension() + written[end..];
        if (from != page || site.Pages.FirstOrDefault(p => p.Address == target.Address) is not { } other) return null;
        return from.Path.Folder.Resolve(name) is { } near && (near == other.Path || near == other.Path.WithoutExtension()) ? "[[" + other.Path.WithoutExtension() + written[end..] : null;
    }

    private bool IsStillNamed(string name) => !name.Contains('/', StringComparison.Ordinal) && (name.Equals(page.Title, StringComparison.OrdinalIgnoreCase)
        || (name.Equals(to.NameWithoutExtension, StringComparison.OrdinalIgnoreCase) && site.Pages.Count(p => LinkIndex.NameOf(p).Equals(name, StringComparison.OrdinalIgnoreCase)) == 1));

    private string Relative(SitePage from, SourcePath target) => Encoded(RelativePath.Between((from == page ? to : from.Path).Folder, target));

    /// <summary>What would end an address in Markdown.</summary>
    private static string Encoded(string path) =>
        path.Replace("%", "%25", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
}
