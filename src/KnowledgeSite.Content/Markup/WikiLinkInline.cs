using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// <c>[[target]]</c> or <c>[[target|label]]</c>; with <c>!</c> before it, what it leads to is embedded.
/// </summary>
internal sealed class WikiLinkInline(string target, string? label) : LeafInline
{
    public string Target { get; } = target;

    public string? Label { get; } = label;

    public bool IsEmbed { get; init; }

    /// <summary>Of an embedded image.</summary>
    public ImageSize? Size { get; init; }
}
