using AngleSharp.Dom;

namespace KnowledgeSite.Word;

/// <summary>What is looked up in a page while it is written as a document, found in one pass.</summary>
internal sealed class PageIndex
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IElement> _notes = new(StringComparer.Ordinal);
    private readonly Dictionary<IElement, int> _fields = [];

    public PageIndex(IElement page) => Visit(page, isInForm: false, isInFoot: false);

    public IReadOnlySet<string> Ids => _ids;

    /// <summary>The notes at the end of the page by their ids, in order.</summary>
    public IReadOnlyDictionary<string, IElement> Notes => _notes;

    /// <summary>The first heading of the first level.</summary>
    public IElement? Title { get; private set; }

    /// <summary>The line that the page prints at its foot.</summary>
    public IElement? Foot { get; private set; }

    /// <summary>The place of a field among those of the form in the browser, from 1; null for other elements.</summary>
    public int? PlaceOf(IElement field) => _fields.TryGetValue(field, out var place) ? place : null;

    private void Visit(IElement element, bool isInForm, bool isInFoot)
    {
        var nodes = element.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is not IElement child)
                continue;
            if (child.Id is { } id)
            {
                _ids.Add(id);
                if (IsNote(child))
                    _notes.TryAdd(id, child);
            }

            if (isInForm && IsField(child))
                _fields.Add(child, _fields.Count + 1);
            if (child.LocalName == "h1")
                Title ??= child;
            if (isInFoot && child.LocalName == "p" && !child.HasClass("address") && !child.HasClass("link-notes"))
                Foot ??= child;
            Visit(child, isInForm || child.LocalName == "handout-form", isInFoot || child.HasClass("handout-foot"));
        }
    }

    private static bool IsNote(IElement item) =>
        item is { LocalName: "li", ParentElement: { LocalName: "ol", ParentElement: { LocalName: "section" } section } }
        && section.HasClass("footnotes");

    /// <summary>True for a field of the form in the browser; the same as in its script.</summary>
    private static bool IsField(IElement element) =>
        element.LocalName switch
        {
            "td" when !element.HasChildNodes => element.Nearest(e => e.LocalName == "tbody") is not null,
            "input" => element.GetAttribute("type") == "checkbox",
            _ => element.HasClass(FieldLabels.Fields) || (element.HasClass("gap") && !element.HasAttribute("data-sum")),
        };
}
