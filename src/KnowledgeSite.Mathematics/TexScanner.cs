using System.Globalization;

namespace KnowledgeSite.Mathematics;

internal enum TokenKind
{
    End,
    Character,
    Command,
    GroupStart,
    GroupEnd,
    Superscript,
    Subscript,
    ColumnEnd,
    Parameter,
    Space,
}

/// <summary>A token of TeX.</summary>
/// <param name="Text">A code point, or the name of a command without its backslash, or the digit of a
/// parameter.</param>
/// <param name="Start">The offset in the formula. A token from a macro has the offset of the macro's use.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int Length)
{
    public bool IsCommand(string name) => Kind == TokenKind.Command && Text == name;

    public bool IsCharacter(string text) => Kind == TokenKind.Character && Text == text;
}

/// <summary>Splits TeX into tokens. The time is linear.</summary>
internal sealed class TexScanner(string source)
{
    private static readonly string[] Ascii =
    [
        .. Enumerable.Range(0, 128).Select(c => ((char)c).ToString(CultureInfo.InvariantCulture)),
    ];

    public int Position { get; private set; }

    /// <summary>Reads the next token. A row of white space is one token, and there is none after a command.</summary>
    public Token Read()
    {
        while (Position < source.Length && source[Position] == '%' && HasLineEnd(out var end))
            Position = end + 1;
        var start = Position;
        if (start == source.Length)
            return new(TokenKind.End, "", start, 0);
        var c = source[start];
        if (char.IsWhiteSpace(c))
        {
            SkipSpace();
            return new(TokenKind.Space, " ", start, Position - start);
        }

        switch (c)
        {
            case '\\':
                return ReadCommand(start);
            case '#':
                return ReadParameter(start);
            case '~':
                Position++;
                return new(TokenKind.Command, "nobreakspace", start, 1);
        }

        Position += char.IsSurrogatePair(source, start) ? 2 : 1;
        return new(KindOf(c), Slice(start), start, Position - start);
    }

    /// <summary>Goes to the end, so that only <see cref="TokenKind.End"/> follows.</summary>
    public void Stop() => Position = source.Length;

    private static TokenKind KindOf(char c) =>
        c switch
        {
            '{' => TokenKind.GroupStart,
            '}' => TokenKind.GroupEnd,
            '^' => TokenKind.Superscript,
            '_' => TokenKind.Subscript,
            '&' => TokenKind.ColumnEnd,
            _ => TokenKind.Character,
        };

    private Token ReadCommand(int start)
    {
        Position++;
        if (Position == source.Length)
            return new(TokenKind.Command, "", start, 1);
        if (char.IsAsciiLetter(source[Position]))
        {
            while (Position < source.Length && char.IsAsciiLetter(source[Position]))
                Position++;
            var name = source[(start + 1)..Position];
            var length = Position - start;
            SkipSpace();
            return new(TokenKind.Command, name, start, length);
        }

        if (char.IsWhiteSpace(source[Position]))
        {
            SkipSpace();
            return new(TokenKind.Command, " ", start, 2);
        }

        var character = Position;
        Position += char.IsSurrogatePair(source, character) ? 2 : 1;
        return new(TokenKind.Command, Slice(character), start, Position - start);
    }

    private Token ReadParameter(int start)
    {
        Position++;
        if (Position < source.Length && source[Position] is (>= '1' and <= '9') or '#')
            Position++;
        return new(TokenKind.Parameter, source[(start + 1)..Position], start, Position - start);
    }

    /// <summary>
    /// True if the comment at this position ends before the formula does. A percent sign without a line break after it
    /// is content, because a comment would hide the rest of the formula.
    /// </summary>
    private bool HasLineEnd(out int end)
    {
        end = source.IndexOf('\n', Position);
        return end >= 0;
    }

    private void SkipSpace()
    {
        while (Position < source.Length && char.IsWhiteSpace(source[Position]))
            Position++;
    }

    private string Slice(int start) =>
        Position - start == 1 && source[start] < 128 ? Ascii[source[start]] : source[start..Position];
}
