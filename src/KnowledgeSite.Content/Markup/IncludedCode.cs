using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Markup;

/// <summary>The lines of a file that a code block shows in place of its own.</summary>
internal sealed record IncludedCode(IReadOnlyList<string> Lines)
{
    public static IncludedCode? Find(CodeBlock block) => block.GetData(typeof(IncludedCode)) as IncludedCode;

    public void AttachTo(CodeBlock block) => block.SetData(typeof(IncludedCode), this);
}

/// <summary>
/// Reads the files that code blocks name: <c>file=../train.py</c>, with lines (<c>#L10-L30</c>) or a named region
/// (<c>#setup</c>).
/// </summary>
/// <param name="tree">The tree from which the page was read.</param>
internal sealed partial class CodeIncluder(
    SourceFile page,
    ISourceTree tree,
    string markdown,
    int bodyStart,
    DiagnosticBag diagnostics
)
{
    /// <summary>
    /// The number of characters of files that are read for a page. A file counts for each of its blocks.
    /// </summary>
    private const int MaxRead = 10_000_000;

    private readonly Dictionary<SourcePath, RepositoryFile> _files = [];
    private readonly List<CodeReference> _references = [];
    private int _read;

    /// <summary>The files that were asked for.</summary>
    public IReadOnlyList<RepositoryFile> Files => [.. _files.Values];

    public IReadOnlyList<CodeReference> References => _references;

    /// <summary>Attaches the lines to the blocks.</summary>
    public void Read(MarkdownDocument document)
    {
        if (!markdown.Contains("file=", StringComparison.Ordinal))
            return;
        foreach (var block in document.Descendants<FencedCodeBlock>())
        {
            if (CodeFence.Read(block) is not { File: { Length: > 0 } written } fence)
                continue;
            fence.AttachTo(block);
            RemovePath(block);
            Read(block, fence, written);
            AddReference(block, written);
        }
    }

    private void AddReference(FencedCodeBlock block, string written)
    {
        var path = written.Split('#')[0];
        if (PathTo(path) is not { } file)
            return;
        _references.Add(
            new(
                new(bodyStart + PositionOf(block, written), path.Length),
                file,
                tree.PathInRepository,
                new(bodyStart + block.Span.Start, block.Span.Length),
                IncludedCode.Find(block) is { } code ? ToMarkdown(block, code.Lines) : null
            )
        );
    }

    /// <summary>The block with the lines of its file, with a fence that is longer than all fences in them.</summary>
    private string ToMarkdown(FencedCodeBlock block, IReadOnlyList<string> lines)
    {
        var start = markdown.LastIndexOf('\n', Math.Max(0, block.Span.Start - 1)) + 1;
        // The marks of a quotation precede each line; those of a list are replaced by spaces.
        var margin = string.Concat(
            markdown[start..block.Span.Start].Select(c => c == '>' || char.IsWhiteSpace(c) ? c : ' ')
        );
        var longest = lines
            .Select(l => l.TrimStart())
            .Select(l => l.Length - l.TrimStart(block.FencedChar).Length)
            .DefaultIfEmpty()
            .Max();
        var fence = new string(block.FencedChar, Math.Max(block.OpeningFencedCharCount, longest + 1));
        var opening = markdown.AsSpan(block.Span.Start, block.Span.Length).TrimStart(block.FencedChar);
        var end = opening.IndexOfAny('\r', '\n');
        var first = fence + (end < 0 ? opening : opening[..end]).ToString();
        return string.Join('\n', lines.Append(fence).Select(l => (margin + l).TrimEnd()).Prepend(first));
    }

    private void Read(FencedCodeBlock block, CodeFence fence, string written)
    {
        var hash = written.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? written : written[..hash];
        var part = hash < 0 ? "" : written[(hash + 1)..];
        if (Find(path) is not { } file)
        {
            Add(CodeRules.FileRefused, block, written, path, "leads out of the repository");
            return;
        }

        if (file.Text is null)
        {
            Refuse(block, written, path, file.Refusal);
            return;
        }

        if ((_read += file.Text.Length) > MaxRead)
        {
            _read = MaxRead;
            Add(CodeRules.FileNotText, block, written, path, "would bring the files on this page above 10 MB");
            return;
        }

        var lines = file.Text.Split('\n').ToList();
        if (lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        if (Select(block, written, path, part, lines) is not { } selected)
            return;
        if (block.Lines.Count > 0)
            Add(CodeRules.CodeReplaced, block, written, path);
        new IncludedCode(Dedent(selected)).AttachTo(block);
        if (fence.Language.Length == 0)
            (fence with { Language = LanguageOf(file.Path) }).AttachTo(block);
    }

    /// <summary>Removes the path from the attributes of the element.</summary>
    private static void RemovePath(FencedCodeBlock block)
    {
        var attributes = block.TryGetAttributes();
        attributes?.Properties?.RemoveAll(p => p.Key == "file");
        attributes?.Classes?.RemoveAll(c => c.StartsWith("language-file=", StringComparison.Ordinal));
    }

    /// <summary>Null if the path leads out of the repository.</summary>
    private RepositoryFile? Find(string written)
    {
        if (PathTo(written) is not { } path)
            return null;
        if (!_files.TryGetValue(path, out var file))
        {
            file = RepositoryFile.IsHidden(path)
                ? RepositoryFile.Refuse(path, RepositoryRefusal.Hidden)
                : tree.ReadFromRepository(path);
            _files.Add(path, file);
        }

        return file;
    }

    private SourcePath? PathTo(string written)
    {
        if (written.StartsWith('/') || written.Contains('\\', StringComparison.Ordinal) || written.Contains(':'))
            return null;
        return tree.PathInRepository.Resolve(page.Path.Folder.Value)!.Resolve(written);
    }

    private void Refuse(FencedCodeBlock block, string written, string path, RepositoryRefusal refusal)
    {
        if (refusal == RepositoryRefusal.Missing)
            Add(CodeRules.FileMissing, block, written, path);
        else if (refusal == RepositoryRefusal.Outside)
            Add(CodeRules.FileRefused, block, written, path, "leads out of the repository");
        else if (refusal == RepositoryRefusal.Hidden)
            Add(CodeRules.FileRefused, block, written, path, "has a name that begins with a dot");
        else if (refusal == RepositoryRefusal.TooLarge)
            Add(CodeRules.FileNotText, block, written, path, "is larger than 1 MB");
        else
            Add(CodeRules.FileNotText, block, written, path, "is not text");
    }

    /// <summary>The lines of a part of the file; null if it has none of them.</summary>
    private List<string>? Select(FencedCodeBlock block, string written, string path, string part, List<string> lines)
    {
        if (part.Length == 0)
            return lines;
        if (Range().Match(part) is { Success: true } range)
        {
            var first = Number(range.Groups["first"]);
            var last = range.Groups["last"].Success ? Number(range.Groups["last"]) : first;
            if (first < 1 || last < first || last > lines.Count)
                Add(CodeRules.LinesMissing, block, written, path, lines.Count, part);
            return first < 1 || first > lines.Count || last < first
                ? null
                : lines[(first - 1)..Math.Min(last, lines.Count)];
        }

        if (CodeRegions.Find(lines, part) is { } region)
            return region;
        var names = CodeRegions.Names(lines).ToList();
        Add(CodeRules.RegionMissing, block, written, path, part, SuggestionIndex.DidYouMean(part, names));
        return null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>Removes the indentation that all lines have in common.</summary>
    private static List<string> Dedent(List<string> lines)
    {
        var common = lines
            .Where(l => !string.IsNullOrWhiteSpace(l))
            .Select(l => l[..^l.AsSpan().TrimStart().Length])
            .Aggregate((string?)null, (a, b) => a is null ? b : a[..a.AsSpan().CommonPrefixLength(b)]);
        return string.IsNullOrEmpty(common)
            ? lines
            : lines.ConvertAll(l => string.IsNullOrWhiteSpace(l) ? "" : l[common.Length..]);
    }

    private static string LanguageOf(SourcePath path) =>
        path.Extension.Length > 1 ? path.Extension[1..] : path.FileName.ToLowerInvariant();

    private void Add(DiagnosticRule rule, FencedCodeBlock block, string written, params object?[] arguments)
    {
        var span = new SourceSpan(bodyStart + PositionOf(block, written), written.Length);
        diagnostics.Add(Diagnostic.At(rule, page, span, arguments));
    }

    /// <summary>The position of a text in the first line of a block, or that of the block.</summary>
    private int PositionOf(FencedCodeBlock block, string written)
    {
        var end = Math.Max(0, markdown.IndexOf('\n', block.Span.Start));
        var at = markdown.IndexOf(written, block.Span.Start, StringComparison.Ordinal);
        return at < 0 || (end > 0 && at > end) ? block.Span.Start : at;
    }

    [GeneratedRegex(@"^L?(?<first>[0-9]{1,7})(?:-L?(?<last>[0-9]{1,7}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}

/// <summary>The named regions of a file, which comments begin and end.</summary>
internal static partial class CodeRegions
{
    /// <summary>The maximum length of a line that begins or ends a region.</summary>
    private const int MaxLength = 200;

    /// <summary>The number of regions that can be open at a time; deeper ones are ignored.</summary>
    private const int MaxDepth = 100;

    public static IEnumerable<string> Names(IEnumerable<string> lines) =>
        lines
            .Select(Match)
            .Where(m => m.Groups["start"].Success)
            .Select(m => m.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal);

    /// <summary>The lines of a region without the marks of inner regions; null if there is no region.</summary>
    public static List<string>? Find(IEnumerable<string> lines, string name)
    {
        List<string>? found = null;
        var open = new List<string>();
        foreach (var line in lines)
        {
            var mark = Match(line);
            if (mark.Groups["start"].Success)
            {
                if (open.Count < MaxDepth)
                    open.Add(mark.Groups["name"].Value);
                if (mark.Groups["name"].Value == name)
                    found ??= [];
            }
            else if (mark.Success)
            {
                End(open, mark.Groups["name"].Value);
            }
            else if (open.Contains(name))
            {
                found!.Add(line);
            }
        }

        return found;
    }

    private static Match Match(string line) =>
        line.Length > MaxLength ? System.Text.RegularExpressions.Match.Empty : Mark().Match(line);

    /// <summary>Ends the last region with the name, or without a name, the last one.</summary>
    private static void End(List<string> open, string name)
    {
        var last = name.Length == 0 ? open.Count - 1 : open.LastIndexOf(name);
        if (last < 0 && open.Count > 0)
            last = open.Count - 1;
        if (last >= 0)
            open.RemoveAt(last);
    }

    [GeneratedRegex(
        @"^\s*(?:(?://|/\*|<!--|--(?!8)|[#;%']+)\s*#?\s*(?:pragma\s+)?(?:(?<start>region)\s+(?<name>[\w.:-]+)"
            + @"|endregion\b\s*(?<name>[\w.:-]*))|.{0,20}?--8<--\s*\[(?:(?<start>start)|end):\s*(?<name>[\w.-]+)\s*\])"
            + @"\s*(?:-->|\*/)?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Mark();
}
