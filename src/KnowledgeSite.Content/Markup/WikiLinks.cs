using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Recognises <c>[[…]]</c> and <c>![[…]]</c> on one line. Not wikilinks, but ordinary Markdown: a space after the first
/// brackets (a test in a shell), <c>(</c> or <c>[</c> after the last ones, the label of a reference definition,
/// <c>[[toc]]</c>, a line above a key with a value (an array of tables in TOML), and text in quotes (an array of
/// texts).
/// </summary>
internal sealed partial class WikiLinkParser : InlineParser
{
    public WikiLinkParser() => OpeningCharacters = ['[', '!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        var isEmbed = rest.StartsWith("![[");
        if (isEmbed)
            rest = rest[1..];
        if (!rest.StartsWith("[["))
            return false;
        var length = rest[2..].IndexOfAny('[', ']', '\n');
        if (length <= 0 || !rest[(length + 2)..].StartsWith("]]") || char.IsWhiteSpace(rest[2]))
            return false;
        if (rest.Length > length + 4 && rest[length + 4] is '(' or '[')
            return false;
        if (length > 1 && rest[2] is '\'' or '"' && rest[length + 1] == rest[2])
            return false;
        if (!isEmbed && AboveKey().IsMatch(rest[(length + 4)..]))
            return false;

        var content = rest.Slice(2, length).ToString();
        if (OtherSyntax.IsTableOfContents(content) || processor.Document.ContainsLinkReferenceDefinition(content))
            return false;

        var bar = content.IndexOf('|', StringComparison.Ordinal);
        var (target, label) = bar < 0 ? (content, null) : (content[..bar], content[(bar + 1)..].Trim());
        ImageSize? size = null;
        if (isEmbed && label is not null)
            (label, size) = ImageSize.Split(label);
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var whole = length + (isEmbed ? 5 : 4);
        processor.Inline = new WikiLinkInline(target.TrimEnd('\\').Trim(), string.IsNullOrEmpty(label) ? null : label)
        {
            IsEmbed = isEmbed,
            Size = size,
            Line = line,
            Column = column,
            Span = new Markdig.Syntax.SourceSpan(start, processor.GetSourcePosition(slice.Start + whole - 1)),
        };
        slice.Start += whole;
        return true;
    }

    [GeneratedRegex(
        @"^[ \t]*\r?\n[ \t]*(?:[\w-]+(?:\.[\w-]+)*[ \t]*=(?!=)[ \t]*\S|\[[\w.-]+\][ \t]*\r?\n)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AboveKey();
}

/// <summary>
/// A wikilink <c>[[target]]</c> or <c>[[target|label]]</c>. With <c>!</c> before it, its target is embedded.
/// </summary>
internal sealed class WikiLinkInline(string target, string? label) : LeafInline, IBodyElement
{
    public string Target { get; } = target;

    public string? Label { get; } = label;

    public bool IsEmbed { get; init; }

    /// <summary>The size of an embedded image, or null.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>
    /// Writes the link with a slot for the URL and, if there is no label, another one for the title of the target.
    /// </summary>
    public void Write(BodyRenderer body)
    {
        if (!body.EnableHtmlForInline)
        {
            body.WriteEscape(Label ?? Target);
            return;
        }

        if (IsEmbed)
        {
            body.AddLinkSlot(
                new(LinkForm.Include, Target, body.InFile(Span)) { Label = Label, Size = Size },
                SlotContent.Embed
            );
            return;
        }

        var found = new PageLink(LinkForm.Wiki, Target, body.InFile(Span)) { Label = Label };
        body.Write("<a href=\"");
        body.AddLinkSlot(found, SlotContent.Address);
        body.Write('"').WriteAttributes(this).Write('>');
        if (Label is null)
            body.AddLinkSlot(found, SlotContent.Title);
        else
            body.WriteEscape(Label);
        body.Write("</a>");
        body.AddNoteSlot(found);
    }
}

/// <summary>
/// An include <c>![[page#section]]</c> on a line of its own: it is replaced by text of another page, or by an image.
/// </summary>
/// <param name="label">The alt text of an image, after <c>|</c>.</param>
internal sealed class IncludeBlock(BlockParser parser, string target, string? label, ImageSize? size)
    : LeafBlock(parser),
        IBodyElement
{
    public void Write(BodyRenderer body)
    {
        body.EnsureLine();
        // The element closes any element that the author left open around the include.
        body.Write("<div class=\"included\">");
        body.AddLinkSlot(
            new(LinkForm.Include, target, body.InFile(Span)) { Label = label, Size = size },
            SlotContent.Include
        );
        body.WriteLine("</div>");
    }
}

internal sealed partial class IncludeParser : BlockParser
{
    public IncludeParser() => OpeningCharacters = ['!'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || Line().Match(processor.Line.ToString()) is not { Success: true } line)
            return BlockState.None;
        var (label, size) = ImageSize.Split(line.Groups["label"].Value.Trim());
        processor.NewBlocks.Push(
            new IncludeBlock(
                this,
                line.Groups["target"].Value.Trim().TrimEnd('\\'),
                label.Any(char.IsLetter) ? label : null,
                size
            )
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Start + line.Groups["whole"].Length - 1),
            }
        );
        return BlockState.BreakDiscard;
    }

    [GeneratedRegex(
        @"^(?<whole>!\[\[(?<target>[^\[\]|\s][^\[\]|]*)(\|(?<label>[^\[\]]*))?\]\])\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Line();
}
