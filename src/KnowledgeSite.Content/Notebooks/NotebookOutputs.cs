using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Notebooks;

/// <summary>Writes the outputs of code cells as Markdown, and collects the images that they contain.</summary>
internal sealed partial class NotebookOutputs(SourceFile file, MappedText text, DiagnosticBag diagnostics)
{
    private const int MaxLines = 400;
    private const int MaxCharacters = 40_000;
    private const int MaxHtml = 500_000;
    private const int MaxImage = 20_000_000;

    /// <summary>The types of outputs that can be shown, the best first.</summary>
    private static readonly string[] Types =
    [
        "text/html",
        "text/markdown",
        "image/svg+xml",
        "text/latex",
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "text/plain",
    ];

    private static readonly AllowedContent NothingActive = new([]);

    private readonly HashSet<SourcePath> _paths = [];
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>The images of the notebook.</summary>
    public List<SourceFile> Files { get; } = [];

    /// <summary>The parts of the JSON that are outputs.</summary>
    public List<SourceSpan> Spans { get; } = [];

    /// <summary>A fence for a code block, which is longer than each in the text.</summary>
    public static string FenceFor(string code)
    {
        var longest = 2;
        foreach (var run in Backticks().EnumerateMatches(code))
            longest = Math.Max(longest, run.Length);
        return new('`', longest + 1);
    }

    /// <summary>Writes the outputs of a cell. Streams that follow each other are one text.</summary>
    /// <param name="number">The number of the cell, from 1.</param>
    public void Write(List<NotebookNode> outputs, NotebookNode cell, string code, int number)
    {
        var stream = new StringBuilder();
        for (var i = 0; i < outputs.Count; i++)
        {
            var output = outputs[i];
            var at = output.Span.Start;
            if (output["output_type"]?.Text == "stream")
            {
                stream.Append(output["text"]?.Text);
                if (i + 1 == outputs.Count || outputs[i + 1]["output_type"]?.Text != "stream")
                {
                    WriteText(stream.ToString(), at, number);
                    stream.Clear();
                }
            }
            else if (output["output_type"]?.Text is "error" or "pyerr")
                WriteError(output, number);
            else if (output["data"] is { } data)
                WriteData(data, output, AltOf(output, cell, code, number), $"cell-{number}-{i + 1}", number);
        }
    }

    private void WriteError(NotebookNode output, int number)
    {
        var at = output.Span.Start;
        var name = output["ename"]?.Text is { Length: > 0 } written ? written : "Error";
        var trace = Clean(string.Join('\n', output["traceback"]?.Strings.Select(s => s.Text) ?? []));
        if (trace.Length == 0)
            trace = Clean($"{name}: {output["evalue"]?.Text}");
        Begin(output);
        var shown = Cut(trace, at, number);
        var fence = FenceFor(shown);
        var quoted = $"{fence}text\n{shown}\n{fence}".Replace("\n", "\n> ", StringComparison.Ordinal);
        text.Append($"> [!ERROR] {NotInName().Replace(name, "")}\n> {quoted}\n\n", at);
    }

    private void WriteData(NotebookNode data, NotebookNode output, string alt, string fileName, int number)
    {
        var at = output.Span.Start;
        Begin(output);
        foreach (var type in Types)
        {
            if (data[type] is not { } value)
                continue;
            switch (type)
            {
                case "text/html" when HtmlOf(value.Text) is { } html:
                    WriteHtml(html, at);
                    return;
                case "text/markdown":
                    text.Append(value.Text.ReplaceLineEndings("\n").Trim('\n') + "\n\n", at);
                    return;
                case "text/latex" when FormulaOf(value.Text) is { } formula:
                    text.Append($"```math\n{formula}\n```\n\n", at);
                    return;
                case "text/plain":
                    if (data.Names.FirstOrDefault(n => !Types.Contains(n)) is { } other)
                        Report(NotebookRules.NotShown, at, other, number);
                    else if (data["text/html"] is not null)
                        Report(NotebookRules.NotShown, at, "text/html", number);
                    WriteText(value.Text, at, number);
                    return;
                case ['i', 'm', 'a', 'g', 'e', ..] when PublishImage(data, fileName, number) is { } target:
                    text.Append($"![{alt}]({target}){{.cell-image}}\n\n", at);
                    return;
            }
        }

        if (data.Names.FirstOrDefault() is { } unknown)
            Report(NotebookRules.NotShown, at, unknown, number);
    }

