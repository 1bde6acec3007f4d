using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Collects the terms of all glossaries and finds them in the text of all pages. Each page is read once, regardless of
/// the number of terms.
/// </summary>
internal sealed class GlossaryBuilder(IReadOnlyList<SitePage> pages, DiagnosticBag diagnostics)
{
    private readonly TermNames _names = new();
    private readonly SuggestionIndex _similar = new(
        pages.SelectMany(p => p.Content.Terms).SelectMany(t => t.Names).Select(n => n.Value)
    );

    /// <summary>The terms sorted by page, then alphabetically.</summary>
    public IReadOnlyList<Term> Terms { get; } =
    [
        .. pages
            .Where(p => p.Content.Terms.Count > 0)
            .SelectMany(p => p.Content.Terms.Select(t => (Page: p, Term: t)))
            .Select((t, i) => new Term(t.Term, t.Page, i)),
    ];

    /// <param name="links">The resolved links of each page.</param>
    public Glossary Build(LinkTable links, CancellationToken cancellation)
    {
        if (Terms.Count == 0)
            return Glossary.Empty;
        RegisterNames();
        var places = Terms
            .Where(t => t.Id.Length > 0)
            .DistinctBy(t => (t.Address, t.Suffix))
            .ToDictionary(t => (t.Address, t.Suffix), t => t.Number);
        var undefined = Terms.Where(t => t.Written.Definition is null).Select(t => t.Number).ToList();
        var found = new IReadOnlyList<TermLink>[pages.Count];
        var used = new IReadOnlyList<int>[pages.Count];
        var finders = new ThreadLocal<TermFinder>(() => new(_names));
        EachDocument.Run(
            pages,
            (i, page) =>
            {
                var byHand = links[page.Path]
                    .OfType<ResolvedLink.Internal>()
                    .Where(l => places.ContainsKey((l.Address, l.Suffix)))
                    .Select(l => places[(l.Address, l.Suffix)])
                    .ToHashSet();
                found[i] = IsLinked(page)
                    ? finders.Value!.Find(page.Content.Body.Html, [.. byHand, .. undefined], FindUnlinkedNames(page))
                    : [];
                used[i] =
                    page.Content.FrontMatter.Kind == PageKind.Glossary
                        ? []
                        : [.. found[i].Select(l => l.Term).Concat(byHand).Distinct().Order()];
            },
            cancellation
        );
        return new(Terms, Collect(found), Collect(used));
    }

    private static bool IsLinked(SitePage page) =>
        page.Content.FrontMatter is { Kind: not PageKind.Glossary, Glossary.IsLinked: true };

    private Dictionary<SitePage, IReadOnlyList<T>> Collect<T>(IReadOnlyList<T>[] values) =>
        Enumerable.Range(0, pages.Count).Where(i => values[i].Count > 0).ToDictionary(i => pages[i], i => values[i]);

    /// <summary>
    /// Registers all names. Names that are never linked come first, so that they do not link to their own term either.
    /// If two terms share a name, the first in its file wins.
    /// </summary>
    private void RegisterNames()
    {
        foreach (var word in Terms.SelectMany(t => t.Written.NotLinked))
            _names.Add(word.Value, TermNames.NoTerm);
        foreach (var term in Terms.OrderBy(t => t.Page.Path).ThenBy(t => t.Written.Name.Span.Start))
        foreach (var name in term.Written.Names)
        {
            if (
                _names.Add(name.Value, term.Number) is not { } taken
                || taken == term.Number
                || taken == TermNames.NoTerm
            )
                continue;
            diagnostics.Add(
                Diagnostic.At(
                    GlossaryRules.SameName,
                    term.Page.Content.Source,
                    name.Span,
                    name.Value,
                    Terms[taken].Title,
                    Place(Terms[taken])
                )
            );
        }
    }

    private static string Place(Term term) =>
        $"'{term.Page.Path}', line {term.Page.Content.Source.Text!.PositionAt(term.Written.Name.Span.Start).Line}";

    private List<int> FindUnlinkedNames(SitePage page)
    {
        var never = new List<int>();
        foreach (var word in page.Content.FrontMatter.Glossary.Never)
        {
            if (_names.Find(word.Value) is > 0 and var node)
                never.Add(node);
            else
                diagnostics.Add(
                    Diagnostic.At(
                        GlossaryRules.UnknownTermUnderNever,
                        page.Content.Source,
                        word.Span,
                        word.Value,
                        _similar.DidYouMean(word.Value, "Correct it, or remove it.")
                    )
                );
        }

        return never;
    }
}

/// <summary>
/// Finds the first use of each term in the text of a page, in one pass. The longest of several names with the same
/// first word wins. Headings, code, formulas, links and elements with the class <c>no-glossary</c> are skipped.
/// Reusable, but not thread-safe.
/// </summary>
internal sealed class TermFinder(TermNames names)
{
    private static readonly bool[] LeftOut = BodyTags.Table(
        "a abbr button code datalist dfn h1 h2 h3 h4 h5 h6 kbd label math pre samp script select style summary svg "
            + "template textarea th title var"
    );

