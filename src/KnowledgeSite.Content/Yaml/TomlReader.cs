using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Yaml;

/// <summary>Reads TOML into the same tree as YAML, so that front matter means the same in both formats.</summary>
internal sealed class TomlReader(int offset)
{
    /// <summary>Reads the keys in the span. The map is empty if the text is invalid, which is reported.</summary>
    public static YamlMap Read(SourceFile file, SourceSpan span, DiagnosticBag diagnostics)
    {
        DocumentSyntax document;
        try
        {
            document = SyntaxParser.Parse(file.Text!.Value.Substring(span.Start, span.Length), validate: true);
        }
        catch (TomlException tooDeep)
        {
            return Invalid(tooDeep.Offset ?? 0);
        }

        if (document.Diagnostics.FirstOrDefault(d => d.Kind == DiagnosticMessageKind.Error) is { } error)
            return Invalid(error.Span.Offset);

        var reader = new TomlReader(span.Start);
        var tables = document
            .Tables.Where(t => t.Name is not null)
            .Select(t => new YamlEntry(reader.ReadKey(t.Name!), reader.ReadMap(t.Items, t)));
        return new([.. document.KeyValues.Select(reader.ReadEntry), .. tables.DistinctBy(t => t.Key.Value)], span);

        YamlMap Invalid(int at)
        {
            var place = new SourceSpan(span.Start + Math.Clamp(at, 0, Math.Max(0, span.Length - 1)), 1);
            diagnostics.Add(Diagnostic.At(FrontMatterRules.TomlSyntax, file, place));
            return YamlMap.Empty;
        }
    }

    private YamlMap ReadMap(IEnumerable<SyntaxNode> items, SyntaxNode table) =>
        new([.. items.OfType<KeyValueSyntax>().Select(ReadEntry)], InFile(table));

    private YamlEntry ReadEntry(KeyValueSyntax entry) => new(ReadKey(entry.Key!), ReadValue(entry.Value!));

    private YamlScalar ReadKey(KeySyntax key) => new(key.ToString().Trim().Trim('"', '\''), IsPlain: true, InFile(key));

    private YamlNode ReadValue(ValueSyntax value) =>
        value switch
        {
            StringValueSyntax text => new YamlScalar(text.Value ?? "", IsPlain: false, InFile(value)),
            ArraySyntax list => new YamlList(
                [.. list.Items.Where(i => i.Value is not null).Select(i => ReadValue(i.Value!))],
                InFile(value)
            ),
            InlineTableSyntax table => new YamlMap(
                [.. table.Items.Where(i => i.KeyValue is not null).Select(i => ReadEntry(i.KeyValue!))],
                InFile(value)
            ),
            _ => new YamlScalar(value.ToString().Trim(), IsPlain: true, InFile(value)),
        };

    private SourceSpan InFile(SyntaxNode node) => new(offset + node.Span.Offset, Math.Max(1, node.Span.Length));
}
