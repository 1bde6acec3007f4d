using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Limits how deep emphasis, links and images are nested. Markdig renders no page with more than 128 levels of blocks
/// and inlines.
/// </summary>
internal static class InlineNesting
{
    /// <summary>The maximum number of levels within one paragraph.</summary>
    public const int MaxDepth = 50;

    private static readonly object Replaced = new();

    /// <summary>The places of the elements that were too deep, in their order.</summary>
    public static IReadOnlyList<SourceSpan> ReplacedIn(MarkdownDocument document) =>
        document.GetData(Replaced) as List<SourceSpan> ?? [];

    /// <summary>Replaces each element that is too deep by its source.</summary>
    public static void Limit(MarkdownDocument document, string markdown)
    {
        var replaced = new List<SourceSpan>();
        LimitBlock(document);
        if (replaced.Count > 0)
            document.SetData(Replaced, replaced);

        void LimitBlock(Block block)
        {
            if (block is LeafBlock { Inline: { } root })
                LimitInline(root, 0);
            if (block is not ContainerBlock container)
                return;
            foreach (var child in container)
                LimitBlock(child);
        }

        void LimitInline(ContainerInline container, int depth)
        {
            for (var child = container.FirstChild; child is not null; child = child.NextSibling)
            {
                if (child is not ContainerInline inner)
                    continue;
                if (depth < MaxDepth)
                    LimitInline(inner, depth + 1);
                else
                    child = Replace(inner);
            }
        }

        LiteralInline Replace(ContainerInline inline)
        {
            replaced.Add(inline.Span);
            var source = new LiteralInline(markdown.Substring(inline.Span.Start, inline.Span.Length))
            {
                Span = inline.Span,
                Line = inline.Line,
                Column = inline.Column,
            };
            inline.ReplaceBy(source, copyChildren: false);
            return source;
        }
    }
}
