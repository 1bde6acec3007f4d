using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KnowledgeSite.Content.Yaml;

/// <summary>
/// Reads a part of a file as YAML. It builds its own tree, because YamlDotNet's model recurses without a limit. An
/// alias is a reference to its node, so nested aliases take no additional memory.
/// </summary>
internal sealed partial class YamlReader
{
    private const int MaxDepth = 32;

    private readonly SourceFile _file;
    private readonly int _offset;
    private readonly Parser _parser;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);

    /// <summary>The anchors of texts to which no alias refers so far, with their positions.</summary>
    private readonly Dictionary<string, SourceSpan> _unusedAnchors = new(StringComparer.Ordinal);

    private YamlReader(SourceFile file, int offset, string text, DiagnosticBag diagnostics)
    {
        _file = file;
        _offset = offset;
        _diagnostics = diagnostics;
        _parser = new(new StringReader(text));
    }

    /// <summary>
    /// Reads the map in the span. The map is empty if the text contains none or is invalid; the latter is reported.
    /// </summary>
    public static YamlMap Read(SourceFile file, SourceSpan span, DiagnosticBag diagnostics)
    {
        var root = ReadRoot(file, span, diagnostics);
        if (root is not (null or YamlMap or YamlScalar { IsNull: true }))
            ReportNoMap(file, span, root, diagnostics);
        return root as YamlMap ?? YamlMap.Empty;
    }

    private static void ReportNoMap(SourceFile file, SourceSpan span, YamlNode root, DiagnosticBag diagnostics)
    {
        if (
            root is YamlScalar
            && YamlMistake.MissingSpace(file.Text!.Value.Substring(span.Start, span.Length), int.MaxValue)
                is { } mistake
        )
            diagnostics.Add(
                Diagnostic.At(
                    FrontMatterRules.Syntax,
                    file,
                    new SourceSpan(span.Start + mistake.Key!.Value.Start, mistake.Key.Value.Length),
                    mistake.Reason,
                    mistake.Remedy
                )
            );
        else
            diagnostics.Add(Diagnostic.At(FrontMatterRules.NotAMap, file, root.Span));
    }

    /// <summary>
    /// Reads a file that is a list of maps. The list is empty if the file is empty or invalid; the latter is reported.
    /// </summary>
    public static IReadOnlyList<YamlMap> ReadMaps(SourceFile file, DiagnosticBag diagnostics)
    {
        var root = ReadRoot(file, new(0, file.Text!.Value.Length), diagnostics);
        if (root is null or YamlScalar { IsNull: true })
            return [];
        var items = (root as YamlList)?.Items ?? [root];
        foreach (var item in items.Where(i => root is not YamlList || i is not YamlMap))
            diagnostics.Add(Diagnostic.At(FrontMatterRules.NotAList, file, item.Span));
        return root is YamlList ? [.. items.OfType<YamlMap>()] : [];
    }

    private static YamlNode? ReadRoot(SourceFile file, SourceSpan span, DiagnosticBag diagnostics)
    {
        var text = file.Text!.Value.Substring(span.Start, span.Length);
        // JSON may be indented with tabs.
        return ReadRoot(file, span.Start, text.StartsWith('{') ? text.Replace('\t', ' ') : text, diagnostics);
    }

    /// <summary>
    /// Reads the root node of a text. Null if the text is empty or invalid; the latter is reported.
    /// </summary>
    /// <param name="offset">The offset of the text in the file, for diagnostics.</param>
    /// <param name="text">The text at the offset, with the same positions as in the file. Markdown marks around it may
    /// be replaced by spaces.</param>
    public static YamlNode? ReadRoot(SourceFile file, int offset, string text, DiagnosticBag diagnostics)
    {
        if (FindTabIndent(text) is { } tab)
        {
            diagnostics.Add(Diagnostic.At(FrontMatterRules.Tab, file, new SourceSpan(offset + tab, 1)));
            return null;
        }

        if (MergeMarks.Opening().Match(text) is { Success: true } merge)
        {
            diagnostics.Add(
                Diagnostic.At(SourceRules.MergeConflict, file, new SourceSpan(offset + merge.Index, merge.Length))
            );
            return null;
        }

        var reader = new YamlReader(file, offset, text, diagnostics);
        try
        {
            return reader.ReadDocument();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // YamlDotNet's scanner throws these for some invalid texts. The position is that of the last valid token.
            var mistake = YamlMistake.Find(text);
            var last = (int)Math.Clamp(reader._parser.Current?.Start.Index ?? 0, 0, Math.Max(0, text.Length - 1));
            diagnostics.Add(
                Diagnostic.At(
                    FrontMatterRules.Syntax,
                    file,
                    new SourceSpan(offset + last, 1),
                    mistake.Reason,
                    mistake.Remedy
                )
            );
            return null;
        }
        catch (YamlException e)
        {
            var mistake = YamlMistake.Find(text, e);
            var span = mistake.Key is { } key
                ? new SourceSpan(offset + key.Start, key.Length)
                : reader.Span(e.Start, e.End);
            diagnostics.Add(Diagnostic.At(FrontMatterRules.Syntax, file, span, mistake.Reason, mistake.Remedy));
            return null;
        }
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return null;
        var root = ReadNode(0);
        if (!_parser.TryConsume<DocumentEnd>(out _))
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "it contains more than one document");
        foreach (var (name, span) in _unusedAnchors)
            _diagnostics.Add(Diagnostic.At(FrontMatterRules.UnusedAnchor, _file, span, name));
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        if (depth > MaxDepth)
            throw new YamlException(
                _parser.Current!.Start,
                _parser.Current.End,
                $"it is nested more than {MaxDepth} levels deep"
            );
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            _unusedAnchors.Remove(alias.Value.Value);
            return _anchors.TryGetValue(alias.Value.Value, out var named)
                ? named
                : throw new YamlException(
                    alias.Start,
                    alias.End,
                    "a value cannot begin with '*'. Put quotes around the value"
                );
        }

        if (_parser.Current is NodeEvent { Tag: { IsEmpty: false, IsLocal: true } } tagged)
            throw new YamlException(
                tagged.Start,
                tagged.End,
                "a value cannot begin with '!'. Put quotes around the value"
            );
        var anchor = (_parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        if (!anchor.IsEmpty && _parser.Current is Scalar { Start: var start })
            _unusedAnchors[anchor.Value] = new(_offset + (int)start.Index, anchor.Value.Length + 1);
        YamlNode node =
            _parser.TryConsume<Scalar>(out var scalar) ? CreateScalar(scalar)
            : _parser.Accept<SequenceStart>(out _) ? ReadList(depth)
            : ReadMap(depth);
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = node;
        return node;
    }

    private YamlList ReadList(int depth)
    {
        var start = _parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!_parser.Accept<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return new(items, Span(start.Start, _parser.Consume<SequenceEnd>().End));
    }

    private YamlMap ReadMap(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(MapReader.KeyComparer);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
                throw new YamlException(
                    _parser.Current!.Start,
                    _parser.Current.End,
                    "a key must be a text. Put quotes around a value that begins with '{' or '['"
                );
            var entry = new YamlEntry(CreateScalar(key), ReadNode(depth + 1));
            if (keys.Add(entry.Key.Value))
                entries.Add(entry);
            else
                _diagnostics.Add(Diagnostic.At(FrontMatterRules.RepeatedKey, _file, entry.Key.Span, entry.Key.Value));
        }

        return new(entries, Span(start.Start, _parser.Consume<MappingEnd>().End));
    }

    private YamlScalar CreateScalar(Scalar scalar) =>
        new(ComposedText.Compose(scalar.Value), scalar.Style == ScalarStyle.Plain, Span(scalar.Start, scalar.End));

    private SourceSpan Span(Mark start, Mark end) =>
        new(_offset + (int)start.Index, Math.Max(1, (int)(end.Index - start.Index)));

    private static int? FindTabIndent(string text)
    {
        if (!text.Contains('\t', StringComparison.Ordinal))
            return null;
        foreach (var match in TabIndent().EnumerateMatches(text))
            return match.Index + match.Length - 1;
        return null;
    }

    [GeneratedRegex("^ *\t", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TabIndent();
}

/// <summary>The conflict markers that git writes around two versions of the same lines.</summary>
internal static partial class MergeMarks
{
    [GeneratedRegex(@"^<{7} [^\n]*", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    public static partial Regex Opening();
}
