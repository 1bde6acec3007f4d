using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;

namespace KnowledgeSite.Editors;

/// <summary>
/// Writes YAML for snippets, with numbered tab stops. A tab stop offers the known names, if there are any.
/// </summary>
internal sealed class SnippetText(SiteNames names)
{
    private int _stops;

    /// <summary>The front matter of a page: the common keys first, then those of the kind.</summary>
    public IReadOnlyList<string> Head(PageKind kind)
    {
        Key[] first =
        [
            FrontMatterKeys.Title,
            FrontMatterKeys.Description,
            FrontMatterKeys.Kind,
            FrontMatterKeys.Tags,
            FrontMatterKeys.Owner,
            FrontMatterKeys.Reviewed,
            FrontMatterKeys.ReviewIn,
        ];
        var own = KindForms.Get(kind).Keys.Except(FrontMatterKeys.First).Except(FrontMatterKeys.Last);
        return
        [
            "---",
            .. first
                .Concat(own)
                .SelectMany(k =>
                    k == FrontMatterKeys.Kind ? [$"kind: {kind.ToString().ToLowerInvariant()}"] : Format(k)
                ),
            "---",
            "",
            "$0",
        ];
    }

    public IReadOnlyList<string> Format(Key key) =>
        key.Type switch
        {
            YamlType.TextMap map => [$"{key.Name}:", $"  {Among(map.Names, "name")}: {Stop("sentence")}"],
            YamlType.Entries entries =>
            [
                $"{key.Name}:",
                .. entries
                    .Form.Keys.Where(k => k.IsRequired)
                    .SelectMany(Format)
                    .Select((line, i) => (i == 0 ? "  - " : "    ") + line),
            ],
            YamlType.BooleanOrMap either =>
            [
                $"{key.Name}:",
                .. either.Form.Keys.SelectMany(Format).Select(line => "  " + line),
            ],
            YamlType.Texts list => [$"{key.Name}: [{Value(list.Item, key.Name)}]"],
            _ => [$"{key.Name}: {Value(key.Type, key.Name)}"],
        };

    public string Among(SiteList? list, string otherwise) =>
        list is { } known && names.Find(known) is { Count: > 0 } all ? OneOf(all) : Stop(otherwise);

    private string Value(YamlType type, string name) =>
        type switch
        {
            YamlType.Text { List: { } list } => Among(list, name),
            YamlType.Text { Suggestions: { Count: > 0 } usual } => OneOf(usual),
            YamlType.Choice choice => OneOf(choice.Values),
            YamlType.Boolean => OneOf(["true", "false"]),
            YamlType.Date or YamlType.DateOrBoolean => "${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}",
            YamlType.Number => Stop("10"),
            _ => Stop(name),
        };

    private string Stop(string text) => $"${{{++_stops}:{text}}}";

    private string OneOf(IEnumerable<string> values) =>
        $"${{{++_stops}|"
        + string.Join(
            ',',
            values.Select(v =>
                v.Replace(@"\", @"\\", StringComparison.Ordinal)
                    .Replace(",", @"\,", StringComparison.Ordinal)
                    .Replace("|", @"\|", StringComparison.Ordinal)
            )
        )
        + "|}";
}
