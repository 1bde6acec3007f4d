using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KnowledgeSite.Content;

/// <summary>
/// Reads a stretch of a file as YAML. Our own tree, since YamlDotNet's would recurse without a limit; an alias is
/// kept as a reference to the node it names, so that nested aliases cost nothing.
/// </summary>
internal sealed partial class YamlReader
{
    private const int DeepestNesting = 32;

    private readonly SourceFile _file;
    private readonly int _offset;
    private readonly Parser _parser;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);

    private YamlReader(SourceFile file, int offset, string text, DiagnosticBag diagnostics)
    {
        (_file, _offset, _diagnostics) = (file, offset, diagnostics);
        _parser = new(new StringReader(text));
    }

    /// <summary>
    /// The map in the span; an empty one where the text holds none, or cannot be read (then a diagnostic says why).
    /// </summary>
    public static YamlMap Read(SourceFile file, SourceSpan span, DiagnosticBag diagnostics)
    {
        var root = Root(file, span, diagnostics);
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
                    mistake.WayOut
                )
            );
        else
            diagnostics.Add(Diagnostic.At(FrontMatterRules.NotAMap, file, root.Span));
    }

    /// <summary>
    /// The maps of a file that is a list of them; none where it holds nothing, or cannot be read (then a diagnostic
    /// says why).
    /// </summary>
    public static IReadOnlyList<YamlMap> ReadMaps(SourceFile file, DiagnosticBag diagnostics)
    {
        var root = Root(file, new(0, file.Text!.Value.Length), diagnostics);
        if (root is null or YamlScalar { IsNull: true })
            return [];
        var items = (root as YamlList)?.Items ?? [root];
        foreach (var item in items.Where(i => root is not YamlList || i is not YamlMap))
            diagnostics.Add(Diagnostic.At(FrontMatterRules.NotAList, file, item.Span));
        return root is YamlList ? [.. items.OfType<YamlMap>()] : [];
    }

    private static YamlNode? Root(SourceFile file, SourceSpan span, DiagnosticBag diagnostics) =>
        Root(file, span.Start, file.Text!.Value.Substring(span.Start, span.Length), diagnostics);

    /// <summary>Null where there is no document, or none that can be read (then a diagnostic says why).</summary>
    /// <param name="text">What stands at the offset, each character at its place; marks of the Markdown around it may
    /// be blanks.</param>
    public static YamlNode? Root(SourceFile file, int offset, string text, DiagnosticBag diagnostics)
    {
        if (IndentedByTab(text) is { } tab)
        {
            diagnostics.Add(Diagnostic.At(FrontMatterRules.Tab, file, new SourceSpan(offset + tab, 1)));
            return null;
        }

        if (MergeMarks.Opening().Match(text) is { Success: true } merge)
        {
            diagnostics.Add(
                Diagnostic.At(SourceRules.HalfMerged, file, new SourceSpan(offset + merge.Index, merge.Length))
            );
            return null;
        }

        var reader = new YamlReader(file, offset, text, diagnostics);
        try
        {
            return reader.Document();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // YamlDotNet's scanner gives up like this on some damaged texts; the place is that of the last part it
            // understood.
            var mistake = YamlMistake.Find(text);
            var last = (int)Math.Clamp(reader._parser.Current?.Start.Index ?? 0, 0, Math.Max(0, text.Length - 1));
            diagnostics.Add(
                Diagnostic.At(
                    FrontMatterRules.Syntax,
                    file,
                    new SourceSpan(offset + last, 1),
                    mistake.Reason,
                    mistake.WayOut
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
            diagnostics.Add(Diagnostic.At(FrontMatterRules.Syntax, file, span, mistake.Reason, mistake.WayOut));
            return null;
        }
    }

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return null;
        var root = Node(0);
        if (!_parser.TryConsume<DocumentEnd>(out _))
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "more than one document");
        return root;
    }

    private YamlNode Node(int depth)
    {
        if (depth > DeepestNesting)
            throw new YamlException(
                _parser.Current!.Start,
                _parser.Current.End,
                $"nested more than {DeepestNesting} deep"
            );
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return _anchors.TryGetValue(alias.Value.Value, out var named)
                ? named
                : throw new YamlException(
                    alias.Start,
                    alias.End,
                    $"no anchor '&{alias.Value.Value}' before this alias"
                );

        var anchor = (_parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        YamlNode node =
            _parser.TryConsume<Scalar>(out var scalar) ? ScalarOf(scalar)
            : _parser.Accept<SequenceStart>(out _) ? List(depth)
            : Map(depth);
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = node;
        return node;
    }

    private YamlList List(int depth)
    {
        var start = _parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!_parser.Accept<SequenceEnd>(out _))
            items.Add(Node(depth + 1));
        return new(items, Span(start.Start, _parser.Consume<SequenceEnd>().End));
    }

    private YamlMap Map(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(MapReader.KeyComparer);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key has to be a plain word");
            var entry = new YamlEntry(ScalarOf(key), Node(depth + 1));
            if (keys.Add(entry.Key.Value))
                entries.Add(entry);
            else
                _diagnostics.Add(Diagnostic.At(FrontMatterRules.RepeatedKey, _file, entry.Key.Span, entry.Key.Value));
        }

        return new(entries, Span(start.Start, _parser.Consume<MappingEnd>().End));
    }

    private YamlScalar ScalarOf(Scalar scalar) =>
        new(ComposedText.Compose(scalar.Value), scalar.Style == ScalarStyle.Plain, Span(scalar.Start, scalar.End));

    private SourceSpan Span(Mark start, Mark end) =>
        new(_offset + (int)start.Index, Math.Max(1, (int)(end.Index - start.Index)));

    private static int? IndentedByTab(string text)
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
