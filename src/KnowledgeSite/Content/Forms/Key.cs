namespace KnowledgeSite.Content.Forms;

/// <summary>
/// A key that authors write in YAML: its name, what it says in plain words, and what its value may be. Nothing of YAML
/// is read but through a key of the form it belongs to, so what an editor is told of a key and what a build makes of it
/// cannot differ.
/// </summary>
internal abstract record Key(string Name, string Description, YamlType Type)
{
    /// <summary>What lacks it is reported and not complete.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>
    /// The key that makes up for this one, where that is there (of one that is true or false: is true).
    /// </summary>
    public Key? Unless { get; init; }

    public static Key<Located<string>?> Text(string name, string description, YamlType.Text? of = null) =>
        new(name, description, of ?? YamlType.AnyText, static (reader, key) => reader.Text(key));

    /// <summary>A list of texts; a single one stands for a list of one.</summary>
    public static Key<IReadOnlyList<Located<string>>> Texts(
        string name,
        string description,
        YamlType.Text? of = null
    ) => new(name, description, new YamlType.Texts(of ?? YamlType.AnyText), static (reader, key) => reader.Texts(key));

    /// <summary>Texts by names of the author's own.</summary>
    public static Key<IReadOnlyList<(Located<string> Key, string Text)>> TextMap(
        string name,
        string description,
        SiteList? names = null
    ) => new(name, description, new YamlType.TextMap(names), static (reader, key) => reader.TextMap(key));

    public static Key<int?> Integer(string name, string description) =>
        new(
            name,
            description,
            new YamlType.Number(int.MinValue, int.MaxValue),
            static (reader, key) => reader.Integer(key)
        );

    /// <summary>
    /// A whole number from one to ten thousand: large enough for what people count, and small enough to be added up.
    /// </summary>
    public static Key<Located<int>?> Count(string name, string description) =>
        new(
            name,
            description,
            new YamlType.Number(1, MapReader.MostCounted),
            static (reader, key) => reader.Count(key)
        );

    public static Key<bool?> Boolean(string name, string description) =>
        new(name, description, new YamlType.Truth(), static (reader, key) => reader.Boolean(key));

    public static Key<DateOnly?> Date(string name, string description) =>
        new(name, description, new YamlType.Date(), static (reader, key) => reader.Date(key));

    /// <summary>A date, or false. True says nothing, as if the key were not there.</summary>
    public static Key<(DateOnly? Date, bool IsFalse)> DateOrFalse(string name, string description) =>
        new(name, description, new YamlType.DateOrTruth(), static (reader, key) => reader.DateOrFalse(key));

    public static Key<ReviewInterval?> Interval(string name, string description) =>
        new(
            name,
            description,
            YamlType.AnyText with
            {
                Pattern = ReviewInterval.Pattern,
                Usual = ["3 months", "6 months", "12 months"],
            },
            static (reader, key) => reader.Interval(key)
        );

    public static Key<T?> Choice<T>(string name, string description)
        where T : struct, Enum =>
        new(
            name,
            description,
            new YamlType.Choice([.. MapReader.NamesOf<T>()]),
            static (reader, key) => reader.Choice<T>(key)
        );

    /// <summary>A map that is a form of its own; null where there is none.</summary>
    public static Key<MapReader?> Map(string name, string description, YamlForm form) =>
        new(name, description, new YamlType.Map(form), (reader, key) => reader.Map(key, form));

    /// <summary>True or false, or a form of its own.</summary>
    public static Key<(bool? Truth, MapReader? Map)> BooleanOrMap(string name, string description, YamlForm form) =>
        new(
            name,
            description,
            new YamlType.TruthOrMap(form),
            (reader, key) => reader.MapIfAny(key, form) is { } map ? (null, map) : (reader.Boolean(key), null)
        );

    /// <summary>A list of entries, each a form of its own.</summary>
    public static Key<IReadOnlyList<MapReader>> Entries(string name, string description, YamlForm form) =>
        new(name, description, new YamlType.Entries(form), (reader, key) => reader.Entries(key, form));
}

/// <param name="ReadFrom">What it says in a map.</param>
internal sealed record Key<T>(string Name, string Description, YamlType Type, Func<MapReader, Key, T> ReadFrom)
    : Key(Name, Description, Type);
