using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Finds the first use of each term in the text of a page, in one pass. The longest of several names with the same
/// first word wins. Headings, code, formulas, links and elements with the class <c>no-glossary</c> are skipped.
/// Reusable, but not thread-safe.
/// </summary>
internal sealed class TermFinder(TermNames names)
{
    private static readonly HashSet<string> LeftOut =
    [
        .. (
            "a abbr button code datalist dfn h1 h2 h3 h4 h5 h6 kbd label math pre samp script select style "
            + "summary svg template textarea th title var"
        ).Split(' '),
    ];

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
    public IReadOnlyList<TermLink> Find(byte[] html, HashSet<int> taken, IReadOnlyCollection<int> never)
    {
        var found = new List<TermLink>();
        for (var at = 0; at < html.Length; )
        {
            var length = html.AsSpan(at).IndexOf((byte)'<');
            var end = length < 0 ? html.Length : at + length;
            if (end > at)
                Read(html, at, end, taken, never, found);
            if (length < 0)
                break;
            var tag = HtmlTagReader.At(html, end);
            at = IsLeftOut(tag) ? tag.EndOfElement() : tag.End;
        }

        return found;
    }

    private static bool IsLeftOut(HtmlTagReader tag)
    {
        if (tag.IsEnd || tag.Name.IsEmpty || tag.Name[0] is (byte)'!' or (byte)'?')
            return false;
        var name = Encoding.UTF8.GetString(tag.Name);
        if (LeftOut.Contains(name))
            return true;
        if (HtmlElements.Void.Contains(name))
            return false;
        foreach (var left in LeftOutClasses)
            if (tag.HasClass(left))
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
        var (characters, at) = (0, start);
        for (var i = 0; i < _words.Count; i++)
        {
            if (Longest(i) is not { } name)
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

    private Name? Longest(int word)
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
