using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>The Markdown that pages are written in: CommonMark, GitHub's additions, and a few that career pages need.</summary>
internal static class MarkdownSyntax
{
    public static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true }
            .UsePipeTables()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks()
            .UseFootnotes()
            .UseDefinitionLists()
            .UseAbbreviations()
            .UseAlertBlocks()
            .UseCustomContainers()
            .UseGenericAttributes();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new WikiLinkParser());
        return builder.Build();
    }
}