    private void Begin(NotebookNode output) => Spans.Add(new(output.Span.Start, output.Span.Length));

    /// <summary>
    /// Writes HTML as one block, which a blank line would end. It is sanitized like all HTML in pages. The alignment
    /// that pandas writes as a style is left out, and a heading without text is an empty cell.
    /// </summary>
    public void WriteHtml(string html, int at)
    {
        html = EmptyHeading().Replace(StyleAttribute().Replace(html, "$1"), "<td></td>");
        var hasLines = html.Contains("<pre", StringComparison.OrdinalIgnoreCase);
        var block = new StringBuilder("<div class=\"cell-output\">");
        foreach (var line in html.ReplaceLineEndings("\n").Trim('\n').Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
                block.Append('\n').Append(line);
            else if (hasLines)
                block.Append("&#10;");
        }

        text.Append($"{block}\n</div>\n\n", at);
    }

    /// <summary>
    /// The HTML of an output without scripts and styles; null if little is left of it without them, or if it is too
    /// long.
    /// </summary>
    private static string? HtmlOf(string html)
    {
        if (html.Length > MaxHtml)
            return null;
        var rest = Active().Replace(html, "");
        if (rest.Length == html.Length)
            return html;
        return rest.Contains("<table", StringComparison.OrdinalIgnoreCase) || !Program().IsMatch(html) ? rest : null;
    }

    /// <summary>The TeX of a formula without its dollar signs; null for other LaTeX, such as tables.</summary>
    private static string? FormulaOf(string latex)
    {
        var formula = latex.ReplaceLineEndings("\n").Trim().Trim('$').Trim();
        return
            formula.Length == 0
            || formula.Contains('$', StringComparison.Ordinal)
            || formula.Contains("```", StringComparison.Ordinal)
            || formula.Contains("tabular", StringComparison.Ordinal)
            ? null
            : BlankLines().Replace(formula, "\n");
    }

    private void WriteText(string written, int at, int number)
    {
        var shown = Clean(written);
        if (shown.Length == 0)
            return;
        shown = Cut(shown, at, number);
        var fence = FenceFor(shown);
        text.Append($"{fence}text {{.cell-output}}\n{shown}\n{fence}\n\n", at);
    }

    /// <summary>The text without colours, and as a terminal shows it after carriage returns.</summary>
    private static string Clean(string written)
    {
        var plain = Ansi().Replace(written, "").Replace("\r\n", "\n", StringComparison.Ordinal);
        if (plain.Contains('\r', StringComparison.Ordinal))
            plain = Overwritten().Replace(plain, "").Replace("\r", "", StringComparison.Ordinal);
        return Control().Replace(plain, "").Trim('\n');
    }

