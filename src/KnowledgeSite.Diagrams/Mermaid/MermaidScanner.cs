using System.Diagnostics.CodeAnalysis;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Reads the text of a diagram from start to end.</summary>
internal sealed class MermaidScanner(string text, int start)
{
    /// <summary>The maximum length of a line that is read as a whole.</summary>
    private const int MaxLine = 2000;

    public string Text { get; } = text;

    public int Position { get; set; } = start;

    public bool IsAtEnd => Position >= Text.Length;

    /// <summary>The next character, or a line break at the end of the text.</summary>
    public char Next => Position < Text.Length ? Text[Position] : '\n';

    public bool IsAtStatementEnd => IsAtEnd || Text[Position] is '\n' or ';' or '\r';

    public char PeekAt(int distance) => Position + distance is >= 0 and var at && at < Text.Length ? Text[at] : '\n';

    public void SkipSpaces()
    {
        while (Position < Text.Length && Text[Position] is ' ' or '\t' or '\r')
            Position++;
    }

    /// <summary>Skips spaces, line breaks and semicolons.</summary>
    public void SkipBlank()
    {
        while (Position < Text.Length && (char.IsWhiteSpace(Text[Position]) || Text[Position] == ';'))
            Position++;
    }

    public bool StartsWith(string part) => string.CompareOrdinal(Text, Position, part, 0, part.Length) == 0;

    public bool TryTake(string part)
    {
        if (!StartsWith(part))
            return false;
        Position += part.Length;
        return true;
    }

    /// <summary>Takes a word that a space or the end of the statement follows.</summary>
    public bool TryTakeWord(string word)
    {
        if (!StartsWith(word) || !(PeekAt(word.Length) is ';' || char.IsWhiteSpace(PeekAt(word.Length))))
            return false;
        Position += word.Length;
        return true;
    }

    /// <summary>Takes the rest of the line.</summary>
    public string TakeLine()
    {
        var end = Text.IndexOf('\n', Position);
        end = end < 0 ? Text.Length : end;
        CheckLength(Position, end);
        var line = Text[Position..end];
        Position = end;
        return line.Trim();
    }

    /// <summary>Takes the rest of the line, up to a semicolon outside quotation marks.</summary>
    public string TakeStatement()
    {
        var begin = Position;
        var isQuoted = false;
        for (; Position < Text.Length && Text[Position] != '\n'; Position++)
        {
            if (Text[Position] == '"')
                isQuoted = !isQuoted;
            // A semicolon can also end an entity, such as '#35;'.
            if (Text[Position] == ';' && !isQuoted && !EndsEntity(begin))
                break;
        }

        CheckLength(begin, Position);
        return Text[begin..Position].Trim();
    }

    private void CheckLength(int begin, int end)
    {
        if (end - begin > MaxLine)
            Fail(begin, 1, $"This line has more than {MaxLine} characters.", "Shorten it, or write several lines.");
    }

    private bool EndsEntity(int begin)
    {
        var at = Position - 1;
        while (at > begin && char.IsAsciiLetterOrDigit(Text[at]))
            at--;
        return at < Position - 1 && Text[at] is '#' or '&';
    }

    [DoesNotReturn]
    public void Fail(int offset, int length, string problem, string fix) =>
        throw new MermaidFormatException(
            new(Math.Min(offset, Math.Max(0, Text.Length - 1)), Math.Max(1, length), problem, fix)
        );

    /// <summary>Fails at the rest of the line.</summary>
    [DoesNotReturn]
    public void FailHere(string problem, string fix)
    {
        var end = Text.IndexOf('\n', Math.Min(Position, Text.Length));
        var length = (end < 0 ? Text.Length : end) - Position;
        Fail(Position, length, problem, fix);
    }

    /// <summary>The next characters of the line for a message.</summary>
    public string Excerpt()
    {
        var end = Position;
        while (end < Text.Length && Text[end] != '\n' && end < Position + 24)
            end++;
        return Text[Position..end].Trim();
    }
}
