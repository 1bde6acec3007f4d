using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Yaml;

/// <summary>
/// A key that authors write in YAML. All YAML is read through the keys of a form, so what an editor suggests and what a
/// build reads cannot differ.
/// </summary>
/// <param name="Description">The meaning of the key, for authors.</param>
/// <param name="Type">The type of its value.</param>
internal abstract record Key(string Name, string Description, YamlType Type)
{
    /// <summary>True if a missing key is reported.</summary>
    public bool IsRequired { get; init; }

    /// <summary>
    /// A key that makes this one unnecessary if it is present (or, if it takes true or false, if it is true).
    /// </summary>
    public Key? Unless { get; init; }

    public static Key<Located<string>?> Text(string name, string description, YamlType.Text? of = null) =>
        new(name, description, of ?? YamlType.AnyText, static (reader, key) => reader.ReadText(key));

    /// <summary>A key for a list of texts. A single text is read as a list with one entry.</summary>
    public static Key<IReadOnlyList<Located<string>>> Texts(
        string name,
        string description,
        YamlType.Text? of = null
    ) =>
        new(
            name,
            description,
            new YamlType.Texts(of ?? YamlType.AnyText),
            static (reader, key) => reader.ReadTexts(key)
        );

    /// <summary>A key for a map whose keys the author chooses and whose values are texts.</summary>
    public static Key<IReadOnlyList<(Located<string> Key, string Text)>> TextMap(
        string name,
        string description,
        SiteList? names = null
    ) => new(name, description, new YamlType.TextMap(names), static (reader, key) => reader.ReadTextMap(key));

    public static Key<int?> Integer(string name, string description) =>
        new(
            name,
            description,
            new YamlType.Number(int.MinValue, int.MaxValue),
            static (reader, key) => reader.ReadInteger(key)
        );

    /// <summary>
    /// A key for a whole number from one to ten thousand. The limit prevents overflow when numbers are added.
    /// </summary>
    public static Key<Located<int>?> Count(string name, string description) =>
        new(
            name,
            description,
            new YamlType.Number(1, MapReader.MaxCount),
            static (reader, key) => reader.ReadCount(key)
        );

    public static Key<bool?> Boolean(string name, string description) =>
        new(name, description, new YamlType.Boolean(), static (reader, key) => reader.ReadBoolean(key));

    public static Key<DateOnly?> Date(string name, string description) =>
        new(name, description, new YamlType.Date(), static (reader, key) => reader.ReadDate(key));

    /// <summary>A key for a date or false. True is read as if the key were missing.</summary>
    public static Key<(DateOnly? Date, bool IsFalse)> DateOrFalse(string name, string description) =>
        new(name, description, new YamlType.DateOrBoolean(), static (reader, key) => reader.ReadDateOrFalse(key));

    public static Key<ReviewInterval?> Interval(string name, string description) =>
        new(
            name,
            description,
            YamlType.AnyText with
            {
                Pattern = ReviewInterval.Pattern,
                Suggestions = ["3 months", "6 months", "12 months"],
            },
            static (reader, key) => reader.ReadInterval(key)
        );

    public static Key<T?> Choice<T>(string name, string description)
        where T : struct, Enum =>
        new(
            name,
            description,
            new YamlType.Choice([.. MapReader.NamesOf<T>()]),
            static (reader, key) => reader.ReadChoice<T>(key)
        );

    /// <summary>A key for a map with its own form. It reads as null if the key is missing.</summary>
    public static Key<MapReader?> Map(string name, string description, YamlForm form) =>
        new(name, description, new YamlType.Map(form), (reader, key) => reader.ReadMap(key, form));

    /// <summary>A key for true, false, or a map with its own form.</summary>
    public static Key<(bool? Truth, MapReader? Map)> BooleanOrMap(string name, string description, YamlForm form) =>
        new(
            name,
            description,
            new YamlType.BooleanOrMap(form),
            (reader, key) => reader.ReadMapIfAny(key, form) is { } map ? (null, map) : (reader.ReadBoolean(key), null)
        );

    /// <summary>A key for a list of maps, each with the given form.</summary>
    public static Key<IReadOnlyList<MapReader>> Entries(string name, string description, YamlForm form) =>
        new(name, description, new YamlType.Entries(form), (reader, key) => reader.ReadEntries(key, form));
}

/// <summary>A key whose value is read as <typeparamref name="T"/>.</summary>
/// <param name="ReadFrom">Reads the value of the key from a map.</param>
internal sealed record Key<T>(string Name, string Description, YamlType Type, Func<MapReader, Key, T> ReadFrom)
    : Key(Name, Description, Type);

/// <summary>
/// The keys that a YAML map can have. The map is a file such as <c>site.yaml</c>, the front matter of a kind of
/// page, or an entry of a list.
/// </summary>
/// <param name="Title">A description for authors, such as "A level of a ladder".</param>
/// <param name="Keys">The keys, in the order in which authors usually write them.</param>
internal sealed record YamlForm(string Title, params IReadOnlyList<Key> Keys)
{
    public bool Has(Key key)
    {
        for (var i = 0; i < Keys.Count; i++)
            if (ReferenceEquals(Keys[i], key))
                return true;
        return false;
    }
}
