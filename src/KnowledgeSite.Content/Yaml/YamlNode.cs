using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Yaml;

/// <summary>A YAML value and where it stands in the file.</summary>
public abstract record YamlNode(SourceSpan Span);

/// <param name="IsPlain">Written without quotes: only then can it mean null, a number or a truth value.</param>
public sealed record YamlScalar(string Value, bool IsPlain, SourceSpan Span) : YamlNode(Span)
{
    public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";
}

internal sealed record YamlList(IReadOnlyList<YamlNode> Items, SourceSpan Span) : YamlNode(Span);

/// <summary>
/// Entries in the order they are written; keys differ (a repeated key is reported when the text is read).
/// </summary>
public sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, SourceSpan Span) : YamlNode(Span)
{
    public static readonly YamlMap Empty = new([], default);

    private Dictionary<string, YamlNode>? _values;

    /// <summary>The value of a key, in any spelling that means the same key; null where the map has none.</summary>
    public YamlNode? Find(string key)
    {
        var values = _values ??= Entries
            .DistinctBy(e => e.Key.Value, MapReader.KeyComparer)
            .ToDictionary(e => e.Key.Value, e => e.Value, MapReader.KeyComparer);
        return values.GetValueOrDefault(key);
    }
}

public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
