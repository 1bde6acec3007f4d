using System.Text.Json.Nodes;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;

namespace KnowledgeSite.Editors;

/// <summary>
/// Generates snippets for VS Code, which has no built-in support for front matter: the front matter of each kind of
/// page, each key with its possible names, and the tool's extensions of Markdown.
/// </summary>
internal static class Snippets
{
    /// <summary>
    /// Snippets for this tool's extensions of Markdown. A tab stop is written <c>${1:text}</c> or
    /// <c>${1|one,other|}</c>.
    /// </summary>
    private static readonly IReadOnlyList<(string Prefix, string Description, IReadOnlyList<string> Body)> Markdown =
    [
        ("note", "A callout.", ["::: ${1|note,tip,important,warning,caution|}", "${0:Text}", ":::"]),
        (
            "tabs",
            "Alternatives of which readers choose one.",
            ["=== \"${1:Python}\"", "", "    ${2:Text}", "", "=== \"${3:R}\"", "", "    ${0:Text}"]
        ),
        (
            "code",
            "Code with a title and marked lines.",
            ["``` ${1:python} title=\"${2:train.py}\" {${3:2,4-6}}", "$0", "```"]
        ),
        ("facilitator", "Text of a workshop that only the facilitator gets.", ["::: facilitator", "${0:Text}", ":::"]),
        ("participant", "Text of a workshop that only participants get.", ["::: participant", "${0:Text}", ":::"]),
        ("examples", "Examples, in a cell of a ladder or anywhere.", ["::: examples", "- ${0:Example}", ":::"]),
        (
            "anti-signals",
            "What is easily mistaken for the expectation of a cell.",
            ["::: anti-signals", "- ${0:What it looks like}", ":::"]
        ),
        ("no-search", "Text that search leaves out.", ["::: no-search", "${0:Text}", ":::"]),
        ("no-glossary", "Text in which no word is linked to the glossary.", ["::: no-glossary", "${0:Text}", ":::"]),
        ("lines", "Ruled lines to write on; 1 to 24.", ["::: lines ${1:6}", "$0"]),
        ("box", "An empty box to draw in, 10 to 180 mm high.", ["::: box ${1:40}mm ${2:Your sketch}", "$0"]),
        ("grid", "A table of empty cells: columns by rows.", ["::: grid ${1:5}x${2:3}", "$0"]),
        (
            "scale",
            "A rating scale: numbers to circle, with words for both ends.",
            ["::: scale ${1:1}-${2:5} ${3:never} | ${4:always}", "$0"]
        ),
        ("gap", "A gap to fill in within a sentence.", ["[____]"]),
        ("choice", "Options of which one is chosen.", ["( ) ${1:yes} ( ) ${2:no}"]),
        (
            "sum",
            "A gap that adds up a column of the table above, in the rows with one choice.",
            ["[____]{sum=${1:Hours} of=${2:yes}}"]
        ),
        (
            "wikilink",
            "A link to a page, by its path or its xref.",
            ["[[${1:page}${2:#heading}|${3:what readers see}]]"]
        ),
        ("include", "Includes a page or a section of it.", ["![[${1:page}#${2:section}]]"]),
        ("footnote", "A note at the end of the page.", ["[^${1:name}]$0", "", "[^${1:name}]: ${2:Text}"]),
        (
            "term",
            "A term of the glossary: what it means in at most 40 words.",
            ["## ${1:Term} {#${2:id}}", "", "Also called: ${3:other words}", "", "${0:Definition}"]
        ),
        (
            "cell",
            "A cell of a ladder: a sentence, then a signal for each thing that a colleague could see.",
            [
                "## ${1:Level} {#${2:dimension}.${3:level}}",
                "",
                "${4:What is new at this level, in one sentence.}",
                "",
                "- ${5:Writes …} {#${2:dimension}.${3:level}.${6:word}}",
                "$0",
            ]
        ),
        (
            "signal",
            "Something observable that is expected from a level on.",
            ["- ${1:Writes …} {#${2:dimension}.${3:level}.${4:word}}"]
        ),
        (
            "raises",
            "A signal that takes an earlier one further.",
            [
                "- ${1:Writes …} {#${2:dimension}.${3:level}.${4:word} raises=${2:dimension}.${5:earlier "
                    + "level}.${6:word}}",
            ]
        ),
        (
            "flow",
            "A diagram of boxes and lines.",
            [
                "``` flow",
                "label: ${1:What it shows}",
                "nodes:",
                "  - {id: ${2:one}, text: ${3:First}}",
                "  - {id: ${4:two}, text: ${5:Second}}",
                "edges:",
                "  - {from: ${2:one}, to: ${4:two}}",
                "```",
                "$0",
            ]
        ),
        (
            "mermaid",
            "A diagram in Mermaid's language.",
            [
                "``` mermaid",
                "${1|flowchart LR,sequenceDiagram,stateDiagram-v2,classDiagram,erDiagram,pie,timeline,quadrantChart,"
                    + "mindmap,gantt|}",
                "    $0",
                "```",
            ]
        ),
        (
            "mapping",
            "A diagram that connects two lists.",
            [
                "``` mapping",
                "label: ${1:What it shows}",
                "left: {title: ${2:Ours}, items: [{id: ${3:a}, text: ${4:First}}]}",
                "right: {title: ${5:Theirs}, items: [{id: ${6:x}, text: ${7:Other}}]}",
                "pairs:",
                "  - {left: ${3:a}, right: ${6:x}}",
                "```",
                "$0",
            ]
        ),
    ];

    public static JsonObject Create(SiteNames names)
    {
        var snippets = new JsonObject();
        foreach (var kind in Enum.GetValues<PageKind>())
            Add($"{NameOf(kind)}-page", PageKindDescriptions.Get(kind) + ".", new SnippetText(names).Head(kind));
        foreach (var key in KeysOfPages())
            Add(key.Name, key.Description, new SnippetText(names).Format(key));
        foreach (var (prefix, description, body) in Markdown)
            Add(prefix, description, body);
        var citation = new SnippetText(names).Among(SiteList.Sources, "source");
        Add("cite", "A citation: a numbered note that names the source.", [$"[@{citation}${{2:, p. 4}}]"]);
        return snippets;

        void Add(string prefix, string description, IReadOnlyList<string> body) =>
            snippets[prefix] = new JsonObject
            {
                ["scope"] = "markdown",
                ["prefix"] = prefix,
                ["description"] = description,
                ["body"] = ValueSchema.Strings(body),
            };
    }

    /// <summary>The keys without duplicates. Of a key that several kinds share, the first is used.</summary>
    private static IEnumerable<Key> KeysOfPages() =>
        Enum.GetValues<PageKind>().SelectMany(k => KindForms.Get(k).Keys).DistinctBy(k => k.Name);

    private static string NameOf(PageKind kind) => kind.ToString().ToLowerInvariant();
}

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
            YamlType.Map map => [$"{key.Name}:", .. map.Form.Keys.SelectMany(Format).Select(line => "  " + line)],
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
