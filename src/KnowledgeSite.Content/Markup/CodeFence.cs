using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Highlighting;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// What an author writes after a fence about its code, in the forms of Docusaurus, Material for MkDocs, VitePress,
/// Hugo and Quarto.
/// </summary>
/// <param name="Language">The name of the language as it is written; empty if there is none.</param>
/// <param name="Title">The title above the code, usually the name of a file.</param>
/// <param name="FirstNumber">The number of the first line, or null if lines are not numbered.</param>
/// <param name="Highlighted">The lines to highlight, counted from 1: <c>2,4-6</c>.</param>
/// <param name="Wraps">True if long lines wrap instead of scrolling.</param>
internal sealed partial record CodeFence(
    string Language,
    string? Title,
    int? FirstNumber,
    IReadOnlyList<Range> Highlighted,
    bool Wraps
)
{
    private static readonly CodeFence Nothing = new("", null, null, [], false);

    private static readonly string[] TitleKeys = ["title", "filename"];
    private static readonly string[] LineKeys = ["hl_lines", "highlight", "hl-lines", "highlightlines"];
    private static readonly string[] NumberFlags =
    [
        "linenums",
        "lineNumbers",
        "showLineNumbers",
        "line-numbers",
        "numberLines",
        "lineNos",
        "code-line-numbers",
    ];
    private static readonly string[] StartKeys = ["startFrom", "startLineNumber", "linenostart", "first-line"];

    private static readonly HashSet<string> Options = new(
        [.. TitleKeys, .. LineKeys, .. NumberFlags, .. StartKeys, "wrap", "lang", "file"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The file to show as code, as it is written: <c>../train.py#L10-L30</c>.</summary>
    public string? File { get; private init; }

    /// <summary>The lines to highlight that are not a range, as they are written: <c>3-1</c>.</summary>
    public IReadOnlyList<string> InvalidLines { get; private init; } = [];

    /// <summary>
    /// An option whose quotation mark is not closed, up to the end of the line. Null if there is none.
    /// </summary>
    public string? Incomplete { get; private init; }

    /// <summary>True if the code is a difference: its lines begin with <c>+</c>, <c>-</c> or a space.</summary>
    public bool IsDiff { get; private init; }

    /// <summary>Remembers what is known of a block, in place of what its author wrote.</summary>
    public void AttachTo(CodeBlock block) => block.SetData(typeof(CodeFence), this);

    public static CodeFence Read(CodeBlock block)
    {
        if (block.GetData(typeof(CodeFence)) is CodeFence known)
            return known;
        if (CodeCell.FindLanguage(block) is { } cell)
            return Nothing with { Language = cell };
        if (block is not FencedCodeBlock fence)
            return Nothing;
        var attributes = fence.TryGetAttributes();
        var info = fence.Info ?? "";
        var end = info.StartsWith("file=", StringComparison.Ordinal) ? 0 : info.AsSpan().IndexOfAny(",{:");
        var language = end < 0 ? info : info[..end];
        if (info.Length == 0)
            language = attributes?.Classes?.Find(c => CodeLanguages.FindScope(c) is not null) ?? "";
        if (end < 0 && string.IsNullOrEmpty(fence.Arguments) && attributes is null)
            return new CodeFence(language, null, null, [], false) { IsDiff = IsNameOfDiff(language) };

        var rest = end < 0 ? fence.Arguments ?? "" : $"{info[end..]} {fence.Arguments}";
        var values = Value().Matches(rest).Select(ReadValue).Concat(attributes?.Properties ?? []).ToList();
        var words = Value().Replace(rest, " ");
        var (otherLanguage, isDiff) = ReadDiff(language, words, Find(values, ["lang"]));
        return new(
            otherLanguage,
            Find(values, TitleKeys) ?? FindTitle(rest),
            FindFirstNumber(words, values, attributes),
            FindRanges(words, Find(values, LineKeys)),
            Word("wrap").IsMatch(words) || Find(values, ["wrap"]) is "true" or "{true}"
        )
        {
            IsDiff = isDiff,
            InvalidLines = [.. SplitLines(words, Find(values, LineKeys)).Where(IsInvalidRange)],
            Incomplete = OpenQuotation().Match(rest) is { Success: true } open
                ? open.Groups["option"].Value.TrimEnd()
                : null,
            File = Find(values, ["file"]),
        };
    }

    private static bool IsNameOfDiff(string language) =>
        language.Equals("diff", StringComparison.OrdinalIgnoreCase)
        || language.Equals("patch", StringComparison.OrdinalIgnoreCase);

    /// <summary>The language whose difference is shown: <c>diff python</c>, <c>diff lang="python"</c>.</summary>
    private static (string Language, bool IsDiff) ReadDiff(string language, string words, string? other)
    {
        if (!IsNameOfDiff(language))
            return (language, false);
        other ??= words.Trim().Split(' ')[0];
        return (CodeLanguages.FindScope(other) is null ? language : other, true);
    }

    private static KeyValuePair<string, string?> ReadValue(Match match) =>
        new(match.Groups["key"].Value, match.Groups["value"].Value);

    /// <summary>Removes the options from the attributes of a block, because they are no attributes of HTML.</summary>
    public void RemoveFrom(CodeBlock block)
    {
        if (block.TryGetAttributes()?.Properties?.RemoveAll(p => Options.Contains(p.Key)) > 0)
            AttachTo(block);
    }

    private static string? Find(IEnumerable<KeyValuePair<string, string?>> values, string[] keys) =>
        values.FirstOrDefault(v => keys.Contains(v.Key, StringComparer.OrdinalIgnoreCase)).Value;

    /// <summary>A title without a key: in brackets, or words that begin with a capital letter.</summary>
    private static string? FindTitle(string rest) =>
        TitleWords().Match(rest.Trim()) is { Success: true } title ? title.Groups["title"].Value : null;

    private static int? FindFirstNumber(
        string words,
        IEnumerable<KeyValuePair<string, string?>> values,
        HtmlAttributes? attributes
    )
    {
        var start = Find(values, StartKeys);
        var written = Find(values, NumberFlags);
        if (written is "false" or "{false}")
            return null;
        var flag = Array.Find(NumberFlags, f => Word(f).IsMatch(words));
        var isNumbered =
            written is not null
            || flag is not null
            || attributes?.Classes?.Exists(c => NumberFlags.Contains(c, StringComparer.Ordinal)) is true;
        if (!isNumbered)
            return null;
        if (flag is not null && Word(flag).Match(words).Groups["start"] is { Success: true } braces)
            start = braces.Value;
        return int.TryParse(start ?? written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 1;
    }

    private static Range[] FindRanges(string words, string? written) =>
        [.. SplitLines(words, written).Select(ReadRange).Where(r => r.Start.Value > 0)];

    private static string[] SplitLines(string words, string? written)
    {
        var text = written ?? LinesInBraces().Match(words).Groups["lines"].Value;
        return text.Trim('{', '}', '[', ']').Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsInvalidRange(string text)
    {
        if (Numbers().Match(text) is not { Success: true } numbers)
            return text.Any(char.IsAsciiDigit);
        var first = Number("first");
        return first < 1 || (numbers.Groups["last"].Success && Number("last") < first);

        int Number(string name) => int.Parse(numbers.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>The lines from the first to the last, counted from 1. Empty at 0 if the text is no range.</summary>
    private static Range ReadRange(string text)
    {
        var parts = text.Split('-', 2);
        return
            int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? first..Math.Max(first, last)
            : default;
    }

    private static Regex Word(string flag) => Words[flag];

    /// <summary>For each word, where it stands alone; a number in braces may follow it.</summary>
    private static readonly Dictionary<string, Regex> Words = NumberFlags
        .Append("wrap")
        .ToDictionary(
            w => w,
            w => new Regex(
                $@"(?<![\w-]){Regex.Escape(w)}(?:\{{(?<start>\d{{1,9}})\}})?(?![\w=-])",
                RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
            ),
            StringComparer.Ordinal
        );

    [GeneratedRegex(
        @"(?<![\w-])(?<key>[\w-]+)="
            + @"(?:""(?<value>[^""]*)""|'(?<value>[^']*)'|(?<value>\{[^}]*\})|(?<value>[^\s""'{}]+))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Value();

    [GeneratedRegex(
        @"^(?:[^""']|""[^""]*""|'[^']*')*?(?<![\w-])(?<option>[\w-]+=(?:""[^""]*|'[^']*))$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex OpenQuotation();

    [GeneratedRegex(@"^(?<first>[0-9]{1,9})(?:-(?<last>[0-9]{1,9}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<!\w)\{(?<lines>[\d,\s-]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex LinesInBraces();

    [GeneratedRegex(
        @"^\[(?<title>[^\]]+)\]|^(?<title>\p{Lu}[^={}\[\]""':|]*[ \t][^={}\[\]""':|]*)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TitleWords();
}
