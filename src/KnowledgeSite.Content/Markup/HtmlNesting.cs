using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// The stack of open elements while a page is read. It finds the elements that the HTML Standard closes without an end
/// tag, so that their end tags can be written: the HTML is then parsed in the same way by every browser and at every
/// place of the page.
/// </summary>
internal sealed class HtmlNesting
{
    private readonly List<OpenElement> _open = [];

    /// <summary>
    /// The indices of the open elements by name, because a search of the whole stack for each tag would take quadratic
    /// time.
    /// </summary>
    private readonly Dictionary<(string Name, bool IsRemoved, bool IsAuthors), Stack<int>> _indices = [];

    /// <summary>
    /// The indices of the elements that begin SVG or MathML, and the elements that contain HTML in each. An <c>svg</c>
    /// inside MathML, or a <c>math</c> inside SVG, is not listed.
    /// </summary>
    private readonly Stack<(int Number, IReadOnlySet<string> HoldsHtml)> _foreign = [];

    /// <summary>True inside SVG or MathML, except in an element that contains HTML.</summary>
    public bool InForeignContent => _foreign.TryPeek(out var root) && root.Number > Innermost(root.HoldsHtml);

    /// <summary>The number of open elements that are kept in the page.</summary>
    public int Depth { get; private set; }

    public bool IsInside(string[] names) => Innermost(names) >= 0;

    public void Begin(OpenElement element)
    {
        var key = KeyOf(element);
        if (!_indices.TryGetValue(key, out var indices))
            _indices.Add(key, indices = []);
        indices.Push(_open.Count);
        if (element is { IsRemoved: false, Name: "svg" or "math" } && !InForeignContent)
            _foreign.Push(
                (_open.Count, element.Name == "svg" ? HtmlElements.HoldsHtmlInSvg : HtmlElements.HoldsHtmlInMath)
            );
        _open.Add(element);
        if (!element.IsRemoved)
            Depth++;
    }

    /// <summary>Closes the elements that a parser closes before a start tag with this name.</summary>
    /// <returns>The closed elements, from the inside out.</returns>
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

    /// <summary>Closes the innermost element with the name, and all elements inside it.</summary>
    /// <param name="isAuthors">True if an author wrote the end tag. As in a browser, it closes no element outside its
    /// table cell. It closes no element of the renderer either, except a paragraph.</param>
    /// <returns>The closed elements, from the inside out; empty if no such element is open.</returns>
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

    /// <summary>True if the name is that of a cell, and the cell would be in a table but in no row.</summary>
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
            _indices[KeyOf(element)].Pop();
            _open.RemoveAt(last);
            if (!element.IsRemoved)
                Depth--;
            if (_foreign.TryPeek(out var root) && root.Number == last)
                _foreign.Pop();
            ended.Add(element);
        }
    }

    /// <summary>
    /// The index of the innermost element that has one of the names and is kept in the page; -1 if none is open.
    /// </summary>
    private int Innermost(IEnumerable<string> names) => names.Max(name => Innermost(name, isRemoved: false));

    private int Innermost(string name, bool isRemoved) =>
        Math.Max(Innermost((name, isRemoved, true)), Innermost((name, isRemoved, false)));

    private int InnermostOf(string name, bool isAuthors) =>
        Math.Max(Innermost((name, true, isAuthors)), Innermost((name, false, isAuthors)));

    private int Innermost((string Name, bool IsRemoved, bool IsAuthors) key) =>
        _indices.TryGetValue(key, out var indices) && indices.TryPeek(out var index) ? index : -1;

    private static (string Name, bool IsRemoved, bool IsAuthors) KeyOf(OpenElement element) =>
        (element.Name, element.IsRemoved, element.IsAuthors);
}

/// <summary>An element whose end tag has not been read yet.</summary>
/// <param name="Span">The span of its start tag.</param>
/// <param name="IsRemoved">True if its tags are removed from the page.</param>
/// <param name="IsAuthors">True if an author wrote its start tag, false if the renderer did.</param>
internal readonly record struct OpenElement(string Name, SourceSpan Span, bool IsRemoved, bool IsAuthors);

/// <summary>
/// A rule that closes the innermost open element with one of the names, unless a barrier is inside it.
/// </summary>
internal readonly record struct ImpliedEnd(string[] Names, IReadOnlySet<string> Barriers)
{
    private static readonly HashSet<string> Tables = ["table", "template"];
    private static readonly HashSet<string> InsideTable = ["td", "th", "caption", "template"];

    public static readonly ImpliedEnd OfParagraph = new(["p"], HtmlElements.ParagraphScope);

    /// <summary>
    /// The rule for the start tag of an element, besides those for paragraphs and headings (13.2.6.4.7 to 13.2.6.4.15);
    /// null if there is none.
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
