namespace KnowledgeSite.Content.Markup;

/// <summary>
/// What of a page's HTML would run code in a reader's browser, unless the site allows it. Answers are the names that
/// <c>site.yaml</c> can allow.
/// </summary>
internal sealed class UnsafeHtml(AllowedContent allowed)
{
    /// <summary>Null for a harmless element.</summary>
    public string? NameIn(HtmlTag tag)
    {
        if (HtmlElements.RunsCode.Contains(tag.Name) && IsActive(tag))
            return allowed.Allows(tag.Name) ? null : tag.Name;
        return tag.Name == "iframe" && IsUnsafeFrame(tag) ? "iframe" : null;
    }

    /// <summary>
    /// An element that could run code and has nothing to run; of <c>link</c> and <c>meta</c> it may say something about
    /// the text.
    /// </summary>
    public bool IsIdle(HtmlTag tag) =>
        HtmlElements.RunsCode.Contains(tag.Name)
        && !IsActive(tag)
        && !allowed.Allows(tag.Name)
        && !(tag.Name is "link" or "meta" && tag.Attributes.Any(a => a.HasValue));

    /// <summary>A browser does something with the element where it has the attributes that it needs for that.</summary>
    private static bool IsActive(HtmlTag tag) =>
        tag.Name switch
        {
            "script" => true,
            "meta" => tag.Value("http-equiv") is not null,
            "link" => tag.Value("rel") is not null && (tag.Value("href") ?? tag.Value("imagesrcset")) is not null,
            "base" => (tag.Value("href") ?? tag.Value("target")) is not null,
            _ => tag.Attributes.Any(a => a.HasValue),
        };

    /// <summary>Null for a harmless attribute.</summary>
    public string? NameIn(HtmlTag tag, HtmlAttribute attribute, bool inForeignContent)
    {
        if (IsEvent(attribute) && !allowed.Allows(attribute.Name))
            return attribute.Name;
        if (attribute.Name == "srcdoc" && tag.Name != "iframe")
            return attribute.Name;
        if (inForeignContent && attribute.Value.Contains('<', StringComparison.Ordinal) && !allowed.Allows("svg"))
            return "svg";
        return SchemeIn(attribute) is { } scheme && !allowed.Allows(scheme) ? scheme : null;
    }

    /// <summary>
    /// The name begins as that of an event does; nothing is known to run it, and nothing is lost without it.
    /// </summary>
    public bool MayBeEvent(HtmlAttribute attribute) =>
        attribute.Name is ['o', 'n', _, ..] && !allowed.Allows(attribute.Name);

    private bool IsUnsafeFrame(HtmlTag frame)
    {
        if (frame.Value("srcdoc") is not null)
            return !allowed.Allows("iframe");
        var address = (frame.Value("src") ?? "").Trim().Replace('\\', '/');
        var elsewhere =
            address.StartsWith("//", StringComparison.Ordinal) || address.Contains(':', StringComparison.Ordinal);
        return elsewhere && !allowed.AllowsFrame(address);
    }

    /// <summary>
    /// Words such as "one" begin like the name of an event too. An attribute without a value runs nothing.
    /// </summary>
    private static bool IsEvent(HtmlAttribute attribute) =>
        attribute is { HasValue: true, Name: ['o', 'n', _, ..] name }
        && name.All(char.IsAsciiLetter)
        && name is not ("one" or "once" or "only" or "onto");

    private static string? SchemeIn(HtmlAttribute attribute)
    {
        if (!HoldsAddress(attribute.Name))
            return null;
        var addresses = attribute.Name == "values" ? attribute.Value.Split(';') : [attribute.Value];
        return addresses.Select(UnsafeAddress.SchemeOf).FirstOrDefault(s => s is not null);
    }

    private static bool HoldsAddress(string attribute) =>
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
                or "xlink:href"
                or "values"
                or "to"
                or "from";
}