    private string Cut(string written, int at, int number)
    {
        var end = 0;
        for (var line = 0; line < MaxLines && end >= 0 && end < written.Length; line++)
            end = written.IndexOf('\n', end) is >= 0 and var next ? next + 1 : written.Length;
        end = Math.Min(end, MaxCharacters);
        if (end >= written.Length)
            return written;
        if (char.IsHighSurrogate(written[end - 1]))
            end--;
        Report(NotebookRules.OutputCut, at, number);
        var rest = written.AsSpan(end);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{written.AsSpan(0, end).TrimEnd('\n')}\n… {rest.Count('\n') + 1:N0} more lines"
        );
    }

    /// <summary>
    /// Publishes the image in a bundle of types; null if there is none, or if its bytes are not what its type says.
    /// </summary>
    /// <returns>The target of a link to it.</returns>
    public string? PublishImage(NotebookNode bundle, string name, int number)
    {
        foreach (var type in Types.Where(t => t.StartsWith("image/", StringComparison.Ordinal)))
        {
            if (bundle[type] is not { } value || BytesOf(value.Text, type) is not { } bytes)
                continue;
            var ending = type == "image/svg+xml" ? ".svg" : "." + type["image/".Length..];
            var stem = NotInFileName().Replace(Path.GetFileNameWithoutExtension(name), "-");
            var path = file.Path.Append(stem + ending);
            if (type == "image/svg+xml" && UnsafeFile.WhatRunsCode(path, bytes, NothingActive) is { } active)
            {
                Report(NotebookRules.NotShown, value.Span.Start, $"{type} with {active}", number);
                continue;
            }

            if (_paths.Add(path))
                Files.Add(new(path, null, () => bytes));
            return $"{Uri.EscapeDataString(file.Path.FileName)}/{stem}{ending}";
        }

        return null;
    }

    private static byte[]? BytesOf(string value, string type)
    {
        if (value.Length > MaxImage)
            return null;
        if (type == "image/svg+xml")
            return value.Contains("<svg", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(value) : null;
        if (!Base64.IsValid(value))
            return null;
        var bytes = System.Convert.FromBase64String(value);
        ReadOnlySpan<byte> start = bytes;
        return type switch
        {
            "image/png" => start is [0x89, (byte)'P', (byte)'N', (byte)'G', ..],
            "image/jpeg" => start is [0xFF, 0xD8, 0xFF, ..],
            "image/gif" => start.StartsWith("GIF8"u8),
            _ => start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..].StartsWith("WEBP"u8),
        }
            ? bytes
            : null;
    }

    /// <summary>
    /// The alternative text of an image: from the metadata, from the first comment of the code, or the number of the
    /// cell.
    /// </summary>
    private static string AltOf(NotebookNode output, NotebookNode cell, string code, int number)
    {
        var written =
            output["metadata"]?["image/png"]?["alt"]
            ?? output["metadata"]?["alt"]
            ?? cell["metadata"]?["alt"]
            ?? cell["metadata"]?["alt_text"];
        var alt = written?.Text is { Length: > 0 } own ? own : CommentOf(code);
        return alt is null ? $"Output of cell {number}" : MarkdownMark().Replace(alt.ReplaceLineEndings(" "), @"\$0");
    }

    private static string? CommentOf(string code) =>
        Comment().Match(code) is { Success: true } comment ? comment.Groups["text"].Value.Trim() : null;

    /// <summary>Reports a rule once for each type of output.</summary>
    private void Report(DiagnosticRule rule, int at, params object[] arguments)
    {
        if (_reported.Add($"{rule.Id} {(arguments.Length > 1 ? arguments[0] : "")}"))
            diagnostics.Add(Diagnostic.At(rule, file, new SourceSpan(at, 1), arguments));
    }

    [GeneratedRegex("""(<[a-zA-Z][^<>]*?)\sstyle\s*=\s*(?:"[^"]*"|'[^']*')""")]
    private static partial Regex StyleAttribute();

    [GeneratedRegex(@"<th\s*>\s*</th>")]
    private static partial Regex EmptyHeading();

    [GeneratedRegex("`{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Backticks();

    [GeneratedRegex(
        @"<(?<name>script|style|button|noscript|iframe|object)\b.*?</\k<name>\s*>|<!--.*?-->|<link\b[^>]*>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Active();

    [GeneratedRegex(@"<(script|iframe|object|embed)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Program();

    [GeneratedRegex(@"\n\s*\n", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLines();

    /// <summary>Escape sequences of terminals: colours, movements of the cursor, links and titles.</summary>
    [GeneratedRegex(
        @"\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)?|[@-Z\\^_])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Ansi();

    /// <summary>The part of a line that later text replaces after a carriage return.</summary>
    [GeneratedRegex(@"(?<=^|\n)[^\n]*\r(?=[^\r\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Overwritten();

    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F\x7F]", RegexOptions.CultureInvariant)]
    private static partial Regex Control();

    [GeneratedRegex(@"[^\w.: -]", RegexOptions.CultureInvariant)]
    private static partial Regex NotInName();

    [GeneratedRegex(@"[^A-Za-z0-9_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInFileName();

    [GeneratedRegex(@"[\\`*_\[\]<>$~^|=&!]", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownMark();

    /// <summary>A comment on the first line, or after a magic command.</summary>
    [GeneratedRegex(
        @"\A(?:\s*%[^\n]*\n)*\s*(?:#+|//+|--)(?![|!%])[ \t]*(?<text>\w[^\n]{2,150})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Comment();
}
