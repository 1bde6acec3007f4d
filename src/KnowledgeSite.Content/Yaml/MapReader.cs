using System.Globalization;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Yaml;

/// <summary>
/// Reads the entries of a YAML map as typed values, by the keys of its form. Key names are compared ignoring case,
/// <c>_</c> and <c>-</c>: <c>RedirectFrom</c> is the same as <c>redirect_from</c>.
/// </summary>
/// <param name="refused">Collects values of the wrong type; null to report each one as a diagnostic.</param>
internal sealed class MapReader(
    SourceFile file,
    YamlMap map,
    YamlForm form,
    DiagnosticBag diagnostics,
    List<RefusedValue>? refused = null
)
{
    public const int MaxCount = 10_000;

    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    public SourceSpan Span => map.Span;

    /// <summary>The number of unknown keys in one map for which a similar known key is suggested.</summary>
    private const int MaxSuggestions = 100;

    /// <summary>Compares key names, ignoring case, <c>_</c> and <c>-</c>.</summary>
    public static IEqualityComparer<string> KeyComparer { get; } =
        EqualityComparer<string>.Create(
            (a, b) => SameKey(a!, b!),
            key => StringComparer.OrdinalIgnoreCase.GetHashCode(Bare(key))
        );

    public static bool SameKey(string a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Bare(a), Bare(b), StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<string> NamesOf<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(n => n.ToLowerInvariant());

    public T Read<T>(Key<T> key) => key.ReadFrom(this, key);

    /// <summary>The position of a key's value, or an empty span if the key is missing.</summary>
    public SourceSpan SpanOf(Key key) => Find(key)?.Span ?? default;

    /// <summary>A reader of the same map by another form.</summary>
    public MapReader As(YamlForm other) => new(file, map, other, diagnostics, refused);

    /// <summary>
    /// The names of keys whose value has the wrong type or is unknown. They are read as if they were missing.
    /// </summary>
    public IReadOnlySet<string> Refused => _refused;

    /// <summary>Reports the keys that are not in the form.</summary>
    public MapReader ReportUnknownKeys()
    {
        foreach (var (number, key) in FindUnknownKeys().Index())
        {
            var otherwise = IsPartOfText(key)
                ? "Put quotes around a value that contains ','."
                : "Correct it, or delete it.";
            var suggestion =
                number < MaxSuggestions
                    ? SuggestionIndex.DidYouMean(key.Value, form.Keys.Select(k => k.Name), otherwise)
                    : "";
            diagnostics.Add(Diagnostic.At(FrontMatterRules.UnknownKey, file, key.Span, key.Value, suggestion));
        }

        return this;
    }

    /// <summary>
    /// Whether a key without a value is the rest of a text in braces: <c>{ id: a, text: Now, or never }</c>.
    /// </summary>
    private bool IsPartOfText(Located<string> key) =>
        map.Find(key.Value) is YamlScalar { Value: "" }
        && map.Span.Length > 0
        && file.Text!.Value[map.Span.Start] == '{'
        && !file.Text.Value.AsSpan(key.Span.Start + key.Span.Length).TrimStart(' ').StartsWith(':');

    /// <summary>The keys that are not in the form.</summary>
    public IReadOnlyList<Located<string>> FindUnknownKeys()
    {
        var known = form.Keys.Select(k => k.Name).ToHashSet(KeyComparer);
        return
        [
            .. map
                .Entries.Where(e => !known.Contains(e.Key.Value))
                .Select(e => new Located<string>(e.Key.Value, e.Key.Span)),
        ];
    }

    public Located<string>? ReadText(Key key) => ReadScalar(key, "a text");

    public int? ReadInteger(Key key) =>
        ReadValue(
            key,
            "a whole number",
            static s =>
                int.TryParse(s, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : (int?)null
        );

    public Located<int>? ReadCount(Key key)
    {
        const string Expected = "a whole number from 1 to 10,000";
        if (ReadScalar(key, Expected) is not { } text)
            return null;
        if (
            int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is > 0 and <= MaxCount
        )
            return new(count, text.Span);
        Refuse(key, text, Expected);
        return null;
    }

    public bool? ReadBoolean(Key key) => ReadValue(key, "true or false", ParseTruth);

    public DateOnly? ReadDate(Key key) => ReadValue(key, "a date such as 2026-11-20", ParseDate);

    public (DateOnly? Date, bool IsFalse) ReadDateOrFalse(Key key)
    {
        const string Expected = "a date such as 2026-11-20, or false";
        if (ReadScalar(key, Expected) is not { } text)
            return (null, false);
        if (ParseTruth(text.Value) is { } truth)
            return (null, !truth);
        if (ParseDate(text.Value) is { } date)
            return (date, false);
        Refuse(key, text, Expected);
        return (null, false);
    }

    public ReviewInterval? ReadInterval(Key key) =>
        ReadValue(key, "a time such as '6 months' or '2 weeks'", ReviewInterval.Parse);

    public T? ReadChoice<T>(Key key)
        where T : struct, Enum
    {
        if (ReadText(key) is not { } text)
            return null;
        if (
            Enum.TryParse<T>(text.Value, ignoreCase: true, out var value)
            && Enum.IsDefined(value)
            && !char.IsAsciiDigit(text.Value[0])
        )
            return value;
        var names = NamesOf<T>().ToList();
        _refused.Add(key.Name);
        Report(
            key.Name,
            FrontMatterRules.UnknownValue,
            text.Span,
            text.Value,
            key.Name,
            string.Join(", ", names),
            SuggestionIndex.DidYouMean(text.Value, names)
        );
        return null;
    }

    public IReadOnlyList<Located<string>> ReadTexts(Key key)
    {
        var value = Find(key);
        if (value is null or YamlScalar { IsNull: true })
            return [];
        if (value is YamlMap)
            Refuse<object>(key.Name, value, "a list of texts");
        if (value is not YamlList list)
            return value is YamlScalar && ReadText(key) is { } one ? [one] : [];

        var texts = new List<Located<string>>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (item is YamlScalar { IsNull: true })
                continue;
            if (item is YamlScalar scalar)
                texts.Add(new(scalar.Value.Trim(), scalar.Span));
            else
                Refuse<object>(key.Name, item, "a list of texts");
        }

        return texts;
    }

    /// <summary>Reads a list up to a maximum number of entries. A longer list is reported.</summary>
    public IReadOnlyList<T> Limit<T>(Key<IReadOnlyList<T>> key, int max)
    {
        var entries = Read(key);
        if (entries.Count <= max)
            return entries;
        diagnostics.Add(Diagnostic.At(SourceRules.TooManyEntries, file, SpanOf(key), key.Name, entries.Count, max));
        return [.. entries.Take(max)];
    }

    /// <summary>Reads a map of texts, in the order of the file.</summary>
    public IReadOnlyList<(Located<string> Key, string Text)> ReadTextMap(Key key)
    {
        var entries = ReadInnerMap(key)?.Entries ?? [];
        foreach (var entry in entries.Where(e => e.Value is not YamlScalar))
            Refuse<object>(entry.Key.Value, entry.Value, "a text");
        return
        [
            .. entries
                .Where(e => e.Value is YamlScalar)
                .Select(e => (new Located<string>(e.Key.Value, e.Key.Span), ((YamlScalar)e.Value).Value.Trim())),
        ];
    }

    public MapReader? ReadMap(Key key, YamlForm inner) =>
        ReadInnerMap(key) is { } found ? new MapReader(file, found, inner, diagnostics).ReportUnknownKeys() : null;

    /// <summary>A reader of the value if it is a map, or null. A value of another type is not reported.</summary>
    public MapReader? ReadMapIfAny(Key key, YamlForm inner) => Find(key) is YamlMap ? ReadMap(key, inner) : null;

    public IReadOnlyList<MapReader> ReadEntries(Key key, YamlForm entry)
    {
        var value = Find(key);
        if (value is null or YamlScalar { IsNull: true })
            return [];
        if (value is not YamlList list)
        {
            Refuse<object>(key.Name, value, "a list of entries");
            return [];
        }

        foreach (var item in list.Items.Where(i => i is not YamlMap))
            Refuse<object>(key.Name, item, "a list of entries");
        return
        [
            .. list.Items.OfType<YamlMap>().Select(m => new MapReader(file, m, entry, diagnostics).ReportUnknownKeys()),
        ];
    }

    private YamlMap? ReadInnerMap(Key key) =>
        Find(key) switch
        {
            null or YamlScalar { IsNull: true } => null,
            YamlMap inner => inner,
            var other => Refuse<YamlMap>(key.Name, other, "a map of keys and values"),
        };

    private T? ReadValue<T>(Key key, string expected, Func<string, T?> parse)
        where T : struct
    {
        if (ReadScalar(key, expected) is not { } text)
            return null;
        if (parse(text.Value) is { } value)
            return value;
        Refuse(key, text, expected);
        return null;
    }

    private static bool? ParseTruth(string text) =>
        text.ToLowerInvariant() switch
        {
            "true" or "yes" or "on" => true,
            "false" or "no" or "off" => false,
            _ => null,
        };

    /// <summary>Parses a date, and ignores a time after it. Null if the text is not a date.</summary>
    private static DateOnly? ParseDate(string text)
    {
        var day = text.Length > 10 && text[10] is ('T' or ' ') ? text[..10] : text;
        return DateOnly.TryParseExact(
            day,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;
    }

    private void Refuse(Key key, Located<string> text, string expected)
    {
        _refused.Add(key.Name);
        Report(key.Name, FrontMatterRules.WrongType, text.Span, key.Name, expected, $"'{text.Value}'");
    }

    private void Report(string key, DiagnosticRule rule, SourceSpan span, params object?[] arguments)
    {
        if (refused is null)
            diagnostics.Add(Diagnostic.At(rule, file, span, arguments));
        else
            refused.Add(new(key, span, rule.Message(arguments)));
    }

    /// <param name="expected">The expected type, for the message if the value is a list or a map.</param>
    private Located<string>? ReadScalar(Key key, string expected) =>
        Find(key) switch
        {
            null or YamlScalar { IsNull: true } => null,
            YamlScalar scalar => new(scalar.Value.Trim(), scalar.Span),
            var other => Refuse<Located<string>>(key.Name, other, expected),
        };

    private YamlNode? Find(Key key)
    {
        if (!form.Has(key))
            throw new ArgumentException(
                $"The form '{form.Title}' has no key '{key.Name}', so editors would not suggest it.",
                nameof(key)
            );
        return map.Find(key.Name);
    }

    private T? Refuse<T>(string key, YamlNode value, string expected)
        where T : class
    {
        _refused.Add(key);
        var found = value switch
        {
            YamlList => "a list",
            YamlMap => "a map",
            YamlScalar { IsNull: false } => "a text",
            _ => "nothing",
        };
        Report(key, FrontMatterRules.WrongType, value.Span, key, expected, found);
        return null;
    }

    private static string Bare(string key) =>
        key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}

/// <summary>A value of the wrong type, which may be intended for another tool.</summary>
/// <param name="Reason">A sentence that says what type the key needs.</param>
public sealed record RefusedValue(string Key, SourceSpan Span, string Reason);
