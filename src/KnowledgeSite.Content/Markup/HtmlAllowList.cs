namespace KnowledgeSite.Content.Markup;

/// <summary>
/// The elements, attributes and URL schemes that an author's HTML may use. Everything else is removed. Nothing in these
/// lists runs code, loads a document, or parses differently when it is parsed again; that is why SVG's
/// <c>foreignObject</c> and <c>style</c>, MathML's <c>annotation-xml</c>, <c>template</c> and <c>title</c> are missing.
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

    /// <summary>The elements of SVG that draw, without regard to case.</summary>
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

    /// <summary>All of them.</summary>
    public static readonly HashSet<string> Elements = new(
        Html.Union(Svg).Union(MathMl),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>
    /// Attributes of all elements. <c>name</c> is missing because a form or an image with a name replaces a property of
    /// the document, such as <c>getElementById</c>; <see cref="MayHaveName"/> lists the elements that may have one.
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

        accentunder columnalign columnlines columnspacing columnspan denomalign depth displaystyle fence linethickness
        lspace largeop mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation numalign
        rowalign rowlines rowspacing rspace scriptlevel separator separators stretchy subscriptshift supscriptshift
        symmetric voffset
        """
    );

    /// <summary>
    /// Elements whose <c>name</c> names a place, a map, a fact or a field, and nothing on the document itself.
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
/// What depends on more than a name: elements that are harmless with some attributes only, and attributes that are
/// harmless on some elements only. Answers are the names that <c>site.yaml</c> can allow.
/// </summary>
internal sealed class HtmlPolicy(AllowedContent allowed)
{
    /// <summary>True for an element that pages may have.</summary>
    /// <param name="valueOf">Returns the value of an attribute; null where the element has none of that name.</param>
    public bool Allows(string element, Func<string, string?> valueOf) =>
        allowed.Allows(element)
        || element switch
        {
            "iframe" => !IsUnsafeFrame(valueOf),
            "form" => !SendsElsewhere(valueOf),
            // Facts about the text, for machines.
            "meta" or "link" => !IsActive(element, valueOf) && (valueOf("itemprop") ?? valueOf("property")) is not null,
            _ => HtmlAllowList.Elements.Contains(element),
        };

    /// <summary>The element runs code, or changes what other elements of the page mean.</summary>
    public bool IsUnsafe(string element, Func<string, string?> valueOf) =>
        !Allows(element, valueOf)
        && (element == "iframe" || (HtmlElements.RunsCode.Contains(element) && IsActive(element, valueOf)));

    /// <summary>A form that sends what readers enter to another site.</summary>
    public bool SendsElsewhere(Func<string, string?> valueOf) =>
        valueOf("action") is { } action && IsElsewhere(action) && !allowed.Allows("form");

    /// <summary>True for an attribute that pages may have although it is not in the list.</summary>
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
                // Of an animation or a colour. An address would be one to which an animation leads.
                "values" or "from" or "to" or "by" => HtmlAllowList.Svg.Contains(element)
                    && !value.Contains(':', StringComparison.Ordinal),
                _ => false,
            };
    }

    /// <summary>The name under which the attribute can be allowed to send something to another site.</summary>
    public static string? SendsElsewhere(string attribute) =>
        attribute switch
        {
            "formaction" => "form",
            "ping" => "ping",
            _ => null,
        };

    /// <summary>
    /// Its name is that of an event, or it holds a document. Words such as "one" begin like the name of an event too.
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

    /// <summary>A browser does something with the element where it has the attributes that it needs for that.</summary>
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

    /// <summary>The address names another site, or a scheme.</summary>
    public static bool IsElsewhere(string address)
    {
        var plain = address.Trim().Replace('\\', '/');
        return plain.StartsWith("//", StringComparison.Ordinal) || plain.Contains(':', StringComparison.Ordinal);
    }
}
