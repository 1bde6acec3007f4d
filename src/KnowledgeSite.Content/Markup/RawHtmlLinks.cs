using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>Gathers the addresses in a page's HTML as links of the page, and leaves a slot for each.</summary>
/// <param name="ids">Those of the page so far.</param>
internal sealed class RawHtmlLinks(
    string html,
    BodyRenderer body,
    HashSet<string> ids,
    RawHtmlSourceMap places,
    HtmlEdits edits
)
{
    /// <summary>Where the renderer has left a slot itself.</summary>
    private readonly HashSet<int> _slots = [.. body.Slots.Select(s => s.Position)];

    /// <returns>False where the attribute holds no address.</returns>
    public bool Read(HtmlTag tag, HtmlAttribute attribute)
    {
        if (!HoldsLink(tag.Name, attribute.Name))
            return false;
        if (_slots.Contains(attribute.ValueSpan.Start) || IsOwn(tag, attribute))
            return true;
        var form =
            HtmlElements.Fetching.Contains(tag.Name) || HtmlElements.FetchingInSvg.Contains(tag.Name)
                ? LinkForm.Image
                : LinkForm.Link;
        if (attribute.Name != "srcset")
            Add(form, attribute.Value.Trim(), attribute.ValueSpan, IsQuoted(attribute));
        else if (IsQuoted(attribute))
            AddCandidates(form, attribute.ValueSpan);
        return true;
    }

    private static bool HoldsLink(string element, string attribute) =>
        attribute switch
        {
            "href" => element is "a" or "area" || HtmlElements.FetchingInSvg.Contains(element),
            "xlink:href" => element is "a" || HtmlElements.FetchingInSvg.Contains(element),
            "src" => HtmlElements.Fetching.Contains(element) || element == "iframe",
            "srcset" => element is "img" or "source",
            "poster" => element == "video",
            _ => false,
        };

    /// <summary>A link that the renderer made, such as one to a footnote and back.</summary>
    private bool IsOwn(HtmlTag tag, HtmlAttribute attribute) =>
        !places.IsAuthors(tag.Span.Start) && attribute.Value is ['#', .. var id] && ids.Contains(id);

    private bool IsQuoted(HtmlAttribute attribute) => html[attribute.ValueSpan.Start - 1] is '"' or '\'';

    /// <summary>Addresses with a width or a density behind each, as in <c>small.png 1x, large.png 2x</c>.</summary>
    private void AddCandidates(LinkForm form, SourceSpan value)
    {
        var at = value.Start;
        foreach (var candidate in html.Substring(at, value.Length).Split(','))
        {
            var address = candidate.Trim().Split([' ', '\t', '\n'], 2)[0];
            if (address.Length > 0)
                Add(
                    form,
                    HtmlText.Decode(address),
                    new(at + candidate.IndexOf(address, StringComparison.Ordinal), address.Length),
                    isQuoted: true
                );
            at += candidate.Length + 1;
        }
    }

    private void Add(LinkForm form, string target, SourceSpan span, bool isQuoted)
    {
        if (target.Length == 0)
            return;
        body.Links.Add(new(form, target, places.InFile(span)));
        edits.ReplaceAddress(span, body.Links.Count - 1, isQuoted);
    }
}
