using System.Security;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Content.Notebooks;

/// <summary>
/// Converts a Jupyter notebook (nbformat 3 or 4) into a page of Markdown. Its images become files below the path of the
/// notebook, such as <c>study.ipynb/cell-3-1.png</c>.
/// </summary>
internal sealed partial class NotebookConverter
{
    private readonly SourceFile _file;
    private readonly NotebookNode _notebook;
    private readonly MappedText _text = new();
    private readonly NotebookOutputs _outputs;
    private readonly string _language;
    private readonly UiStrings _strings;
    private NotebookOptions _options;

    private NotebookConverter(
        SourceFile file,
        NotebookNode notebook,
        NotebookOptions options,
        UiStrings strings,
        DiagnosticBag diagnostics
    )
    {
        _file = file;
        _notebook = notebook;
        _options = options;
        _strings = strings;
        _language = LanguageOf(notebook["metadata"]);
        _outputs = new(file, _text, diagnostics);
    }

    /// <summary>
    /// The notebook as a file with Markdown text; null, with a diagnostic, if the file is not such a notebook.
    /// </summary>
    /// <param name="outputs">The parts of the JSON that are outputs, which authors do not write.</param>
    public static SourceFile? Convert(
        SourceFile file,
        NotebookOptions options,
        UiStrings strings,
        DiagnosticBag diagnostics,
        out IReadOnlyList<SourceSpan> outputs
    )
    {
        outputs = [];
        if (Parse(file, diagnostics) is not { } notebook)
            return null;
        var converter = new NotebookConverter(file, notebook, options, strings, diagnostics);
        converter.Write(CellsOf(notebook)!);
        outputs = converter._outputs.Spans;
        return file with { Text = converter._text.ToSource(file.Text!.Value), Contained = converter._outputs.Files };
    }

    private static NotebookNode? Parse(SourceFile file, DiagnosticBag diagnostics)
    {
        NotebookNode notebook;
        try
        {
            notebook = NotebookNode.Parse(file.Text!.Value);
        }
        catch (JsonException e)
        {
            Refuse(
                PositionOf(file.Text!, e),
                "this is not JSON. Undo the last edit by hand, or save it again in Jupyter"
            );
            return null;
        }

        if (notebook["nbformat"]?.Integer is { } version and not (3 or 4))
        {
            var problem =
                $"it has nbformat {version}, and only nbformat 3 and 4 can be read. Convert it with 'jupyter nbconvert "
                + $"--to notebook --nbformat 4 --inplace {file.Path.FileName}'";
            Refuse(notebook["nbformat"]!.Span, problem);
            return null;
        }

        if (notebook["nbformat"]?.Integer == 3)
            OldNotebook.Upgrade(notebook);
        if (CellsOf(notebook) is not null)
            return notebook;
        Refuse(new(0, 1), "it has no list of cells ('cells'). Save it again in Jupyter");
        return null;

        void Refuse(SourceSpan span, string problem) =>
            diagnostics.Add(Diagnostic.At(NotebookRules.Unreadable, file, span, problem));
    }

    private static List<NotebookNode>? CellsOf(NotebookNode notebook) =>
        notebook["cells"] is { Kind: JsonTokenType.StartArray } cells ? cells.Items : null;

    private static SourceSpan PositionOf(SourceText text, JsonException e)
    {
        var line = text.LineSpan(Math.Clamp((int)(e.LineNumber ?? 0) + 1, 1, text.LineCount));
        var bytes = System.Text.Encoding.UTF8.GetBytes(text.Value.Substring(line.Start, line.Length));
        var before = (int)Math.Min(e.BytePositionInLine ?? 0, bytes.Length);
        return new(line.Start + System.Text.Encoding.UTF8.GetCharCount(bytes, 0, before), 1);
    }

