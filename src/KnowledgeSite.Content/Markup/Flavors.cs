using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Emoji;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Syntax that other tools add to Markdown, such as Obsidian, Material for MkDocs, Docusaurus and Starlight: callouts,
/// admonitions, collapsible blocks, tabs, highlights, comments, and ids of headings in <c>{/*id*/}</c>. Must be set up
/// after <see cref="AttributeLists"/>.
/// </summary>
internal sealed partial class Flavors : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new AdmonitionParser());
        pipeline.BlockParsers.Insert(0, new SlashBlockParser());
        pipeline.BlockParsers.Insert(0, new CalloutParser());
        pipeline.BlockParsers.Insert(0, new TabLineParser());
        pipeline.BlockParsers.Insert(0, new TabElementParser());
        pipeline.BlockParsers.Insert(0, new PercentCommentBlockParser());
        pipeline.InlineParsers.Insert(0, new PercentCommentParser());
        // Not within a word: "a==b and c==d" is a comparison.
        pipeline
            .InlineParsers.Find<EmphasisInlineParser>()!
            .EmphasisDescriptors.Add(new EmphasisDescriptor('=', 2, 2, enableWithinWord: false));
        ReadIdsInComments(pipeline.BlockParsers.Find<HeadingBlockParser>()!);
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

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

/// <summary>
/// A line of Microsoft Learn Markdown: <c>:::image source="…" alt-text="…":::</c>. It does not open a block. An image
/// is shown. The line that ends a long description of an image is hidden. All other lines, such as <c>:::code …:::</c>
/// and <c>:::row:::</c>, are shown as text.
/// </summary>
internal sealed partial class LearnMarkup(BlockParser parser, string name, string text)
    : LeafBlock(parser),
        IBodyElement
{
    /// <summary>The name after the first colons: <c>image</c>, <c>code</c>, <c>row</c>, <c>row-end</c>.</summary>
    public string Name { get; } = name;

    public string? ImageAddress => Name == "image" ? ValueOf("source") : null;

    public void Write(BodyRenderer body)
    {
        if (Name == "image-end")
            return;
        body.EnsureLine();
        body.Write("<p>");
        if (ImageAddress is { } address)
        {
            body.Write("<img src=\"");
            body.AddLinkSlot(new(LinkForm.Image, address, body.InFile(Span)), SlotContent.Address);
            body.Write("\" alt=\"").WriteEscape(ValueOf("alt-text") ?? "").Write("\" loading=\"lazy\">");
        }
        else
        {
            body.WriteEscape(text);
        }

        body.WriteLine("</p>");
    }

    private string? ValueOf(string attribute)
    {
        foreach (Match match in Attribute().Matches(text))
            if (match.Groups["name"].Value == attribute)
                return match.Groups["value"].Value;
        return null;
    }

    [GeneratedRegex("(?<=\\s)(?<name>[a-z-]+)=\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}

internal sealed partial class LearnMarkupParser : BlockParser
{
    public LearnMarkupParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || Line().Match(processor.Line.ToString()) is not { Success: true } line)
            return BlockState.None;
        processor.NewBlocks.Push(
            new LearnMarkup(this, line.Groups["name"].Value, line.Value.TrimEnd())
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Start + line.Value.TrimEnd().Length - 1),
            }
        );
        return BlockState.BreakDiscard;
    }

    [GeneratedRegex(
        @"^:::\s*(?<name>(?:image|code|row|column|video|form|zone|moniker|no-loc)(?:-end)?)(?=[\s:]).*:::\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Line();
}

/// <summary>
/// Recognises GitHub shortcodes of emoji, such as <c>:rocket:</c>. Colons inside words and numbers, as in
/// <c>std::o::x</c> and <c>12:100:30</c>, are text.
/// </summary>
internal sealed class EmojiParser : InlineParser
{
    private const int MaxNameLength = 60;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-"
    );

    private static readonly FrozenDictionary<string, string> Emoji = EmojiMapping
        .GetDefaultEmojiShortcodeToUnicode()
        .ToFrozenDictionary();

    public EmojiParser() => OpeningCharacters = [':'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (IsPartOfWord(slice.PeekCharExtra(-1)))
            return false;
        var text = slice.AsSpan();
        var length = text[1..].IndexOfAnyExcept(NameCharacters);
        if (
            length is <= 0 or > MaxNameLength
            || text[length + 1] != ':'
            || IsPartOfWord(slice.PeekCharExtra(length + 2))
        )
            return false;
        if (!Emoji.TryGetValue(text[..(length + 2)].ToString(), out var emoji))
            return false;

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new LiteralInline(emoji)
        {
            Line = line,
            Column = column,
            Span = new(start, start + length + 1),
        };
        slice.Start += length + 2;
        return true;
    }

    private static bool IsPartOfWord(char character) =>
        char.IsLetterOrDigit(character) || character is ':' or '_' or '/' or '`';
}
