using System.Buffers;
using System.Collections.Frozen;
using Markdig.Extensions.Emoji;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Recognises GitHub's short names of emoji, such as <c>:rocket:</c>. Colons that belong to something else, as in
/// <c>std::o::x</c> and <c>12:100:30</c>, begin and end none.
/// </summary>
internal sealed class EmojiParser : InlineParser
{
    private const int LongestName = 60;

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
        if (length is <= 0 or > LongestName || text[length + 1] != ':' || IsPartOfWord(slice.PeekCharExtra(length + 2)))
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
