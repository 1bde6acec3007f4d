namespace KnowledgeSite.Content.Markup;

/// <summary>
/// The elements, attributes and URL schemes that an author's HTML may use. Everything else is removed. Nothing in these
/// lists runs code, loads a document, or parses differently when it is parsed again. For this reason, they do not
/// contain SVG's <c>foreignObject</c> and <c>style</c>, MathML's <c>annotation-xml</c>, <c>template</c> and
/// <c>title</c>.
/// </summary>
internal static class HtmlAllowList
{
    public static readonly HashSet<string> Html = Names(
        """
        a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center cite
        code col colgroup data dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer h1
        h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map mark marquee menu meter nav nobr ol
        output p picture pre progress q rb rp rt rtc ruby s samp search section small source span strike strong sub
        summary sup table tbody td textarea tfoot th thead time tr track tt u ul var video wbr
        """
    );

    /// <summary>Elements that are harmless with some attributes only; see <see cref="HtmlPolicy"/>.</summary>
    public static readonly HashSet<string> Conditional = Names("form iframe link meta");

    /// <summary>The elements of SVG that draw, ignoring letter case.</summary>
    public static readonly HashSet<string> Svg = Names(
        """
        a animatemotion animatetransform circle clippath defs desc ellipse feblend fecolormatrix fecomponenttransfer
        fecomposite feconvolvematrix fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca
        fefuncb fefuncg fefuncr fegaussianblur feimage femerge femergenode femorphology feoffset fepointlight
        fespecularlighting fespotlight fetile feturbulence filter g image line lineargradient marker mask metadata mpath
        path pattern polygon polyline radialgradient rect stop svg switch symbol text textpath title tspan use view
        """
    );

    /// <summary>The elements of MathML Core.</summary>
    public static readonly HashSet<string> MathMl = Names(
        """
        math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms
        mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics
        """
    );

