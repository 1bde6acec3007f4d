namespace KnowledgeSite.Content.Markup;

/// <summary>What of a page's HTML would run code in a reader's browser, unless the site allows it. Answers are the names that <c>site.yaml</c> can allow.</summary>
internal sealed class UnsafeHtml(AllowedContent allowed)
{
    /// <summary>Null for a harmless element.</summary>
    public string? NameIn(HtmlTag tag)
    {
        if (tag.Name == "meta" && tag.Value("http-equiv") is null) return null;
        if (HtmlElements.RunsCode.Contains(tag.Name)) return allowed.Allows(tag.Name) ? null : tag.Name;
        return tag.Name == "iframe" && IsUnsafeFrame(tag) ? "iframe" : null;
    }

    /// <summary>Null for a harmless attribute.</summary>
    public string? NameIn(HtmlTag tag, HtmlAttribute attribute, bool inForeignContent)
    {
        if (IsEvent(attribute.Name) && !allowed.Allows(attribute.Name)) return attribute.Name;
        if (attribute.Name == "srcdoc" && tag.Name != "iframe") return attribute.Name;
        if (inForeignContent && attribute.Value.Contains('<', StringComparison.Ordinal) && !allowed.Allows("svg")) return "svg";
        return SchemeIn(attribute) is { } scheme && !allowed.Allows(scheme) ? scheme : null;
    }

    private bool IsUnsafeFrame(HtmlTag frame)
    {
        if (frame.Value("srcdoc") is not null) return !allowed.Allows("iframe");
        var address = (frame.Value("src") ?? "").Trim().Replace('\\', '/');
        var elsewhere = address.StartsWith("//", StringComparison.Ordinal) || address.Contains(':', StringComparison.Ordinal);
        return elsewhere && !allowed.AllowsFrame(address);
    }

    private static bool IsEvent(string attribute) => attribute.StartsWith("on", StringComparison.Ordinal) && attribute.Length > 2;

    private static string? SchemeIn(HtmlAttribute attribute)
    {
        if (!HoldsAddress(attribute.Name)) return null;
        var addresses = attribute.Name == "values" ? attribute.Value.Split(';') : [attribute.Value];
        return addresses.Select(UnsafeAddress.SchemeOf).FirstOrDefault(s => s is not null);
    }

    private static bool HoldsAddress(string attribute) =>
        attribute is "href" or "src" or "srcset" or "action" or "formaction" or "poster" or "data" or "background" or "cite" or "ping" or "xlink:href" or "values" or "to" or "from";
}
