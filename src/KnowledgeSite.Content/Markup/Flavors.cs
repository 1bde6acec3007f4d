using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// What Obsidian, Material for MkDocs, Docusaurus and Starlight add to Markdown: callouts, admonitions, folds and tabs,
/// highlights, comments, and ids of headings in <c>{/*id*/}</c>. Used after the attributes in braces.
/// </summary>
internal sealed partial class Flavors : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new AdmonitionParser());
        pipeline.BlockParsers.Insert(0, new SlashBlockParser());
        pipeline.BlockParsers.Insert(0, new CalloutParser());
        pipeline.BlockParsers.Insert(0, new PercentCommentBlockParser());
        pipeline.InlineParsers.Insert(0, new PercentCommentParser());
        // Not within a word: "a==b and c==d" compares.
        pipeline
            .InlineParsers.Find<EmphasisInlineParser>()!
            .EmphasisDescriptors.Add(new EmphasisDescriptor('=', 2, 2, enableWithinWord: false));
        ReadIdsInComments(pipeline.BlockParsers.Find<HeadingBlockParser>()!);
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Add(new AdmonitionRenderer());
        renderer.ObjectRenderers.Add(new PercentCommentBlockRenderer());
        renderer.ObjectRenderers.Add(new PercentCommentInlineRenderer());
    }

    private static void ReadIdsInComments(HeadingBlockParser headings)
    {
        var others = headings.TryParseAttributes;
        headings.TryParseAttributes = (BlockProcessor processor, ref StringSlice line, IBlock heading) =>
        {
            var text = line.AsSpan();
            var brace = text.LastIndexOf("{/*");
            if (brace < 0 || IdInComment().Match(text[brace..].ToString()) is not { Success: true } id)
                return others is not null && others(processor, ref line, heading);
            AttributeLists.Attach(
                processor.Document,
                (HeadingBlock)heading,
                new HtmlAttributes { Id = id.Groups["id"].Value }
            );
            line.End = line.Start + text[..brace].TrimEnd().Length - 1;
            return true;
        };
    }

    [GeneratedRegex(@"^\{/\*[ \t]*#?(?<id>[^\s*{}]+)[ \t]*\*/\}[ \t#]*$", RegexOptions.CultureInvariant)]
    private static partial Regex IdInComment();
}
