using System.Diagnostics.CodeAnalysis;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Parses attribute lists such as <c>{#id .class key="a value"}</c>. Each part is an id, a class, or a key with a
/// value. Braces that contain anything else are text. A colon may follow the opening brace, as in kramdown.
/// </summary>
/// <remarks>
/// The time is linear in the length of the text, because only a quoted value can contain a brace: no part is read
/// twice, except such values.
/// </remarks>
internal static class AttributeList
{
    /// <summary>Parses the list at the start of the text.</summary>
    /// <param name="length">The length of the list, including the braces.</param>
    public static bool TryParse(
        ReadOnlySpan<char> text,
        out int length,
        [NotNullWhen(true)] out HtmlAttributes? attributes
    )
    {
        length = 0;
        attributes = null;
        if (text is not ['{', ..])
            return false;
        var found = new HtmlAttributes();
        var at = text is [_, ':', ..] ? 2 : 1;
        var isEmpty = true;
        while (true)
        {
            var start = at;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (at >= text.Length)
                return false;
            if (text[at] == '}')
                break;
            if ((!isEmpty && start == at) || !TryParsePart(text, ref at, found))
                return false;
            isEmpty = false;
        }

        if (isEmpty)
            return false;
        length = at + 1;
        attributes = found;
        return true;
    }

    private static bool TryParsePart(ReadOnlySpan<char> text, ref int at, HtmlAttributes found)
    {
        switch (text[at])
        {
            case '#':
                var id = ReadName(text, ref at, 1);
                if (id.IsEmpty)
                    return false;
                found.Id = id.ToString();
                return true;
            case '.':
                var name = ReadName(text, ref at, 1);
                if (name.IsEmpty || char.IsAsciiDigit(name[0]) || name[0] == '.')
                    return false;
                found.AddClass(name.ToString());
                return true;
            default:
                return TryParseProperty(text, ref at, found);
        }
    }

    private static bool TryParseProperty(ReadOnlySpan<char> text, ref int at, HtmlAttributes found)
    {
        if (!char.IsAsciiLetter(text[at]) && text[at] != '_')
            return false;
        var name = ReadName(text, ref at, 0);
        if (name.IsEmpty || at >= text.Length || text[at] != '=')
            return false;
        at++;
        if (at >= text.Length || !TryReadValue(text, ref at, out var value))
            return false;
        found.AddProperty(name.ToString(), value.ToString());
        return true;
    }

    private static bool TryReadValue(ReadOnlySpan<char> text, ref int at, out ReadOnlySpan<char> value)
    {
        value = default;
        var rest = text[at..];
        if (rest[0] is '"' or '\'')
        {
            var end = rest[1..].IndexOf(rest[0]);
            if (end < 0)
                return false;
            value = rest.Slice(1, end);
            at += end + 2;
            return true;
        }

        var length = 0;
        while (length < rest.Length && !EndsValue(rest[length]))
            length++;
        if (length == 0 || length == rest.Length || (rest[length] != '}' && !char.IsWhiteSpace(rest[length])))
            return false;
        value = rest[..length];
        at += length;
        return true;
    }

    private static ReadOnlySpan<char> ReadName(ReadOnlySpan<char> text, ref int at, int signs)
    {
        var start = at + signs;
        at = start;
        while (at < text.Length && IsNameCharacter(text[at]))
            at++;
        return text[start..at];
    }

    private static bool IsNameCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character)
        || character is '-' or '_' or '.' or ':'
        || (character > '\u007f' && !char.IsWhiteSpace(character));

    private static bool EndsValue(char character) =>
        char.IsWhiteSpace(character)
        || character is '{' or '}' or '"' or '\'' or '=' or '<' or '>' or '`' or ',' or ';';
}

/// <summary>An attribute list in a text, before its target is known.</summary>
/// <param name="source">The list as it is written, as a part of the text of its block.</param>
internal sealed class AttributeListInline(StringSlice source, HtmlAttributes attributes) : LeafInline
{
    public StringSlice Source { get; } = source;

    public HtmlAttributes Attributes { get; } = attributes;

    public bool FollowsSpace => Source.Start == 0 || char.IsWhiteSpace(Source.Text[Source.Start - 1]);

    public bool FollowsTemplate => Source.Start > 0 && AttributeListParser.IsTemplate(Source.Text[Source.Start - 1]);

    /// <summary>Removes the list and the space before it from the text.</summary>
    public void RemoveWithSpace()
    {
        var before = PreviousSibling;
        Remove();
        while (before is LineBreakInline)
        {
            var line = before;
            before = before.PreviousSibling;
            line.Remove();
        }

        if (before is LiteralInline literal)
            literal.Content.TrimEnd();
    }
}

/// <summary>
/// Recognises attribute lists in any position. <see cref="AttributeLists"/> decides later what they belong to.
/// </summary>
internal sealed class AttributeListParser : InlineParser
{
    public AttributeListParser() => OpeningCharacters = ['{'];

    /// <summary>
    /// True if a brace after this character belongs to another language: <c>${name}</c>, <c>{{ name }}</c>,
    /// <c>#{name}</c>.
    /// </summary>
    public static bool IsTemplate(char before) => before is '{' or '$' or '#' or '%' or '@' or '\\';

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!AttributeList.TryParse(slice.AsSpan(), out var length, out var attributes))
            return false;
        if (slice.PeekCharExtra(-1) == '{' || slice.PeekCharExtra(length) == '}')
            return false;
        if (LengthAboveTable(processor, slice, length) is { } line)
        {
            AttributeLists.Attach(processor.Document, processor.Block!, attributes);
            slice.Start += line;
            return true;
        }

        var start = processor.GetSourcePosition(slice.Start, out var lineNumber, out var column);
        var source = new StringSlice(slice.Text, slice.Start, slice.Start + length - 1);
        var list = new AttributeListInline(source, attributes)
        {
            Line = lineNumber,
            Column = column,
            Span = new(start, processor.GetSourcePosition(source.End)),
        };
        processor.Inline = list;
        AttributeLists.Add(processor.Document, list);
        slice.Start += length;
        return true;
    }

    /// <summary>
    /// The length of the line if the list is directly above the header row of a table, otherwise null. A table copies
    /// the attributes of its paragraph when it is created, so such a list is attached at once.
    /// </summary>
    private static int? LengthAboveTable(InlineProcessor processor, StringSlice slice, int length)
    {
        if (processor is not { Inline: null, Block: ParagraphBlock })
            return null;
        var text = slice.AsSpan();
        while (length < text.Length && (text[length] is ' ' or '\t'))
            length++;
        if (length == text.Length || text[length] != '\n')
            return null;
        var head = text[(length + 1)..];
        var end = head.IndexOf('\n');
        return end > 0 && head[..end].Contains('|') ? length + 1 : null;
    }
}
