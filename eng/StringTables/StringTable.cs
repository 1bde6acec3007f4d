using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace StringTables;

/// <summary>
/// The strings of one language: a file of lines <c>key: text</c>. A string that depends on a number has the lines
/// <c>one</c> and <c>other</c> below its key. A comment describes the keys below it.
/// </summary>
internal sealed class StringTable(string language)
{
    private static readonly Regex Line = new(@"^(?<indent> *)(?<key>[a-z][a-z0-9_]*):(?: (?<text>.*\S))?\s*$");

    public string Language { get; } = language;

    /// <summary>The strings in the order of the file.</summary>
    public List<Entry> Entries { get; } = [];

    /// <summary>The lines that cannot be read, each with the reason.</summary>
    public List<(int Line, string Problem)> Problems { get; } = [];

    public static StringTable Read(string language, IEnumerable<string> lines)
    {
        var table = new StringTable(language);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Trim().Length > 0 && !line.TrimStart().StartsWith("#", StringComparison.Ordinal))
                table.Add(number, line);
        }

        foreach (var entry in table.Entries)
            if (entry.One is null != entry.IsOneForm || entry.Other is null)
                table.Problems.Add((entry.Line, $"'{entry.Key}' needs a text, or the lines 'one' and 'other'"));
        return table;
    }

    private void Add(int number, string line)
    {
        var match = Line.Match(line);
        var key = match.Groups["key"].Value;
        var text = match.Groups["text"].Success ? Unquote(match.Groups["text"].Value) : null;
        var isForm = match.Groups["indent"].Length > 0;
        if (!match.Success)
            Problems.Add((number, "Write 'key: text'"));
        else if (!isForm && Entries.Any(e => e.Key == key))
            Problems.Add((number, $"'{key}' is there twice"));
        else if (!isForm)
            Entries.Add(new(key, number, text));
        else if (key is not ("one" or "other") || Entries.Count == 0 || text is null)
            Problems.Add((number, "Below a key, write 'one: text' and 'other: text'"));
        else
            Entries[Entries.Count - 1].Set(key, text);
    }

    private static string Unquote(string text) =>
        text.Length > 1 && text[0] == '"' && text[text.Length - 1] == '"'
            ? text.Substring(1, text.Length - 2).Replace("\\\"", "\"")
            : text;
}

/// <summary>A string with its forms for one and for other numbers.</summary>
internal sealed class Entry(string key, int line, string? text)
{
    private static readonly Regex Parameter = new(@"\{([a-z_]+)\}");

    public string Key { get; } = key;

    public int Line { get; } = line;

    /// <summary>True if the text does not depend on a number.</summary>
    public bool IsOneForm { get; } = text is not null;

    public string? One { get; private set; }

    public string? Other { get; private set; } = text;

    /// <summary>The names in braces, in the order of their first use.</summary>
    public IReadOnlyList<string> Parameters =>
        [
            .. new[] { Other, One }
                .SelectMany(t => Parameter.Matches(t ?? "").Cast<Match>())
                .Select(m => m.Groups[1].Value)
                .Distinct(),
        ];

    public void Set(string form, string value)
    {
        if (form == "one")
            One = value;
        else
            Other = value;
    }

    /// <summary>The text with a mark for each parameter: the character U+E000 for the first one.</summary>
    public static string Mark(string text, IReadOnlyList<string> parameters) =>
        Parameter.Replace(text, m => ((char)('\uE000' + parameters.ToList().IndexOf(m.Groups[1].Value))).ToString());
}
