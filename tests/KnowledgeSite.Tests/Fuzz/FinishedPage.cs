using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeSite.Tests.Fuzz;

/// <summary>
/// A finished page as a browser parses it, and the conditions that it must meet regardless of its author's text.
/// </summary>
internal sealed class FinishedPage : IDisposable
{
    private static readonly HashSet<string> Forbidden =
    [
        "script",
        "object",
        "embed",
        "applet",
        "base",
        "link",
        "meta",
        "frame",
        "frameset",
    ];
    private static readonly HashSet<string> Addresses =
    [
        "href",
        "src",
        "srcset",
        "xlink:href",
        "action",
        "formaction",
        "data",
        "poster",
        "background",
        "cite",
        "ping",
        "to",
        "from",
        "by",
        "values",
    ];

    private readonly IDocument _document;

    /// <param name="scripting">True to parse as with scripts enabled: then the content of <c>noscript</c> is
    /// text.</param>
    public FinishedPage(string html, bool scripting) =>
        _document = new HtmlParser(new HtmlParserOptions { IsScripting = scripting }).ParseDocument(html);

    public void Dispose() => _document.Dispose();

    /// <summary>The elements of the layout around <c>main</c>.</summary>
    public string Frame =>
        string.Join(' ', [.. Body, .. Inside("header.site-header"), .. Inside("footer.site-footer")]);

    /// <summary>
    /// Leaves out what depends on the text: the table of contents, and the behaviour of images.
    /// </summary>
    private IEnumerable<string> Body =>
        _document
            .Body!.Children.Where(e => e.GetAttribute("href") != "#site:contents" && e.LocalName != "image-zoom")
            .Select(e => $"{e.LocalName}.{e.ClassName?.Split(' ')[0]}");

    /// <summary>The problems of the page. Empty if there are none.</summary>
    /// <param name="frame">The layout of a page with harmless text.</param>
    public IEnumerable<string> Problems(string frame)
    {
        var mains = _document.QuerySelectorAll("main[id='site:main']");
        if (mains.Length != 1)
            return [$"{mains.Length} elements are the site's main"];
        return [.. OfFrame(mains[0], frame), .. OfIds(), .. mains[0].QuerySelectorAll("*").SelectMany(OfElement)];
    }

    /// <summary>Every id in the text of the page that links may use.</summary>
    public IEnumerable<string> IdsOfText =>
        _document
            .QuerySelectorAll("main article [id], main article a[name]")
            .SelectMany(e => new[] { e.Id, e.LocalName == "a" ? e.GetAttribute("name") : null })
            .OfType<string>()
            .Where(id => id.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private IEnumerable<string> OfFrame(IElement main, string frame)
    {
        if (_document.QuerySelector("body > footer.site-footer") is null)
            yield return "the site's footer is no child of body";
        if (_document.QuerySelector("main footer.site-footer") is not null)
            yield return "the site's footer is inside main";
        if (main.ParentElement?.ParentElement != _document.Body)
            yield return "main is not where the theme put it";
        if (main.QuerySelectorAll(".neighbours").Any(n => n.ParentElement != main))
            yield return "the links to the neighbours are inside the text";
        if (Frame != frame)
            yield return $"the frame is {Frame}, not {frame}";
    }

    private IEnumerable<string> OfIds() =>
        _document
            .All.Where(e => !string.IsNullOrEmpty(e.Id))
            .GroupBy(e => e.Id!, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => $"the id '{g.Key}' occurs {g.Count()} times");

    private static IEnumerable<string> OfElement(IElement element)
    {
        if (Forbidden.Contains(element.LocalName) && !IsHarmlessMeta(element))
            yield return $"<{element.LocalName}> in the text";
        if (element.LocalName == "iframe" && !IsOwnFrame(element))
            yield return $"<iframe src='{element.GetAttribute("src")}'> in the text";
        foreach (var attribute in element.Attributes)
        {
            if (
                attribute.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                && attribute.LocalName.Length > 2
            )
                yield return $"{attribute.Name}= on <{element.LocalName}>";
            if (Addresses.Contains(attribute.Name) && RunsCode(attribute.Value))
                yield return $"{attribute.Name}='{attribute.Value}' on <{element.LocalName}>";
        }
    }

    private static bool IsHarmlessMeta(IElement element) =>
        element.LocalName == "meta" && !element.HasAttribute("http-equiv");

    private static bool IsOwnFrame(IElement frame) =>
        !frame.HasAttribute("srcdoc")
        && new Url(new Url("https://site.invalid/a/b/"), frame.GetAttribute("src") ?? "").Origin
            == "https://site.invalid";

    /// <summary>
    /// Matches a URL that runs code, also in a list (<c>values</c> of an animation), but not in a sentence.
    /// </summary>
    private static bool RunsCode(string value) =>
        value
            .Split(';')
            .Any(part =>
                string.Concat(part.Where(c => c > ' ')).ToLowerInvariant() is var bare
                && (
                    bare.StartsWith("javascript:", StringComparison.Ordinal)
                    || bare.StartsWith("vbscript:", StringComparison.Ordinal)
                    || bare.StartsWith("data:text/html", StringComparison.Ordinal)
                )
            );

    private IEnumerable<string> Inside(string selector) =>
        _document
            .QuerySelectorAll($"{selector} *")
            .Where(e => e.Closest("svg") is null || e.LocalName == "svg")
            .Select(e => e.LocalName);
}
