using KnowledgeSite.Files;
using YamlDotNet.Core;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content;

/// <summary>Why a text is no YAML, in words for somebody who has never heard of a scanner.</summary>
/// <param name="WayOut">A sentence with a blank before it, or nothing.</param>
/// <param name="Key">Where the mistake is, when that is not the place at which the parser stumbles.</param>
internal sealed record YamlMistake(string Reason, string WayOut, SourceSpan? Key = null)
{
    private static readonly YamlMistake Indented = new("this line is indented otherwise than the keys it belongs to", " Begin all of them with as many blanks.");
    private static readonly YamlMistake OpenList = new("a list in brackets has no end", " Put ']' after its last entry, and ',' between them.");

    /// <summary>The first that is part of what the parser says.</summary>
    private static readonly (string Said, string Reason, string WayOut)[] Known =
    [
        ("invalid mapping", "a second ': ' stands in this line", " Put quotes around a value with ':' in it."),
        ("quoted scalar", "a quote is opened here and never closed", " Close it, or take it away."),
        ("did not find expected key", "something follows where a value has ended", " Put quotes around the whole value."),
        ("flow sequence", OpenList.Reason, OpenList.WayOut),
        ("flow mapping", "a map in braces has no end", " Put '}' after its last entry, and ',' between them."),
        ("block sequence", "this line is no entry of the list above it", " Begin entries with '- ', all with as many blanks before it."),
        ("cannot start any token", "a value cannot begin with this character", " Put quotes around the value."),
    ];

    public static YamlMistake Of(string text, YamlException e)
    {
        if (KeyWithoutColon(text, e) is { } key) return new($"no ':' follows '{text.Substring(key.Start, key.Length)}'", " Write it between a key and its value.", key);
        if (IsIndented(text, e)) return Indented;
        var known = Array.Find(Known, k => e.Message.Contains(k.Said, StringComparison.OrdinalIgnoreCase));
        return known.Said is null ? new(Said(e), "") : new(known.Reason, known.WayOut);
    }

    /// <summary>For text at which the parser stops without a message.</summary>
    public static YamlMistake Of(string text) =>
        text.Count(c => c == '[') > text.Count(c => c == ']') ? OpenList : new("something here is neither a key with a value nor an entry of a list", " Write 'key: value' on each line.");

    /// <summary>A key that is indented by mistake is taken for the value before it going on, or for a key of nothing.</summary>
    private static bool IsIndented(string text, YamlException e)
    {
        if (!e.Message.Contains("invalid mapping", StringComparison.OrdinalIgnoreCase) && !e.Message.Contains("expected key", StringComparison.OrdinalIgnoreCase)) return false;
        var lines = new SourceText(text);
        var line = lines.LineSpan(Math.Clamp((int)e.Start.Line, 1, lines.LineCount));
        var written = text.AsSpan(line.Start, line.Length);
        var key = written.TrimStart();
        return written.Length > key.Length && key.IndexOf(':') is > 0 and var colon && !key[..colon].Contains(' ') && e.Start.Column - 1 <= written.Length - key.Length + colon;
    }

    private static string Said(YamlException e)
    {
        var reason = e.Message.StartsWith('(') && e.Message.IndexOf("): ", StringComparison.Ordinal) is > 0 and var end ? e.Message[(end + 3)..] : e.Message;
        reason = reason.TrimEnd('.', ' ');
        return reason.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(reason[0]) + reason[1..];
    }

    /// <summary>The first word of the line before the one that a parser stumbles on, where that line has no colon: what is meant for a key it takes for the beginning of a long value.</summary>
    private static SourceSpan? KeyWithoutColon(string text, YamlException e)
    {
        if (!e.Message.Contains("multiline plain scalar", StringComparison.Ordinal) || e.Start.Line < 2) return null;
        var lines = new SourceText(text);
        var (start, end) = (lines.LineStart((int)e.Start.Line - 1), lines.LineStart((int)e.Start.Line));
        var line = text.AsSpan(start, end - start).TrimEnd();
        if (line.Contains(':') || line.IsEmpty || !char.IsLetter(line[0])) return null;
        var word = line.IndexOf(' ');
        return new(start, word < 0 ? line.Length : word);
    }
}
