using System.Text.RegularExpressions;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// What an author's HTML may not do although it runs no code: send to another site what readers enter or click, load
/// styles from there, and lie over the site's own frame. The site's Content-Security-Policy forbids it; a host may not
/// send that policy.
/// </summary>
internal sealed partial class FrameEscape(AllowedContent allowed)
{
    /// <summary>A form that sends what readers enter to another site.</summary>
    public bool SendsElsewhere(HtmlTag tag) =>
        tag.Name == "form" && tag.Value("action") is { } action && IsElsewhere(action) && !allowed.Allows("form");

    /// <summary>The name that <c>site.yaml</c> can allow, or null for a harmless attribute.</summary>
    public string? SendsElsewhere(HtmlAttribute attribute) =>
        attribute.Name switch
        {
            "formaction" when IsElsewhere(attribute.Value) && !allowed.Allows("form") => "form",
            "ping" when !allowed.Allows("ping") => "ping",
            _ => null,
        };

    /// <summary>A style that takes an element out of the text, or loads something.</summary>
    public bool IsOverlay(HtmlAttribute attribute) =>
        attribute.Name == "style"
        && !allowed.Allows("style")
        && Unsafe().IsMatch(CssComment().Replace(attribute.Value, ""));

    /// <summary>A style that the site's policy blocks and that would do no harm.</summary>
    public bool IsBlocked(HtmlAttribute style) => style.Value.Length > 0 && !allowed.Allows("style");

    private static bool IsElsewhere(string address)
    {
        var plain = address.Trim().Replace('\\', '/');
        return plain.StartsWith("//", StringComparison.Ordinal) || plain.Contains(':', StringComparison.Ordinal);
    }

    /// <summary>A backslash may hide any of the others.</summary>
    [GeneratedRegex(
        @"\\|position\s*:\s*(fixed|absolute|sticky)|url\s*\(|image-set\s*\(|@import|expression\s*\("
            + @"|behavior\s*:|-moz-binding",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Unsafe();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex CssComment();
}
