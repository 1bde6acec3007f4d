using System.Text.RegularExpressions;
using KnowledgeSite.Files;
using YamlDotNet.Core;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Yaml;

/// <summary>Explains to authors why a text is not valid YAML.</summary>
/// <param name="Remedy">A sentence that says how to fix it, with a space before it, or an empty text.</param>
/// <param name="Key">The position of the mistake, or null if it is where the parser stops.</param>
internal sealed partial record YamlMistake(string Reason, string Remedy, SourceSpan? Key = null)
{
    private static readonly YamlMistake Indented = new(
        "this line is not indented like the keys around it",
        " Indent all of them by the same number of spaces."
    );
    private static readonly YamlMistake IndentedEntry = new(
        "this line is indented like neither an entry of the list nor a key of one",
        " Begin each entry with '- ', and its keys below the first one."
    );
    private static readonly YamlMistake Continued = new(
        "this line is neither a key nor indented as a part of the value before it",
        " Write 'key: value', or indent it by two spaces."
    );
    private static readonly YamlMistake OpenList = new(
        "a list in brackets is not closed",
        " Put ']' after its last entry, and ',' between entries."
    );

    /// <summary>
    /// Explanations of the parser's messages. The first one whose <c>Message</c> is part of the message is used.
    /// </summary>
    private static readonly (string Message, string Reason, string Remedy)[] Known =
    [
        ("invalid mapping", "there is a second ': ' in this line", " Put quotes around a value that contains ':'."),
        (
            "unknown escape",
            "a backslash has a special meaning between double quotes",
            " Write two of them, or use single quotes."
        ),
        (
            "escape code",
            "a backslash has a special meaning between double quotes",
            " Write two of them, or use single quotes."
        ),
        ("quoted scalar", "the quote that begins here is not closed", " Close it, or delete it."),
        ("did not find expected key", "there is text after the end of a value", " Put quotes around the whole value."),
        ("flow sequence", OpenList.Reason, OpenList.Remedy),
        ("flow mapping", "a map in braces is not closed", " Put '}' after its last entry, and ',' between entries."),
        ("flow entry", "a comment follows a comma", " Put it on a line of its own."),
        (
            "block sequence",
            "this line is not an entry of the list above it",
            " Begin each entry with '- ', all at the same indentation."
        ),
        ("block collection", IndentedEntry.Reason, IndentedEntry.Remedy),
        ("cannot start any token", "a value cannot begin with this character", " Put quotes around the value."),
        ("block scalar", "only a line break may follow '|' or '>'", " Write the text on the next line, indented."),
        ("tab", "there is a tab where only spaces are allowed", " Use spaces."),
        (
            "could not find expected ':'",
            "there is a key without ':' in this line",
            " Write 'key: value', or put quotes around a text with several lines."
        ),
    ];

    public static YamlMistake Find(string text, YamlException e)
    {
        if (MissingSpace(text, (int)e.Start.Line) is { } space)
            return space;
        if (KeyWithoutColon(text, e) is { } key)
            return new($"there is no ':' after '{text.Substring(key.Start, key.Length)}'", " Write 'key: value'.", key);
        var line = LineAt(text, e);
        if (SingleQuotes().IsMatch(line))
            return new(
                "an apostrophe ends the text in single quotes",
                " Use double quotes around the text, or write the apostrophe twice."
            );
        if (CurlyQuotes().Match(line) is { Success: true } curly)
            return new($"{curly.Groups[1].Value} is not a quote in YAML", " Write straight quotes (\").");
        if (
            line.TrimStart().StartsWith("- ", StringComparison.Ordinal)
            && e.Message.Contains("expected key", StringComparison.OrdinalIgnoreCase)
        )
            return IndentedEntry;
        if (IsIndented(text, e))
            return Indented with { Key = KeyAt(text, e) };
        if (
            e.Message.Contains("expected key", StringComparison.OrdinalIgnoreCase)
            && e.Start.Column == 1
            && !line.Contains(':', StringComparison.Ordinal)
        )
            return Continued;
        var known = Array.Find(Known, k => e.Message.Contains(k.Message, StringComparison.OrdinalIgnoreCase));
        return known.Message is null ? new(Describe(e), "") : new(known.Reason, known.Remedy);
    }

