using System.Text.RegularExpressions;
using KnowledgeSite.Files;
using YamlDotNet.Core;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content;

/// <summary>Why a text is no YAML, in words for somebody who has never heard of a scanner.</summary>
/// <param name="WayOut">A sentence with a blank before it, or nothing.</param>
/// <param name="Key">Where the mistake is, when that is not the place at which the parser stumbles.</param>
internal sealed partial record YamlMistake(string Reason, string WayOut, SourceSpan? Key = null)
{
    private static readonly YamlMistake Indented = new(
        "this line is not indented like the keys it belongs to",
        " Indent all of them by the same number of spaces."
    );
    private static readonly YamlMistake IndentedEntry = new(
        "this line is not indented like the entries of the list above it",
        " Begin each entry with '- ', all at the same indentation."
    );
    private static readonly YamlMistake OpenList = new(
        "a list in brackets has no end",
        " Put ']' after its last entry, and ',' between them."
    );

    /// <summary>What the parser says, in words for authors; the first that is part of its message.</summary>
    private static readonly (string Said, string Reason, string WayOut)[] Known =
    [
        ("invalid mapping", "there is a second ': ' in this line", " Put quotes around a value with ':' in it."),
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
        ("quoted scalar", "a quote is opened here and never closed", " Close it, or delete it."),
        (
            "did not find expected key",
            "something follows after the end of a value",
            " Put quotes around the whole value."
        ),
        ("flow sequence", OpenList.Reason, OpenList.WayOut),
        ("flow mapping", "a map in braces has no end", " Put '}' after its last entry, and ',' between them."),
        ("flow entry", "a comment follows a comma", " Put it on a line of its own."),
        (
            "block sequence",
            "this line is no entry of the list above it",
            " Begin each entry with '- ', all at the same indentation."
        ),
        ("block collection", IndentedEntry.Reason, IndentedEntry.WayOut),
        ("cannot start any token", "a value cannot begin with this character", " Put quotes around the value."),
        ("block scalar", "only a line break may follow '|' or '>'", " Write the text on the next line, indented."),
        ("tab", "there is a tab where only spaces may be", " Use spaces."),
        (
            "could not find expected ':'",
            "a key in this line has no ':' after it",
            " Write 'key: value', or put quotes around a text of several lines."
        ),
    ];

    public static YamlMistake Find(string text, YamlException e)
    {
        if (MissingSpace(text, (int)e.Start.Line) is { } space)
            return space;
        if (KeyWithoutColon(text, e) is { } key)
            return new(
                $"no ':' follows '{text.Substring(key.Start, key.Length)}'",
                " Write it between a key and its value.",
                key
            );
        var line = LineAt(text, e);
        if (SingleQuotes().IsMatch(line))
            return new(
                "an apostrophe ends a text in single quotes",
                " Put the text in double quotes, or write the apostrophe twice."
            );
        if (CurlyQuotes().Match(line) is { Success: true } curly)
            return new($"{curly.Groups[1].Value} is not a quote in YAML", " Write straight quotes (\").");
        if (
            line.TrimStart().StartsWith("- ", StringComparison.Ordinal)
            && e.Message.Contains("expected key", StringComparison.OrdinalIgnoreCase)
        )
            return IndentedEntry;
        if (IsIndented(text, e))
            return Indented;
        var known = Array.Find(Known, k => e.Message.Contains(k.Said, StringComparison.OrdinalIgnoreCase));
        return known.Said is null ? new(Describe(e), "") : new(known.Reason, known.WayOut);
    }

    /// <summary>For text at which the parser stops without a message.</summary>
    public static YamlMistake Find(string text) =>
        text.Count(c => c == '[') > text.Count(c => c == ']')
            ? OpenList
            : new(
                "something here is neither a key with a value nor an entry of a list",
                " Write 'key: value' on each line."
            );

    /// <summary>
    /// A key whose colon touches its value, or has a no-break space after it; null where there is none up to the line.
    /// </summary>
    public static YamlMistake? MissingSpace(string text, int lastLine)
    {
        var lines = new SourceText(text);
        var end = lastLine < lines.LineCount ? lines.LineStart(lastLine + 1) : text.Length;
        if (KeyWithoutSpace().Matches(text[..end]).LastOrDefault() is not { } match)
            return null;
        var (key, after) = (match.Groups["key"], match.Groups["after"].Value);
        var reason = char.IsWhiteSpace(after[0])
            ? $"the space after '{key.Value}' is a no-break space"
            : $"a space is missing after '{key.Value}'";
        return new(reason, $" Write '{key.Value} {match.Groups["value"].Value.Trim()}'.", new(key.Index, key.Length));
    }

    private static string LineAt(string text, YamlException e)
    {
        var lines = new SourceText(text);
        var line = lines.LineSpan(Math.Clamp((int)e.Start.Line, 1, lines.LineCount));
        return text.Substring(line.Start, line.Length);
    }

    /// <summary>
    /// A key that is indented by mistake is taken for the value before it going on, or for a key of nothing.
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

    /// <summary>The reader's own messages begin in lower case; those of the library are not for authors.</summary>
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
    /// The first word of the line before the one that a parser stumbles on, where that line has no colon: what is meant
    /// for a key it takes for the beginning of a long value.
    /// </summary>
    private static SourceSpan? KeyWithoutColon(string text, YamlException e)
    {
        if (!e.Message.Contains("multiline plain scalar", StringComparison.Ordinal) || e.Start.Line < 2)
            return null;
        var lines = new SourceText(text);
        var (start, end) = (lines.LineStart((int)e.Start.Line - 1), lines.LineStart((int)e.Start.Line));
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
