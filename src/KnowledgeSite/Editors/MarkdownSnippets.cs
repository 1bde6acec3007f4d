namespace KnowledgeSite.Editors;

/// <summary>
/// Snippets for this tool's extensions of Markdown. A tab stop is written <c>${1:text}</c> or <c>${1|one,other|}</c>.
/// </summary>
internal static class MarkdownSnippets
{
    public static readonly IReadOnlyList<(string Prefix, string Description, IReadOnlyList<string> Body)> All =
    [
        ("note", "A box beside the text.", ["::: ${1|note,tip,info,warning,caution,danger|}", "${0:Text}", ":::"]),
        ("facilitator", "Text of a workshop that only the facilitator gets.", ["::: facilitator", "${0:Text}", ":::"]),
        ("participant", "Text of a workshop that only participants get.", ["::: participant", "${0:Text}", ":::"]),
        ("examples", "Examples, in a cell of a ladder or anywhere.", ["::: examples", "- ${0:Example}", ":::"]),
        (
            "anti-signals",
            "What is easily mistaken for the expectation of a cell.",
            ["::: anti-signals", "- ${0:What it looks like}", ":::"]
        ),
        ("no-search", "Text that nobody should find by searching.", ["::: no-search", "${0:Text}", ":::"]),
        ("no-glossary", "Text in which no word is linked to the glossary.", ["::: no-glossary", "${0:Text}", ":::"]),
        ("lines", "Ruled lines to write on; 1 to 24.", ["::: lines ${1:6}", "$0"]),
        ("box", "An empty box to draw in, 10 to 180 mm high.", ["::: box ${1:40}mm ${2:Your sketch}", "$0"]),
        ("grid", "A table of empty cells: columns by rows.", ["::: grid ${1:5}x${2:3}", "$0"]),
        (
            "scale",
            "Numbers to ring, with words for both ends.",
            ["::: scale ${1:1}-${2:5} ${3:never} | ${4:always}", "$0"]
        ),
        ("gap", "A gap to fill in within a sentence.", ["[____]"]),
        (
            "wikilink",
            "A link to a page, by its path or its xref.",
            ["[[${1:page}${2:#heading}|${3:what readers see}]]"]
        ),
        ("include", "A page or a section of it, shown here too.", ["![[${1:page}#${2:section}]]"]),
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
            "A drawing of boxes and lines.",
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
            "mapping",
            "A drawing that joins two lists.",
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
}