    private static readonly byte[][] LeftOutClasses =
    [
        [.. "no-glossary"u8],
        [.. "container-title"u8],
        [.. "markdown-alert-title"u8],
        [.. "math"u8],
    ];

    private readonly TermWords _words = new();
    private char[] _text = new char[4096];

    /// <param name="taken">The terms that must not be linked on the page; found terms are added.</param>
    /// <param name="never">Nodes of the name tree that the page uses with another meaning.</param>
    public IReadOnlyList<TermLink> Find(BodyHtml html, HashSet<int> taken, IReadOnlyCollection<int> never)
    {
        var found = new List<TermLink>();
        var at = 0;
        for (var i = 0; i < html.Tags.Length; i++)
        {
            var tag = html.Tags[i];
            if (tag.Start > at)
                Read(html.Utf8, at, tag.Start, taken, never, found);
            if (IsLeftOut(html, tag))
                i = html.FindLastTag(i);
            at = html.Tags[i].End;
        }

        if (at < html.Utf8.Length)
            Read(html.Utf8, at, html.Utf8.Length, taken, never, found);
        return found;
    }

    private static bool IsLeftOut(BodyHtml html, BodyTag tag)
    {
        if (tag.IsEnd || LeftOut[tag.Element])
            return !tag.IsEnd;
        if (tag.IsVoid)
            return false;
        foreach (var left in LeftOutClasses)
            if (html.HasClass(tag, left))
                return true;
        return false;
    }

    private void Read(
        byte[] html,
        int start,
        int end,
        HashSet<int> taken,
        IReadOnlyCollection<int> never,
        List<TermLink> found
    )
    {
        var bytes = html.AsSpan(start, end - start);
        if (_text.Length < bytes.Length)
            _text = new char[bytes.Length * 2];
        var text = _text.AsSpan(0, Encoding.UTF8.GetChars(bytes, _text));
        MaskReferences(text);
        _words.Read(text);

        // Convert character offsets to byte offsets, counting on from the last match, since there are few.
        var characters = 0;
        var at = start;
        for (var i = 0; i < _words.Count; i++)
        {
            if (FindLongest(i) is not { } name)
                continue;
            if (name.Term >= 0 && !never.Contains(name.Node) && taken.Add(name.Term))
            {
                var begin = _words.StartOf(i) - _words.SignBefore(i).Length;
                at += Encoding.UTF8.GetByteCount(text[characters..begin]);
                characters = _words.EndOf(name.Last) + _words.SignAfter(name.Last).Length;
                var after = at + Encoding.UTF8.GetByteCount(text[begin..characters]);
                found.Add(new(at, after, name.Term));
                at = after;
            }

            i = name.Last;
        }
    }

    /// <summary>
    /// Replaces character references (<c>&amp;amp;</c>) by spaces of the same length, so that offsets stay valid.
    /// </summary>
    private static void MaskReferences(Span<char> text)
    {
        for (var from = 0; text[from..].IndexOf('&') is >= 0 and var found; )
        {
            from += found;
            var length = text[from..Math.Min(text.Length, from + 40)].IndexOf(';') + 1;
            text.Slice(from, Math.Max(1, length)).Fill(' ');
            from += Math.Max(1, length);
        }
    }

    private Name? FindLongest(int word)
    {
        Name? longest = null;
        if (!_words.ContinuesOther(word))
            Descend(0, word, _words.SignBefore(word), ref longest);
        return longest;
    }

    /// <summary>
    /// Follows the name tree from a word. A word in capitals may be an abbreviation or an ordinary word in capitals.
    /// </summary>
    /// <param name="sign">The symbol before the word that may be part of the name.</param>
    private void Descend(int node, int word, string sign, ref Name? longest)
    {
        if (_words.IsCapitals(word))
            AddMatch(names.Next(node, Number(sign, word, _words.Capitals(word))), word, ref longest);
        AddMatch(names.Next(node, Number(sign, word, _words.Base(word))), word, ref longest);
    }

    private int Number(string sign, int word, string form)
    {
        var after = _words.SignAfter(word);
        return names.NumberOf(sign.Length + after.Length == 0 ? form : sign + form + after);
    }

    private void AddMatch(int node, int word, ref Name? longest)
    {
        if (node == 0)
            return;
        if (
            names.TermAt(node) is { } term
            && (longest is null || word > longest.Value.Last)
            && !_words.IsContinued(word)
        )
            longest = new(term, node, word);
        if (word + 1 >= _words.Count || !_words.JoinsNext(word))
            return;
        var sign = _words.SignBetween(word + 1);
        Descend(node, word + 1, sign, ref longest);
        // A slash may stand for a space; a dot may not.
        if (sign == "/")
            Descend(node, word + 1, "", ref longest);
    }

    private readonly record struct Name(int Term, int Node, int Last);
}
