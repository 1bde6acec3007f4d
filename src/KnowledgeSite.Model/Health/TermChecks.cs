using System.Buffers;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>Finds glossary terms that no other page uses.</summary>
internal static class TermChecks
{
    public static IEnumerable<Diagnostic> Check(Site site)
    {
        // A term without links may still be used where terms are never linked: in headings and in link texts.
        var silent = site.Glossary.Terms.Where(t => site.Glossary.PagesUsing(t).All(p => p == t.Page)).ToHashSet();
        foreach (var page in site.Pages.Where(p => p.Content.Terms.Count == 0))
        {
            if (silent.Count == 0)
                break;
            if (page.Content.Source.Text is { } text)
                RemoveNamed(silent, text.Value);
        }

        return silent
            .OrderBy(t => t.Number)
            .Select(t => Diagnostic.At(HealthRules.UnusedTerm, t.Page.Content.Source, t.Written.Name.Span, t.Title));
    }

    private static void RemoveNamed(HashSet<Term> silent, ReadOnlySpan<char> text)
    {
        for (var names = NamesOf(silent); silent.Count > 0 && text.IndexOfAny(names) is >= 0 and var found; )
        {
            text = text[found..];
            var rest = text.ToString();
            silent.RemoveWhere(t =>
                t.Written.Names.Any(n => rest.StartsWith(n.Value, StringComparison.OrdinalIgnoreCase))
            );
            names = NamesOf(silent);
        }
    }

    private static SearchValues<string> NamesOf(IEnumerable<Term> terms) =>
        SearchValues.Create(
            [.. terms.SelectMany(t => t.Written.Names).Select(n => n.Value)],
            StringComparison.OrdinalIgnoreCase
        );
}