    private void Write(List<NotebookNode> cells)
    {
        var first = cells.Count > 0 && TypeOf(cells[0]) is "raw" or "markdown" ? cells[0] : null;
        var opening = first?["source"]?.Text ?? "";
        var hasFrontMatter = HasFrontMatter(opening);
        if (hasFrontMatter)
            _options = NotebookOptions.ReadFrom(_file.Path, opening + "\n").Or(_options);
        else if (_notebook["metadata"]?["title"] is { Kind: JsonTokenType.String } title)
            WriteTitle(title);
        else
            // A comment, so that a thematic break in the first cell does not open front matter.
            _text.Append(opening.StartsWith("---", StringComparison.Ordinal) ? "<!-- -->\n\n" : "", 0);

        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            var tags = new CellTags(cell["metadata"]);
            if (tags.RemovesCell || cell["source"] is not { } source)
                continue;
            switch (TypeOf(cell))
            {
                case "markdown":
                case "raw" when (i == 0 && hasFrontMatter) || IsMarkdown(cell["metadata"]):
                    WriteMarkdown(source, cell["attachments"], i + 1);
                    break;
                case "heading":
                    _text.Append(
                        new string('#', Math.Clamp(cell["level"]?.Integer ?? 1, 1, 6)) + " ",
                        source.Span.Start
                    );
                    WriteMarkdown(source, null, i + 1);
                    break;
                case "raw" when FormatOf(cell["metadata"]) == "text/html":
                    _outputs.WriteHtml(source.Text, source.Span.Start);
                    break;
                case "code":
                    WriteCode(cell, source, tags, i + 1);
                    break;
            }
        }
    }

    private static string? TypeOf(NotebookNode cell) => cell["cell_type"]?.Text;

    private static string? FormatOf(NotebookNode? metadata) => (metadata?["raw_mimetype"] ?? metadata?["format"])?.Text;

    private static bool IsMarkdown(NotebookNode? metadata) => FormatOf(metadata) is "text/markdown";

    private static bool HasFrontMatter(string text) =>
        FrontMatterBlock.Find(SourceFile.OfText(new("cell.md"), text + "\n"), new DiagnosticBag()).BodyStart > 0;

    private void WriteTitle(NotebookNode title)
    {
        _text.Append("---\ntitle: '", title.Span.Start);
        _text.Append(title.Text.ReplaceLineEndings(" ").Replace("'", "''", StringComparison.Ordinal), title.Span.Start);
        _text.Append("'\n---\n\n", title.Span.Start);
    }

    /// <summary>
    /// Writes a Markdown cell. A fence that it does not close ends with the cell. A link to an attachment that is
    /// missing becomes one to a file, which is reported.
    /// </summary>
    private void WriteMarkdown(NotebookNode source, NotebookNode? attachments, int number)
    {
        foreach (var line in source.Strings)
        {
            var start = line.Span.Start;
            foreach (var match in Attachment().EnumerateMatches(line.Json.AsSpan(start, line.Span.Length)))
            {
                var at = line.Span.Start + match.Index;
                var nameStart = at + "attachment:".Length;
                var name = line.Json[nameStart..(at + match.Length)];
                _text.Append(line, start, at);
                start = nameStart;
                if (
                    (attachments?[name] ?? attachments?[Uri.UnescapeDataString(name)]) is not { } data
                    || _outputs.PublishImage(data, $"cell-{number}-{name}", number) is not { } target
                )
                    continue;
                _text.Append(target, at);
                start = at + match.Length;
            }

            _text.Append(line, start, line.Span.End);
        }

        if (OpenFence(source.Text) is { } fence)
            _text.Append("\n" + fence, source.Span.Start);
        _text.Append("\n\n", source.Span.Start);
    }

    /// <summary>The fence of a code block that is open at the end of a text; null if there is none.</summary>
    private static string? OpenFence(string text)
    {
        string? open = null;
        foreach (Match fence in Fence().Matches(text))
        {
            var mark = fence.Groups["mark"].Value;
            if (open is null)
                open =
                    mark[0] == '`' && fence.Groups["info"].Value.Contains('`', StringComparison.Ordinal) ? null : mark;
            else if (
                mark.StartsWith(open, StringComparison.Ordinal) && fence.Groups["info"].Value.AsSpan().IsWhiteSpace()
            )
                open = null;
        }

        return open;
    }

    private void WriteCode(NotebookNode cell, NotebookNode source, CellTags tags, int number)
    {
        var code = source.Text;
        var outputs = _options.Outputs is false || tags.RemovesOutput ? [] : cell["outputs"]?.Items ?? [];
        var showsInput = !tags.RemovesInput && !string.IsNullOrWhiteSpace(code);
        var folds = tags.HidesCell || tags.HidesInput || _options.FoldsCode is true;
        var at = source.Span.Start;
        if (showsInput)
        {
            if (folds)
                Open("cell-code", _strings.CodeOfCell, at);
            if (_options.Counts is true && cell["execution_count"]?.Integer is { } count)
                _text.Append($"<p class=\"cell-count\">[{count}]</p>\n\n", at);
            var fence = NotebookOutputs.FenceFor(code);
            _text.Append($"{fence}{LanguageOf(cell["metadata"], code)}\n", at);
            foreach (var line in source.Strings)
                _text.Append(line);
            _text.Append($"{(code.EndsWith('\n') ? "" : "\n")}{fence}\n\n{(folds ? "</details>\n\n" : "")}", at);
        }

        if (outputs.Count == 0)
            return;
        var hides = tags.HidesCell || tags.HidesOutput;
        if (hides)
            Open("cell-result", _strings.OutputOfCell, at);
        _outputs.Write(outputs, cell, code, number);
        if (hides)
            _text.Append("</details>\n\n", at);
    }

    private void Open(string className, string summary, int at) =>
        _text.Append($"<details class=\"{className}\"><summary>{SecurityElement.Escape(summary)}</summary>\n\n", at);

    private static string LanguageOf(NotebookNode? metadata) =>
        Normalize((metadata?["kernelspec"]?["language"] ?? metadata?["language_info"]?["name"])?.Text ?? "python");

    /// <summary>The language of a code cell, which a magic command or an editor can change.</summary>
    private string LanguageOf(NotebookNode? metadata, string code)
    {
        if (Magic().Match(code) is { Success: true } magic)
            return Normalize(magic.Groups["name"].Value) switch
            {
                "bash" or "sh" or "script" or "system" or "sx" or "!" => "bash",
                "html" or "svg" => "html",
                "javascript" or "js" => "javascript",
                "latex" => "latex",
                "markdown" => "markdown",
                "perl" => "perl",
                "r" => "r",
                "ruby" => "ruby",
                "sql" or "bigquery" => "sql",
                _ => _language,
            };
        var own =
            metadata?["vscode"]?["languageId"]
            ?? metadata?["polyglot_notebook"]?["kernelName"]
            ?? metadata?["dotnet_interactive"]?["language"];
        return own is null ? _language : Normalize(own.Text);
    }

    private static string Normalize(string language)
    {
        var name = language.ToLowerInvariant();
        if (name.StartsWith("c++", StringComparison.Ordinal))
            return "cpp";
        if (name.StartsWith("ipython", StringComparison.Ordinal))
            return "python";
        return name switch
        {
            "c#" => "csharp",
            "f#" => "fsharp",
            "pwsh" => "powershell",
            _ => NotInLanguage().Replace(name, ""),
        };
    }

    [GeneratedRegex("(?<=[(<\"']\\s*)attachment:[^\\s)\"'>\\\\]+", RegexOptions.CultureInvariant)]
    private static partial Regex Attachment();

    [GeneratedRegex(
        @"^ {0,3}(?<mark>`{3,}|~{3,})(?<info>[^\n]*)$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*%%(?<name>[!\w]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Magic();

    [GeneratedRegex(@"[^\w.+-]", RegexOptions.CultureInvariant)]
    private static partial Regex NotInLanguage();
}

/// <summary>
/// What the tags and the metadata of a cell hide, with the names of Jupyter Book, nbconvert and JupyterLab. A hidden
/// part can be opened; a removed part is not on the page.
/// </summary>
internal sealed class CellTags
{
    private readonly HashSet<string> _tags;

    public CellTags(NotebookNode? metadata)
    {
        _tags = [.. (metadata?["tags"]?.Strings ?? []).Select(t => t.Text.Replace('_', '-'))];
        HidesInput = _tags.Contains("hide-input") || metadata?["jupyter"]?["source_hidden"]?.IsTrue is true;
        HidesOutput = _tags.Contains("hide-output") || metadata?["jupyter"]?["outputs_hidden"]?.IsTrue is true;
    }

    public bool RemovesCell => _tags.Contains("remove-cell");

    public bool RemovesInput => _tags.Contains("remove-input");

    public bool RemovesOutput => _tags.Contains("remove-output");

    public bool HidesCell => _tags.Contains("hide-cell");

    public bool HidesInput { get; }

    public bool HidesOutput { get; }
}
