namespace KnowledgeSite.Content.Forms;

/// <summary>What the value of a key may be.</summary>
internal abstract record YamlType
{
    public static readonly Text AnyText = new();

    /// <param name="List">What on the site it names; null where it is free.</param>
    /// <param name="IsOpen">It may name what is not there yet.</param>
    /// <param name="Pattern">A regular expression that it fits.</param>
    public sealed record Text(SiteList? List = null, bool IsOpen = false, string? Pattern = null) : YamlType
    {
        /// <summary>Values that most authors want.</summary>
        public IReadOnlyList<string> Usual { get; init; } = [];

        public static Text From(SiteList list) => new(list);

        public static Text Near(SiteList list) => new(list, IsOpen: true);
    }

    public sealed record Texts(Text Item) : YamlType;

    /// <param name="Names">What on the site the keys name; null where they are free.</param>
    public sealed record TextMap(SiteList? Names) : YamlType;

    public sealed record Number(int Least, int Most) : YamlType;

    public sealed record Truth : YamlType;

    public sealed record Date : YamlType;

    public sealed record DateOrTruth : YamlType;

    /// <param name="Meanings">What each of the values says; null where their names do.</param>
    public sealed record Choice(IReadOnlyList<string> Values, IReadOnlyList<string>? Meanings = null) : YamlType;

    public sealed record Map(YamlForm Form) : YamlType;

    public sealed record TruthOrMap(YamlForm Form) : YamlType;

    public sealed record Entries(YamlForm Form) : YamlType;
}