    /// <summary>Explains a text at which the parser stops without a message.</summary>
    public static YamlMistake Find(string text) =>
        text.Count(c => c == '[') > text.Count(c => c == ']')
            ? OpenList
            : new("this is neither a key with a value nor an entry of a list", " Write 'key: value' on each line.");

    /// <summary>
    /// Finds the last key, on or before a line, whose colon is followed by no space or by a no-break space.
    /// Null if there is none.
    /// </summary>
    public static YamlMistake? MissingSpace(string text, int lastLine)
    {
        var lines = new SourceText(text);
        var end = lastLine < lines.LineCount ? lines.LineStart(lastLine + 1) : text.Length;
        if (KeyWithoutSpace().Matches(text[..end]).LastOrDefault() is not { } match)
            return null;
        var key = match.Groups["key"];
        var after = match.Groups["after"].Value;
        var reason = char.IsWhiteSpace(after[0])
            ? $"the space after '{key.Value}' is a no-break space"
            : $"there is no space after '{key.Value}'";
        return new(reason, $" Write '{key.Value} {match.Groups["value"].Value.Trim()}'.", new(key.Index, key.Length));
    }

    private static string LineAt(string text, YamlException e)
    {
        var lines = new SourceText(text);
        var line = lines.LineSpan(Math.Clamp((int)e.Start.Line, 1, lines.LineCount));
        return text.Substring(line.Start, line.Length);
    }

    /// <summary>
    /// True if the line with the error is a key that is indented too far, which YAML reads as a part of the value
    /// before it.
    /// </summary>
    private static bool IsIndented(string text, YamlException e)
    {
        if (
            !e.Message.Contains("invalid mapping", StringComparison.OrdinalIgnoreCase)
            && !e.Message.Contains("expected key", StringComparison.OrdinalIgnoreCase)
        )
            return false;
        var written = LineAt(text, e);
        var key = written.TrimStart();
        return written.Length > key.Length
            && key.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && !key[..colon].Contains(' ', StringComparison.Ordinal)
            && e.Start.Column - 1 <= written.Length - key.Length + colon;
    }

    /// <summary>The key at the beginning of the line with the error.</summary>
    private static SourceSpan KeyAt(string text, YamlException e)
    {
        var line = LineAt(text, e);
        var key = line.TrimStart();
        var start = new SourceText(text).LineStart((int)e.Start.Line) + line.Length - key.Length;
        return new(start, key.IndexOf(':', StringComparison.Ordinal));
    }

    /// <summary>
    /// The message without its position. Messages of <see cref="YamlReader"/> begin in lower case; the others come from
    /// the library and are not suitable for authors.
    /// </summary>
    private static string Describe(YamlException e)
    {
        var reason =
            e.Message.StartsWith('(') && e.Message.IndexOf("): ", StringComparison.Ordinal) is > 0 and var end
                ? e.Message[(end + 3)..]
                : e.Message;
        reason = reason.TrimEnd('.', ' ');
        return reason.Length > 0 && char.IsLower(reason[0]) ? reason : "it does not follow the rules of YAML here";
    }

    /// <summary>
    /// The first word of the line before the error, if that line has no colon: a key without a colon, which the parser
    /// reads as the beginning of a long value.
    /// </summary>
    private static SourceSpan? KeyWithoutColon(string text, YamlException e)
    {
        if (!e.Message.Contains("multiline plain scalar", StringComparison.Ordinal) || e.Start.Line < 2)
            return null;
        var lines = new SourceText(text);
        var start = lines.LineStart((int)e.Start.Line - 1);
        var end = lines.LineStart((int)e.Start.Line);
        var line = text.AsSpan(start, end - start).TrimEnd();
        if (line.Contains(':') || line.IsEmpty || !char.IsLetter(line[0]))
            return null;
        var word = line.IndexOf(' ');
        return new(start, word < 0 ? line.Length : word);
    }

    [GeneratedRegex(
        @"^[ \t]*(?:- +)?(?<key>[A-Za-z_][\w-]*:)(?<value>(?<after>[^\s:/\\]|[\u00a0\u2007\u202f\u3000])[^\n]*)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex KeyWithoutSpace();

    [GeneratedRegex(@"[:\-,\[]\s*'[^'\n]*'\w[^'\n]*'", RegexOptions.CultureInvariant)]
    private static partial Regex SingleQuotes();

    [GeneratedRegex(@":\s*([“”„‘’])", RegexOptions.CultureInvariant)]
    private static partial Regex CurlyQuotes();
}
