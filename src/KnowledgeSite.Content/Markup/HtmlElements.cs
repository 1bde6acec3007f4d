namespace KnowledgeSite.Content.Markup;

/// <summary>Groups of element names, as in the HTML Standard (sections 4, 13.1.2 and 13.2).</summary>
internal static class HtmlElements
{
    public static readonly HashSet<string> Known = Names(
        """
        a abbr acronym address applet area article aside audio b base bdi bdo big blockquote body br button canvas
        caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
        figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img
        input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noembed noframes noscript
        object ol optgroup option output p param picture plaintext portal pre progress q rb rp rt rtc ruby s samp script
        search section select slot small source span strike strong style sub summary sup svg table tbody td template
        textarea tfoot th thead time title tr track tt u ul var video wbr xmp
        """
    );

    /// <summary>Elements without an end tag.</summary>
    public static readonly HashSet<string> Void = Names(
        "area base br col embed hr img input link meta param source track wbr"
    );

    /// <summary>Elements whose content is plain text up to their end tag.</summary>
    public static readonly HashSet<string> RawText = Names("script style xmp iframe noembed noframes textarea title");

    /// <summary>Elements whose content is not shown to readers.</summary>
    public static readonly HashSet<string> HoldsNoText = Names("script style iframe noembed noframes");

    /// <summary>The element after whose start tag everything is text, even its own end tag.</summary>
    public const string Endless = "plaintext";

    /// <summary>
    /// The element whose content is text in a browser with scripts, and markup in one without. Its tags are removed and
    /// its content is kept.
    /// </summary>
    public const string WithoutScripts = "noscript";

    /// <summary>Elements whose start tag closes an open paragraph (13.2.6.4.7, "close a p element").</summary>
    public static readonly HashSet<string> EndsParagraph = Names(
        """
        address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form
        h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul
        xmp
        """
    );

    /// <summary>
    /// Elements that stop the search for an element to close (13.2.4.2, "special"), without <c>address</c>, <c>div</c>
    /// and <c>p</c>.
    /// </summary>
    public static readonly HashSet<string> Special = Names(
        """
        applet article aside blockquote body button caption center col colgroup dd details dir dl dt fieldset figcaption
        figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html iframe li main marquee menu nav object ol
        pre search section select summary table tbody td template tfoot th thead tr ul svg math foreignobject desc title
        mi mo mn ms mtext annotation-xml
        """
    );

    /// <summary>Elements that are valid only inside a <c>table</c>.</summary>
    public static readonly HashSet<string> OfTable = Names("caption col colgroup tbody td tfoot th thead tr");

    /// <summary>
    /// Elements of selection lists. A page has no form to send, so a selection has no effect, and parsers differ in the
    /// content that they allow.
    /// </summary>
    public static readonly HashSet<string> OfSelection = Names("select option optgroup datalist");

    /// <summary>SVG elements that contain HTML (13.2.6, "HTML integration point").</summary>
    public static readonly HashSet<string> HoldsHtmlInSvg = Names("foreignobject desc title");

    /// <summary>
    /// MathML elements that contain HTML. <c>annotation-xml</c> does so only with certain attributes, so it is not
    /// listed.
    /// </summary>
    public static readonly HashSet<string> HoldsHtmlInMath = Names("mi mo mn ms mtext");

    /// <summary>Elements whose start tag closes open SVG and MathML elements (13.2.6.5).</summary>
    public static readonly HashSet<string> EndsForeignContent = Names(
        """
        b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu
        meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
        """
    );

    /// <summary>Elements that formatting outside them does not affect (13.2.4.3, "markers").</summary>
    public static readonly HashSet<string> EndsFormatting = Names("applet object marquee template td th caption");

    /// <summary>Elements that stop the search for an open paragraph (13.2.4.2, "button scope").</summary>
    public static readonly HashSet<string> ParagraphScope = Names(
        """
        applet button caption html marquee object table td template th svg math foreignobject desc title mi mo mn ms
        mtext annotation-xml
        """
    );

    /// <summary>Elements that parsers close automatically, so that their end tag is optional.</summary>
    public static readonly HashSet<string> EndMayBeMissing = Names(
        "p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rp rt rb rtc"
    );

    /// <summary>Elements that run code, or affect all links or styles of the page.</summary>
    public static readonly HashSet<string> RunsCode = Names(
        "script object embed applet base link meta portal frame frameset"
    );

    /// <summary>Elements that have no effect without attributes.</summary>
    public static readonly HashSet<string> MeaninglessAlone = Names(
        """
        applet area base embed frame frameset iframe img input link meta object param portal script source track
        """
    );

    /// <summary>Attributes that may have no value.</summary>
    public static readonly HashSet<string> WithoutValue = Names(
        """
        allowfullscreen async autofocus autoplay checked compact contenteditable controls crossorigin default defer
        disabled download formnovalidate hidden inert ismap itemscope loop markdown multiple muted noshade novalidate
        nowrap open playsinline popover readonly required reversed selected translate
        """
    );

    /// <summary>Elements of the document itself, which each page has already.</summary>
    public static readonly HashSet<string> OfDocument = Names("html head body");

    /// <summary>Elements with a URL that the browser loads together with the page.</summary>
    public static readonly HashSet<string> Fetching = Names("img source audio video track embed input");

    /// <summary>SVG elements with a URL that the browser loads together with the page.</summary>
    public static readonly HashSet<string> FetchingInSvg = Names("use image feimage");

    private static HashSet<string> Names(string names) =>
        [.. names.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
}
