using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// The elements that are open where a page is being read, and which of them end when. A browser would work out the same
/// ends by itself, but not every browser and not inside our frame: so they are told, to be written out.
/// </summary>
internal sealed class HtmlNesting
{
    private readonly List<OpenElement> _open = [];

    /// <summary>
    /// Of each name the numbers of its open elements: a search of the whole stack for each tag would cost the square of
    /// the page.
    /// </summary>
    private readonly Dictionary<(string Name, bool IsRemoved, bool IsAuthors), Stack<int>> _numbers = [];

    /// <summary>
    /// The numbers of the elements that begin SVG or MathML, and what in each holds HTML again. An <c>svg</c> or
    /// <c>math</c> inside the other's language begins nothing.
    /// </summary>
    private readonly Stack<(int Number, IReadOnlySet<string> HoldsHtml)> _foreign = [];

    /// <summary>Inside SVG or MathML, and not in a part of it that holds HTML.</summary>
    public bool InForeignContent => _foreign.TryPeek(out var root) && root.Number > Innermost(root.HoldsHtml);

    /// <summary>Open elements that stay in the page.</summary>
    public int Depth { get; private set; }

    public bool IsInside(string[] names) => Innermost(names) >= 0;

    public void Begin(OpenElement element)
    {
        var key = KeyOf(element);
        if (!_numbers.TryGetValue(key, out var numbers))
            _numbers.Add(key, numbers = []);
        numbers.Push(_open.Count);
        if (element is { IsRemoved: false, Name: "svg" or "math" } && !InForeignContent)
            _foreign.Push(
                (_open.Count, element.Name == "svg" ? HtmlElements.HoldsHtmlInSvg : HtmlElements.HoldsHtmlInMath)
            );
        _open.Add(element);
        if (!element.IsRemoved)
            Depth++;
    }

    /// <summary>Ends what a parser would end before an element of this name; the innermost comes first.</summary>
    public IReadOnlyList<OpenElement> EndBefore(string name)
    {
        var ended = new List<OpenElement>();
        while (HtmlElements.EndsForeignContent.Contains(name) && InForeignContent)
            EndDownTo(_foreign.Peek().Number, ended);
        if (HtmlElements.EndsParagraph.Contains(name))
            EndNearest(ImpliedEnd.OfParagraph, ended);
        if (IsHeading(name) && _open.Count > 0 && IsHeading(_open[^1].Name))
            EndDownTo(_open.Count - 1, ended);
        if (ImpliedEnd.Before(name) is { } implied)
            EndNearest(implied, ended);
        return ended;
    }

    /// <summary>
    /// Ends the nearest element of the name and what is open inside it; the innermost comes first, the element itself
    /// last.
    /// </summary>
    /// <param name="isAuthors"> An author wrote the end tag. As in a browser it ends nothing outside the table cell
    /// that it is in, and it never ends an element of the renderer, except a paragraph.
    /// </param>
    /// <returns>Nothing where no such element is open.</returns>
    public IReadOnlyList<OpenElement> End(string name, bool isAuthors)
    {
        var ended = new List<OpenElement>();
        var authors = InnermostOf(name, isAuthors: true);
        var renderers = InnermostOf(name, isAuthors: false);
        var number =
            isAuthors ? Math.Max(authors, renderers)
            : renderers >= 0 ? renderers
            : authors;
        if (number < 0 || (isAuthors && IsOutOfReach()))
            return ended;
        EndDownTo(number, ended);
        return ended;

        bool IsOutOfReach() =>
            (renderers > authors && name != "p")
            || (
                name != "table"
                && !HtmlElements.OfTable.Contains(name)
                && number < Innermost(HtmlElements.EndsFormatting)
            );
    }

    /// <summary>A cell of this name would stand in a table outside a row.</summary>
    public bool LacksRow(string name)
    {
        if (name is not ("td" or "th") || InForeignContent)
            return false;
        var row = Innermost(["tr", "template"]);
        return row < Innermost(["table", "tbody", "thead", "tfoot"]);
    }

    public IReadOnlyList<OpenElement> EndAll()
    {
        var ended = new List<OpenElement>();
        EndDownTo(0, ended);
        return ended;
    }

    private static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    private void EndNearest(ImpliedEnd implied, List<OpenElement> ended)
    {
        var number = Innermost(implied.Names);
        if (number >= 0 && number >= Innermost(implied.Barriers))
            EndDownTo(number, ended);
    }

    private void EndDownTo(int number, List<OpenElement> ended)
    {
        for (var last = _open.Count - 1; last >= number; last--)
        {
            var element = _open[last];
            _numbers[KeyOf(element)].Pop();
            _open.RemoveAt(last);
            if (!element.IsRemoved)
                Depth--;
            if (_foreign.TryPeek(out var root) && root.Number == last)
                _foreign.Pop();
            ended.Add(element);
        }
    }

    /// <summary>
    /// The number of the innermost element that has one of the names and stays in the page; -1 where none is open.
    /// </summary>
    private int Innermost(IEnumerable<string> names) => names.Max(name => Innermost(name, isRemoved: false));

    private int Innermost(string name, bool isRemoved) =>
        Math.Max(Innermost((name, isRemoved, true)), Innermost((name, isRemoved, false)));

    private int InnermostOf(string name, bool isAuthors) =>
        Math.Max(Innermost((name, true, isAuthors)), Innermost((name, false, isAuthors)));

    private int Innermost((string Name, bool IsRemoved, bool IsAuthors) key) =>
        _numbers.TryGetValue(key, out var numbers) && numbers.TryPeek(out var number) ? number : -1;

    private static (string Name, bool IsRemoved, bool IsAuthors) KeyOf(OpenElement element) =>
        (element.Name, element.IsRemoved, element.IsAuthors);
}

/// <summary>An element whose end tag has not come yet.</summary>
/// <param name="Span">Of its start tag.</param>
/// <param name="IsRemoved">Its start tag is taken out of the page, and its end tag will be.</param>
/// <param name="IsAuthors">An author wrote its start tag, rather than the renderer.</param>
internal readonly record struct OpenElement(string Name, SourceSpan Span, bool IsRemoved, bool IsAuthors);

/// <summary>The nearest open element of one of the names ends, unless a barrier lies between.</summary>
internal readonly record struct ImpliedEnd(string[] Names, IReadOnlySet<string> Barriers)
{
    private static readonly HashSet<string> Tables = ["table", "template"];
    private static readonly HashSet<string> InsideTable = ["td", "th", "caption", "template"];

    public static readonly ImpliedEnd OfParagraph = new(["p"], HtmlElements.ParagraphScope);

    /// <summary>
    /// What ends where an element of the name begins, besides paragraphs and headings (13.2.6.4.7 and following).
    /// </summary>
    public static ImpliedEnd? Before(string name) =>
        name switch
        {
            "a" or "nobr" or "button" => new([name], HtmlElements.EndsFormatting),
            "li" or "option" => new([name], HtmlElements.Special),
            "dd" or "dt" => new(["dd", "dt"], HtmlElements.Special),
            "td" or "th" => new(["td", "th"], Tables),
            "tr" => new(["tr"], Tables),
            "tbody" or "thead" or "tfoot" => new(["tbody", "thead", "tfoot"], Tables),
            "table" => new(["table"], InsideTable),
            _ => null,
        };
}
