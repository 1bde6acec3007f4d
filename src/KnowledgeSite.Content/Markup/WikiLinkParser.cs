using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Recognises <c>[[…]]</c> and <c>![[…]]</c> on one line. Left to Markdown's own rules: a blank after the first
/// brackets (a shell's test), a <c>(</c> or <c>[</c> after the last ones, text that is the label of a reference
/// definition, and <c>[[toc]]</c>.
/// </summary>
internal sealed class WikiLinkParser : InlineParser
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
}