    /// <summary>All allowed elements of HTML, SVG and MathML.</summary>
    public static readonly HashSet<string> Elements = new(
        Html.Union(Svg).Union(MathMl),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>
    /// Attributes that all elements may have. <c>name</c> is missing because a form or an image with a name can replace
    /// a property of the document, such as <c>getElementById</c>. <see cref="MayHaveName"/> lists the elements that may
    /// have a name.
    /// </summary>
    public static readonly HashSet<string> Attributes = Names(
        """
        abbr about accept accept-charset accesskey action align allowfullscreen alt aria axis autocapitalize
        autocomplete autofocus autoplay background bgcolor border cellpadding cellspacing char charoff charset checked
        cite class clear color cols colspan compact content contenteditable controls coords crossorigin datatype
        datetime decoding default dir dirname disabled download draggable enctype enterkeyhint face fetchpriority
        filename for
        frame frameborder headers height hidden high href hreflang hspace id inert inputmode ismap itemid itemprop
        itemref itemscope itemtype kind label lang list loading longdesc loop low marginheight marginwidth markdown max
        maxlength media method min minlength multiple muted noshade novalidate nowrap open optimum pattern placeholder
        playsinline popover popovertarget popovertargetaction poster preload prefix property pubdate readonly
        referrerpolicy rel required resource rev reversed role rows rowspan rules scope scrolling selected shape size
        sizes span spellcheck src srclang srcset start step style summary tabindex target title translate type typeof
        usemap valign value vocab vspace width wrap

        accent-height accumulate additive alignment-baseline amplitude azimuth basefrequency baseline-shift begin bias
        calcmode clip clippath clip-path clippathunits clip-rule color-interpolation color-interpolation-filters
        cursor cx cy d diffuseconstant direction display divisor dominant-baseline dur dx dy edgemode elevation end
        exponent fill fill-opacity fill-rule filter filterunits flood-color flood-opacity font-family font-size
        font-size-adjust font-stretch font-style font-variant font-weight fx fy g1 g2 glyph-name gradienttransform
        gradientunits image-rendering in in2 intercept k k1 k2 k3 k4 kernelmatrix kernelunitlength keypoints keysplines
        keytimes lengthadjust letter-spacing lighting-color limitingconeangle marker-end marker-mid marker-start
        markerheight markerunits markerwidth mask mask-type maskcontentunits maskunits mode numoctaves offset opacity
        operator order orient origin overflow paint-order path pathlength patterncontentunits patterntransform
        patternunits pointer-events points preservealpha preserveaspectratio primitiveunits r radius refx refy
        repeatcount repeatdur restart result rotate rx ry scale seed shape-rendering slope specularconstant
        specularexponent spreadmethod startoffset stddeviation stitchtiles stop-color stop-opacity stroke
        stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
        surfacescale systemlanguage tablevalues targetx targety text-anchor text-decoration text-rendering textlength
        transform transform-origin u1 u2 unicode vector-effect version viewbox visibility word-spacing
        writing-mode x x1 x2 xchannelselector xlink:href xlink:title xml:lang xml:space xmlns xmlns:xlink y y1 y2
        ychannelselector z zoomandpan

        accent accentunder alttext columnalign columnlines columnspacing columnspan denomalign depth displaystyle fence
        linethickness lspace largeop mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits
        notation numalign rowalign rowlines rowspacing rspace scriptlevel separator separators stretchy subscriptshift
        supscriptshift symmetric voffset
        """
    );

    /// <summary>
    /// Elements whose <c>name</c> does not become a property of the document: it names an anchor, a map, metadata or a
    /// field.
    /// </summary>
    public static readonly HashSet<string> MayHaveName = Names("a button details input map meta output textarea");

    /// <summary>
    /// Schemes that lead to another page or program. A link may also use any other scheme that
    /// <see cref="UnsafeAddress"/> calls safe, as in Markdown.
    /// </summary>
    public static readonly HashSet<string> Schemes = Names("http https mailto tel ftp");

    private static HashSet<string> Names(string names) =>
        new(names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}

/// <summary>
/// Decides about elements that are harmless only with certain attributes, and attributes that are harmless only on
/// certain elements. Methods that return a name return the one that <c>site.yaml</c> can allow.
/// </summary>
internal sealed class HtmlPolicy(AllowedContent allowed)
{
    /// <summary>True for an element that pages may have.</summary>
    /// <param name="valueOf">Returns the value of an attribute; null if the element does not have it.</param>
    public bool Allows(string element, Func<string, string?> valueOf) =>
        allowed.Allows(element)
        || element switch
        {
            "iframe" => !IsUnsafeFrame(valueOf),
            "form" => !SendsElsewhere(valueOf),
            // Microdata and RDFa, which describe the text for machines.
            "meta" or "link" => !IsActive(element, valueOf) && (valueOf("itemprop") ?? valueOf("property")) is not null,
            _ => HtmlAllowList.Elements.Contains(element),
        };

    /// <summary>True for an element that runs code or affects other elements of the page.</summary>
    public bool IsUnsafe(string element, Func<string, string?> valueOf) =>
        !Allows(element, valueOf)
        && (element == "iframe" || (HtmlElements.RunsCode.Contains(element) && IsActive(element, valueOf)));

    /// <summary>True for a form that sends its data to another site.</summary>
    public bool SendsElsewhere(Func<string, string?> valueOf) =>
        valueOf("action") is { } action && IsElsewhere(action) && !allowed.Allows("form");

    /// <summary>True for an attribute that is allowed although it is not in the list.</summary>
    public bool Allows(string element, string name, string value)
    {
        if (RunsCode(name))
            return false;
        return name.StartsWith("aria-", StringComparison.Ordinal)
            || allowed.Allows(element)
            || name switch
            {
                "name" => HtmlAllowList.MayHaveName.Contains(element),
                "formaction" => !IsElsewhere(value) || allowed.Allows("form"),
                "ping" => allowed.Allows("ping"),
                // Of an operator in a formula. That of a field names a form.
                "form" => element == "mo",
                // The values of an animation. With a colon they could be a URL that the animation sets.
                "values" or "from" or "to" or "by" => HtmlAllowList.Svg.Contains(element)
                    && !value.Contains(':', StringComparison.Ordinal),
                _ => false,
            };
    }

    /// <summary>
    /// The name with which <c>site.yaml</c> allows an attribute that sends data to another site; null for other
    /// attributes.
    /// </summary>
    public static string? SendsElsewhere(string attribute) =>
        attribute switch
        {
            "formaction" => "form",
            "ping" => "ping",
            _ => null,
        };

    /// <summary>
    /// True if the name is that of an event handler (<c>on…</c>), or if the value is a document. Words such as "one"
    /// only look like event handlers.
    /// </summary>
    public static bool RunsCode(string attribute) =>
        attribute == "srcdoc"
        || (
            attribute is ['o', 'n', _, ..]
            && attribute.All(char.IsAsciiLetter)
            && attribute is not ("one" or "once" or "only" or "onto")
        );

    public static bool HoldsAddress(string attribute) =>
        attribute
            is "href"
                or "src"
                or "srcset"
                or "action"
                or "formaction"
                or "poster"
                or "data"
                or "background"
                or "cite"
                or "ping"
                or "longdesc"
                or "xlink:href";

    /// <summary>True if the element has the attributes without which browsers ignore it.</summary>
    private static bool IsActive(string element, Func<string, string?> valueOf) =>
        element switch
        {
            "meta" => valueOf("http-equiv") is not null,
            "link" => valueOf("rel") is not null && (valueOf("href") ?? valueOf("imagesrcset")) is not null,
            "base" => (valueOf("href") ?? valueOf("target")) is not null,
            _ => true,
        };

    private bool IsUnsafeFrame(Func<string, string?> valueOf)
    {
        if (valueOf("srcdoc") is not null)
            return true;
        var address = (valueOf("src") ?? "").Trim();
        return IsElsewhere(address) && !allowed.AllowsFrame(address.Replace('\\', '/'));
    }

    /// <summary>True if the URL has a scheme or the name of another host.</summary>
    public static bool IsElsewhere(string address)
    {
        var plain = address.Trim().Replace('\\', '/');
        return plain.StartsWith("//", StringComparison.Ordinal) || plain.Contains(':', StringComparison.Ordinal);
    }
}
