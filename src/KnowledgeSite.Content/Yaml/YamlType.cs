namespace KnowledgeSite.Content.Yaml;

/// <summary>The type of a key's value.</summary>
internal abstract record YamlType
{
    public static readonly Text AnyText = new();

    /// <param name="List">The names of the site that the text must be one of, or null for any text.</param>
    /// <param name="IsOpen">True if the text may be a name that does not exist yet.</param>
    /// <param name="Pattern">A regular expression that the text must match, or null.</param>
    public sealed record Text(SiteList? List = null, bool IsOpen = false, string? Pattern = null) : YamlType
    {
        /// <summary>Values that editors suggest.</summary>
        public IReadOnlyList<string> Suggestions { get; init; } = [];

        public static Text From(SiteList list) => new(list);

        public static Text Suggest(SiteList list) => new(list, IsOpen: true);
    }

    public sealed record Texts(Text Item) : YamlType;

    /// <param name="Names">The names of the site that the keys must be from, or null for any keys.</param>
    public sealed record TextMap(SiteList? Names) : YamlType;

    public sealed record Number(int Minimum, int Maximum) : YamlType;

    public sealed record Boolean : YamlType;

    public sealed record Date : YamlType;

    public sealed record DateOrBoolean : YamlType;

    /// <param name="Meanings">A description of each value, or null if the values need none.</param>
    public sealed record Choice(IReadOnlyList<string> Values, IReadOnlyList<string>? Meanings = null) : YamlType;

    public sealed record Map(YamlForm Form) : YamlType;

    public sealed record BooleanOrMap(YamlForm Form) : YamlType;

    public sealed record Entries(YamlForm Form) : YamlType;
}

/// <summary>A list of names that a site defines and that its authors use elsewhere.</summary>
internal enum SiteList
{
    /// <summary>The tags in <c>site.yaml</c>, or if it lists none, the tags of the pages.</summary>
    Tags,

    /// <summary>The owners in <c>site.yaml</c>, or if it lists none, the owners of the pages.</summary>
    Owners,

    /// <summary>The ids in <c>sources.yaml</c>.</summary>
    Sources,

    Ladders,

    /// <summary>
    /// The levels of the ladder that the key <c>ladder</c> names, or of all ladders if it is missing.
    /// </summary>
    Levels,

    Dimensions,

    Cells,

    /// <summary>The ids of cells, signals, dimensions and levels.</summary>
    Places,
}
