using System.Globalization;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// Reads the entries of a YAML map as typed values. Asking for a key makes it known; <see cref="RefuseOthers"/> then reports
/// the rest. Keys are compared without regard to case, <c>_</c> and <c>-</c> (<c>RedirectFrom</c>, <c>redirect_from</c>).
/// </summary>
internal sealed class MapReader(SourceFile file, YamlMap map, DiagnosticBag diagnostics)
{
    private readonly List<string> _known = [];

    public SourceSpan Span => map.Span;

    public static bool SameKey(string a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase) ||
        string.Equals(Bare(a), Bare(b), StringComparison.OrdinalIgnoreCase);

    public Located<string>? Text(string key) => Find(key) switch
    {
        null or YamlScalar { IsNull: true } => null,
        YamlScalar scalar => new(scalar.Value.Trim(), scalar.Span),
        var other => Refuse<Located<string>>(key, other, "a text"),
    };

    public int? Integer(string key) => Value(key, "a whole number", static s =>
        int.TryParse(s, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (int?)null);

    /// <summary>A whole number from one to ten thousand: large enough for what people count, and small enough to be added up.</summary>
    public Located<int>? Count(string key)
    {
        if (Text(key) is not { } text) return null;
        if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 10_000) return new(count, text.Span);
        diagnostics.Add(Diagnostic.At(FrontMatterRules.WrongType, file, text.Span, key, "a whole number from 1 to 10,000", $"'{text.Value}'"));
        return null;
    }

    public bool? Boolean(string key) => Value(key, "true or false", static s => s.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" => (bool?)false,
        _ => null,
    });

    public DateOnly? Date(string key) => Value(key, "a date such as 2026-11-20", static s =>
        DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null);

    public ReviewInterval? Interval(string key) => Value(key, "a time such as '6 months' or '2 weeks'", ReviewInterval.Parse);

    public T? Choice<T>(string key)
        where T : struct, Enum
    {
        if (Text(key) is not { } text) return null;
        if (Enum.TryParse<T>(text.Value, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text.Value[0])) return value;
        var names = Enum.GetNames<T>().Select(n => n.ToLowerInvariant()).ToList();
        diagnostics.Add(Diagnostic.At(FrontMatterRules.UnknownValue, file, text.Span, text.Value, key, string.Join(", ", names), Suggestion.DidYouMean(text.Value, names)));
        return null;
    }

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<Located<string>> Texts(string key)
    {
        var value = Find(key);
        if (value is null or YamlScalar { IsNull: true }) return [];
        if (value is YamlMap) Refuse<object>(key, value, "a list of texts");
        if (value is not YamlList list) return value is YamlScalar && Text(key) is { } one ? [one] : [];

        var texts = new List<Located<string>>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (item is YamlScalar { IsNull: false } scalar) texts.Add(new(scalar.Value.Trim(), scalar.Span));
            else Refuse<object>(key, item, "a list of texts");
        }

        return texts;
    }

    public YamlMap? Map(string key) => Find(key) switch
    {
        null or YamlScalar { IsNull: true } => null,
        YamlMap inner => inner,
        var other => Refuse<YamlMap>(key, other, "a map of keys and values"),
    };

    /// <summary>A reader of the value where it is a map; what else it may be is not judged.</summary>
    public MapReader? MapIfAny(string key) => Find(key) is YamlMap inner ? new(file, inner, diagnostics) : null;

    /// <summary>A map of texts, in the order it is written.</summary>
    public IReadOnlyList<(Located<string> Key, string Text)> TextMap(string key)
    {
        var entries = Map(key)?.Entries ?? [];
        foreach (var entry in entries.Where(e => e.Value is not YamlScalar)) Refuse<object>(entry.Key.Value, entry.Value, "a text");
        return [.. entries.Where(e => e.Value is YamlScalar).Select(e => (new Located<string>(e.Key.Value, e.Key.Span), ((YamlScalar)e.Value).Value.Trim()))];
    }

    /// <summary>A list of maps.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        var value = Find(key);
        if (value is null or YamlScalar { IsNull: true }) return [];
        if (value is not YamlList list)
        {
            Refuse<object>(key, value, "a list of entries");
            return [];
        }

        foreach (var item in list.Items.Where(i => i is not YamlMap)) Refuse<object>(key, item, "a list of entries");
        return [.. list.Items.OfType<YamlMap>()];
    }

    /// <summary>What <paramref name="read"/> makes of each entry in a list of maps; keys that it does not ask for are refused.</summary>
    public IReadOnlyList<T> Each<T>(string key, Func<MapReader, SourceSpan, T> read)
    {
        var entries = new List<T>();
        foreach (var entry in Maps(key))
        {
            var reader = new MapReader(file, entry, diagnostics);
            entries.Add(read(reader, entry.Span));
            reader.RefuseOthers();
        }

        return entries;
    }

    public void RefuseOthers()
    {
        foreach (var entry in map.Entries.Where(e => !_known.Exists(k => SameKey(k, e.Key.Value))))
            diagnostics.Add(Diagnostic.At(FrontMatterRules.UnknownKey, file, entry.Key.Span, entry.Key.Value, Suggestion.DidYouMean(entry.Key.Value, _known)));
    }

    private T? Value<T>(string key, string expected, Func<string, T?> parse)
        where T : struct
    {
        if (Text(key) is not { } text) return null;
        if (parse(text.Value) is { } value) return value;
        diagnostics.Add(Diagnostic.At(FrontMatterRules.WrongType, file, text.Span, key, expected, $"'{text.Value}'"));
        return null;
    }

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        foreach (var entry in map.Entries)
            if (SameKey(entry.Key.Value, key)) return entry.Value;
        return null;
    }

    private T? Refuse<T>(string key, YamlNode value, string expected)
        where T : class
    {
        var found = value switch { YamlList => "a list", YamlMap => "a map", YamlScalar { IsNull: false } => "a text", _ => "nothing" };
        diagnostics.Add(Diagnostic.At(FrontMatterRules.WrongType, file, value.Span, key, expected, found));
        return null;
    }

    private static string Bare(string key) => key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
