namespace KnowledgeSite.Content.Markup;

/// <summary>Names of elements, as the HTML Standard groups them (sections 4, 13.1.2 and 13.2).</summary>
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

    /// <summary>They have no end tag.</summary>
    public static readonly HashSet<string> Void = Names(
        "area base br col embed hr img input link meta param source track wbr"
    );

    /// <summary>What stands in them is text to the tokenizer, up to their end tag.</summary>
    public static readonly HashSet<string> RawText = Names("script style xmp iframe noembed noframes textarea title");

    /// <summary>What stands in them is no text for readers.</summary>
    public static readonly HashSet<string> HoldsNoText = Names("script style iframe noembed noframes");

    /// <summary>The tokenizer finds no end of it, whatever follows.</summary>
    public const string Endless = "plaintext";

    /// <summary>Raw text to a browser with scripts, markup to one without: its tags go, its content stays.</summary>
    public const string WithoutScripts = "noscript";

    /// <summary>A paragraph ends where one of them begins (13.2.6.4.7, "close a p element").</summary>
    public static readonly HashSet<string> EndsParagraph = Names(
        """
        address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form
        h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul
        xmp
        """
    );

    /// <summary>
    /// Elements that an implied end does not reach across (13.2.4.2), <c>address</c>, <c>div</c> and <c>p</c> left out.
    /// </summary>
    public static readonly HashSet<string> Special = Names(
        """
        applet article aside blockquote body button caption center col colgroup dd details dir dl dt fieldset figcaption
        figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html iframe li main marquee menu nav object ol
        pre search section select summary table tbody td template tfoot th thead tr ul svg math foreignobject desc title
        mi mo mn ms mtext annotation-xml
        """
    );

    /// <summary>They mean something inside a <c>table</c> only.</summary>
    public static readonly HashSet<string> OfTable = Names("caption col colgroup tbody td tfoot th thead tr");

    /// <summary>
    /// A choice on a page that is only read chooses nothing, and parsers differ in what they take inside it.
    /// </summary>
    public static readonly HashSet<string> OfSelection = Names("select option optgroup datalist");

    /// <summary>Parts of SVG whose content is HTML again (13.2.6, "integration points").</summary>
    public static readonly HashSet<string> HoldsHtmlInSvg = Names("foreignobject desc title");

    /// <summary>
    /// The same of MathML. An <c>annotation-xml</c> is one only where it says so, and is taken for none.
    /// </summary>
    public static readonly HashSet<string> HoldsHtmlInMath = Names("mi mo mn ms mtext");

    /// <summary>SVG and MathML end where one of them begins (13.2.6.5).</summary>
    public static readonly HashSet<string> EndsForeignContent = Names(
        """
        b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu
        meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
        """
    );

    /// <summary>Formatting does not reach across them (13.2.4.3, markers).</summary>
    public static readonly HashSet<string> EndsFormatting = Names("applet object marquee template td th caption");

    /// <summary>What an open paragraph is not seen through (13.2.4.2, "button scope").</summary>
    public static readonly HashSet<string> ParagraphScope = Names(
        """
        applet button caption html marquee object table td template th svg math foreignobject desc title mi mo mn ms
        mtext annotation-xml
        """
    );

    /// <summary>A parser closes them by itself where they end.</summary>
    public static readonly HashSet<string> EndMayBeMissing = Names(
        "p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rp rt rb rtc"
    );

    /// <summary>They run code, or change what every link and every style of the page around them means.</summary>
    public static readonly HashSet<string> RunsCode = Names(
        "script object embed applet base link meta portal frame frameset"
    );

    /// <summary>Without attributes they show nothing and do nothing.</summary>
    public static readonly HashSet<string> MeaninglessAlone = Names(
        """
        applet area base embed frame frameset iframe img input link meta object param portal script source track
        """
    );

    /// <summary>Attributes that mean something without a value.</summary>
    public static readonly HashSet<string> WithoutValue = Names(
        """
        allowfullscreen async autofocus autoplay checked compact contenteditable controls crossorigin default defer
        disabled download formnovalidate hidden inert ismap itemscope loop markdown multiple muted noshade novalidate
        nowrap open playsinline popover readonly required reversed selected translate
        """
    );

    /// <summary>The page around has them already.</summary>
    public static readonly HashSet<string> OfDocument = Names("html head body");

    /// <summary>The browser fetches what their addresses name together with the page.</summary>
    public static readonly HashSet<string> Fetching = Names("img source audio video track embed input");

    /// <summary>The same of SVG.</summary>
    public static readonly HashSet<string> FetchingInSvg = Names("use image feimage");

    private static HashSet<string> Names(string names) =>
        [.. names.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
}
