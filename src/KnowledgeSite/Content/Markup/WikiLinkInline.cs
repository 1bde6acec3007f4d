using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary><c>[[target]]</c> or <c>[[target|label]]</c>.</summary>
internal sealed class WikiLinkInline(string target, string? label) : LeafInline
{
    public string Target { get; } = target;

    public string? Label { get; } = label;
}
