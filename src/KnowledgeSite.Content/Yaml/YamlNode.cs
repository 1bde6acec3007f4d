using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Yaml;

/// <summary>A YAML value with its position in the file.</summary>
public abstract record YamlNode(SourceSpan Span);

/// <summary>A text, number, truth value or null.</summary>
/// <param name="IsPlain">True if the value has no quotes. Only then can it be null, a number or a truth value.</param>
public sealed record YamlScalar(string Value, bool IsPlain, SourceSpan Span) : YamlNode(Span)
{
    internal bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";
}

internal sealed record YamlList(IReadOnlyList<YamlNode> Items, SourceSpan Span) : YamlNode(Span);

/// <summary>
/// A map. Its entries are in the order of the file and have different keys: a repeated key is reported when the text is
/// read.
/// </summary>
public sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, SourceSpan Span) : YamlNode(Span)
{
    internal static readonly YamlMap Empty = new([], default);

    private Dictionary<string, YamlNode>? _values;

    /// <summary>
    /// The value of a key, ignoring case, <c>_</c> and <c>-</c>, or null if the map does not have it.
    /// </summary>
    public YamlNode? Find(string key)
    {
        var values = _values ??= Entries
            .DistinctBy(e => e.Key.Value, MapReader.KeyComparer)
            .ToDictionary(e => e.Key.Value, e => e.Value, MapReader.KeyComparer);
        return values.GetValueOrDefault(key);
    }
}

/// <summary>A key of a YAML mapping with its value.</summary>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
