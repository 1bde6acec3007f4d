"""Called by pathological.sh. Builds one site per construct that could take more than linear time, at two sizes, and prints the costs.

CPU seconds (user + system) are the figure to look at, since machines are noisy. The factor is the cost of the large size, without
what an almost empty site costs, over that of the small size: 4 is linear at the default sizes, 16 quadratic. A cost over the
limit, memory over 1 GB, or an exit code other than 0 and 1 is marked with <<<<, and makes the exit code 1.
"""
import argparse, json, os, resource, shutil, subprocess, sys


def repeated(unit, around="{}"):
    """A page that repeats one unit of text."""
    return lambda size: around.replace("{}", unit * max(1, size // len(unit.encode())))


def numbered(unit, around="{}"):
    """A page of units that differ in a number, '{n}'."""
    def make(size):
        length = len(unit.replace("{n}", "12345").encode())
        return around.replace("{}", "".join(unit.replace("{n}", str(n)) for n in range(max(1, size // length))))
    return make


def nested(opening, closing, middle="x"):
    def make(size):
        count = max(1, size // len((opening + closing).encode()))
        return opening * count + middle + closing * count
    return make


def rising(mark, separator=" "):
    """Runs of a mark, each longer by one than the last."""
    def make(size):
        parts, length, total = [], 1, 0
        while total < size:
            parts.append(mark * length)
            total += length + len(separator)
            length += 1
        return separator.join(parts)
    return make


def deep_list(size):
    lines, depth, total = [], 0, 0
    while total < size:
        lines.append("  " * depth + "- a")
        total += 2 * depth + 4
        depth += 1
    return "\n".join(lines)


def deep_numbered_list(size):
    lines, depth, total = [], 0, 0
    while total < size:
        lines.append("   " * depth + "1. a")
        total += 3 * depth + 5
        depth += 1
    return "\n".join(lines)


def deep_quotes(size):
    lines, depth, total = [], 1, 0
    while total < size:
        lines.append("> " * depth + "a")
        total += 2 * depth + 2
        depth += 1
    return "\n".join(lines)


def containers_inside(size):
    """Nested containers: each inner one has a shorter fence."""
    lines, total, depth = [], 0, 3
    while total < size:
        lines.append(":" * depth + " note")
        total += depth + 6
        depth += 1
    return "\n".join(reversed(lines))


def front_matter(text):
    return lambda size: "---\n" + text(size) + "\n---\n\n# A page\n\nText.\n"

def at_most(length, make):
    """A text of at most the length that is highlighted."""
    return lambda size: make(min(size, length))


def diagrams(head, unit, length):
    """Mermaid diagrams of a type, each of about a length."""
    lines = numbered(unit)(length)
    block = f"``` mermaid\n{head}\n{lines}\n```\n\n"
    return lambda size: block * max(1, size // len(block))


def deep_diagram(head, opening, closing="", middle="", levels=10_000):
    """A Mermaid diagram of at most 10,000 levels, and of at most the length that is read."""
    def make(size):
        count = min(levels, min(size, 99_000) // len((opening + closing).replace("{n}", "12345")))
        openings = "".join(opening.replace("{n}", str(n)) for n in range(count))
        return f"``` mermaid\n{head}\n{openings}{middle}{closing * count}```\n"
    return make


def deep_mindmap(size):
    """As deep as its length allows, because each level is indented further than the last."""
    lines, total = ["a"], 0
    while total < min(size, 95_000):
        lines.append(" " * len(lines) + "a")
        total += len(lines) + 1
    return "``` mermaid\nmindmap\n" + "\n".join(lines) + "\n```\n"


# The first line and a repeated line of each type of Mermaid.
MERMAID = {
    "flowchart": ("flowchart LR", "a{n} -->|to| b\n"),
    "sequence": ("sequenceDiagram", "A->>B: message {n}\n"),
    "state": ("stateDiagram-v2", "s{n} --> t : then\n"),
    "class": ("classDiagram", "c{n} <|-- D : is\n"),
    "entity": ("erDiagram", "E{n} ||--o{ F : has\n"),
    "pie": ("pie", "\"part {n}\" : 7\n"),
    "timeline": ("timeline", "{n} : event : another\n"),
    "quadrant": ("quadrantChart", "point {n}: [0.4, 0.6]\n"),
    "mindmap": ("mindmap\n root", "  topic {n}\n"),
    "gantt": ("gantt", "task {n} : 2026-01-05, 3d\n"),
}

# A line of each language that is highlighted.
CODE = {
    "bash": "for f in \"${files[@]}\"; do grep -n 'a{n}' \"$f\" | sort; done\n",
    "batch": "if exist a{n}.txt echo %PATH% & rem words\n",
    "c": "static int f{n}(const char *a) { return a[0] + 1; } /* words */\n",
    "cpp": "template <class T> std::vector<T> f{n}(const T& a) { return {a}; } // words\n",
    "csharp": "public static int F{n}(string a) => a.Length + $\"{a}\".Length; // words\n",
    "css": ".a{n} > b:hover { color: #123456; margin: 1px auto; }\n",
    "diff": "@@ -{n},1 +{n},1 @@\n-a\n+b\n",
    "dockerfile": "RUN apt-get install -y a{n} && echo \"$HOME\" # words\n",
    "go": "func f{n}(a string) (int, error) { return len(a), nil } // words\n",
    "html": "<p class=\"a{n}\" id='b'>words &amp; <b>c</b></p>\n",
    "ini": "key{n} = value ; words\n",
    "java": "public static int f{n}(List<String> a) { return a.size() + 1; } // words\n",
    "javascript": "export const f{n} = async (a) => `${a}` + await b.c(/d+/g); // words\n",
    "json": "{\"a{n}\": [1, true, null, \"words\"]}\n",
    "julia": "f{n}(a::Int) = a + 1 # words\n",
    "markdown": "# a{n} *b* [c](d.md) `e`\n",
    "powershell": "Get-ChildItem -Path $a{n} | Where-Object { $_.Name -like \"*.md\" } # words\n",
    "python": "def f{n}(a: int = 1) -> str: return f\"{a + 1} words\"  # words\n",
    "r": "f{n} <- function(a = 1) { paste(\"words\", a) } # words\n",
    "rust": "pub fn f{n}<'a>(a: &'a str) -> Option<usize> { Some(a.len()) } // words\n",
    "scala": "def f{n}(a: Int): String = s\"$a words\" // words\n",
    "sql": "SELECT a{n}, COUNT(*) FROM b WHERE c = 'd' GROUP BY a{n}; -- words\n",
    "toml": "key{n} = [1, \"words\", true] # words\n",
    "typescript": "export function f{n}<T extends object>(a: T | null): string { return `${a}`; } // words\n",
    "yaml": "key{n}: [a, \"b\", 1] # words\n",
}


def table(size, columns=None):
    columns = columns or max(1, size // 8)
    row = "| a " * columns + "|\n"
    rule = "|---" * columns + "|\n"
    return row + rule + row * max(1, (size - len(row) - len(rule)) // len(row))


def page(make):
    return lambda size: {"page.md": make(size)}


# Each creates the text of one page.
PAGES = {
    "plain-line": repeated("word "),
    "plain-lines": repeated("word word word\n"),
    "paragraphs": repeated("word word.\n\n"),
    "one-word": repeated("x"),
    # Brackets and links
    "open-brackets": repeated("["),
    "open-brackets-spaced": repeated("[ "),
    "open-brackets-words": repeated("[a "),
    "nested-brackets": nested("[", "]"),
    "nested-links": nested("[", "](x)"),
    "nested-images": nested("![", "](x)"),
    "bracket-pairs": repeated("[]"),
    "bracket-words": repeated("[a] "),
    "bracket-pairs-of-two": repeated("[a][b] "),
    "bang-brackets": repeated("!["),
    "bang-brackets-words": repeated("![a "),
    "close-brackets": repeated("]"),
    "close-brackets-after-one": repeated("]", "[a{}"),
    "link-open": repeated("[a]("),
    "link-open-angle": repeated("[a](<b"),
    "link-open-angle-only": repeated("[a](<"),
    "link-open-parentheses": repeated("(", "[a]({}"),
    "link-open-title": repeated("[a](b \"c "),
    "link-open-title-single": repeated("[a](b 'c "),
    "link-open-title-parenthesis": repeated("[a](b (c "),
    "link-open-blanks": repeated("[a](" + " " * 50),
    "image-open": repeated("![a]("),
    "links": numbered("[a](b{n}.md) "),
    "links-same": repeated("[a](page.md) "),
    "links-to-ids": numbered("[a](#b{n}) "),
    "links-external": numbered("[a](https://example.com/{n}) "),
    "images": numbered("![a](b{n}.png) "),
    "references": numbered("[a{n}][b{n}] "),
    "references-same": repeated("[b] ", "{}\n\n[b]: /page\n"),
    "reference-definitions": numbered("[b{n}]: /page\n"),
    "reference-definitions-same": repeated("[a]: b\n"),
    "reference-definitions-chain": repeated("[a]: b\n\n"),
    "reference-definitions-open-title": repeated("[a]: b \"c\n"),
    "reference-definitions-open-title-single": repeated("[a]: b 'c\n"),
    "reference-definitions-open-label": repeated("[a\n"),
    "reference-definitions-no-address": repeated("[a]:\n"),
    "reference-label-long": repeated("a ", "[{}]: b\n"),
    "wikilinks-open": repeated("[[a"),
    "wikilinks-open-only": repeated("[["),
    "wikilinks": numbered("[[a{n}]] "),
    "wikilinks-same": repeated("[[page]] "),
    "wikilinks-text": repeated("[[page|text"),
    "embeds-open": repeated("![[a"),
    "citations": repeated("[@knuth] "),
    "citations-open": repeated("[@"),
    "citations-open-words": repeated("[@knuth, "),
    "citations-unknown": numbered("[@k{n}] "),
    # Emphasis, code, escapes
    "stars": repeated("*"),
    "stars-open": repeated("*a "),
    "stars-close": repeated("a* "),
    "stars-both": repeated("a*"),
    "stars-two": repeated("**a "),
    "stars-mixed": repeated("*a **b "),
    "stars-and-underscores": repeated("*a _b "),
    "stars-of-three": repeated("a***b*"),
    "stars-nested": nested("*a ", " a*"),
    "stars-nested-two": nested("**a ", " a**"),
    "underscores": repeated("_"),
    "underscores-open": repeated("_a "),
    "tildes": repeated("~"),
    "strike": repeated("~~a "),
    "strike-both": repeated("~~a~~"),
    "backticks": repeated("`"),
    "backtick-open": repeated("`a ``b "),
    "backticks-rising": rising("`"),
    "backslashes": repeated("\\"),
    "backslash-brackets": repeated("\\["),
    "backslash-parentheses": repeated("\\("),
    "entities": repeated("&amp;"),
    "entities-open": repeated("&"),
    "entities-long": repeated("&#"),
    "entities-no-end": repeated("&a"),
    "dollars": repeated("$"),
    "dollars-open": repeated("$a "),
    "dollars-two": repeated("$$a "),
    "math": repeated("$a$ "),
    "quotes": repeated("\"a' "),
    "equals-marks": repeated("==a "),
    "percents": repeated("%%a "),
    "emoji": repeated("\U0001F600"),
    "emoji-codes": repeated(":a:"),
    # Braces
    "braces": repeated("{"),
    "braces-after-word": repeated("a{#"),
    "braces-words": repeated("x{a "),
    "braces-open-class": repeated("{.a "),
    "braces-pairs": repeated("{a} "),
    "braces-two": repeated("{{ a }} "),
    "braces-two-open": repeated("{{"),
    "braces-percent": repeated("{% a "),
    "braces-attributes": numbered("*a*{#b{n} .c} "),
    "braces-value-open": repeated("a{b=\""),
    "braces-long": lambda size: "a{" + ".a " * (size // 3) + "}",
    "braces-on-headings": numbered("# a {#b{n}}\n\n"),
    "braces-on-headings-same": repeated("# a {#b}\n\n"),
    "braces-was": numbered("## a {was=b{n}}\n\n"),
    # HTML
    "angle": repeated("<"),
    "angle-words": repeated("<a "),
    "angle-words-apart": repeated("word <file> "),
    "angle-no-blank": repeated("<a"),
    "declaration": repeated("<!A "),
    "declaration-open": repeated("<!"),
    "processing": repeated("<?"),
    "comment-open": repeated("<!--"),
    "comment-open-inline": repeated("a <!-- "),
    "comments": repeated("a <!-- b --> "),
    "cdata": repeated("<![CDATA["),
    "html-attributes": repeated(" a=b", "<p{}>"),
    "html-attribute-open": repeated("<a b=\""),
    "html-attribute-open-two": repeated("a <b c='"),
    "html-div": repeated("<div>"),
    "html-div-nested": nested("<div>", "</div>"),
    "html-div-lines": repeated("<div>\n\n"),
    "html-div-closed": repeated("<div>a</div>\n\n"),
    "html-b": repeated("<b>"),
    "html-b-inline": repeated("a <b>"),
    "html-b-nested": nested("<b>", "</b>"),
    "html-b-i-crossed": repeated("<b><i></b></i>"),
    "html-close": repeated("</a>"),
    "html-close-after-b": lambda size: "<b>" * (size // 8) + "</i>" * (size // 8),
    "html-p": repeated("<p>"),
    "html-li": repeated("<ul><li>"),
    "html-table": repeated("<table><tr><td>"),
    "html-svg": repeated("<svg>"),
    "html-a": repeated("<a href=\"page.md\">b</a> "),
    "html-a-open": repeated("<a href=\"page.md\">"),
    "html-img": numbered("<img src=\"a{n}.png\">"),
    "html-script": repeated("<script>"),
    "html-style": repeated("<style>"),
    "html-textarea": repeated("<textarea>"),
    "html-details": repeated("<details><summary>a</summary>\n\n"),
    "html-ids": numbered("<a id=\"a{n}\"></a>"),
    "html-ids-same": repeated("<a id=\"a\"></a>"),
    "html-br": repeated("<br>"),
    "html-unknown": numbered("<x{n}>"),
    "html-on": repeated("<b onclick=\"x\">"),
    "html-in-headings": repeated("# <b>a\n\n"),
    # Blocks
    "quotes-deep": repeated("> "),
    "quotes-deep-no-blank": repeated(">"),
    "quotes-deepening": deep_quotes,
    "quotes-lines": repeated("> a\n"),
    "quotes-apart": repeated("> a\n\n"),
    "list-deep": deep_list,
    "list-deep-numbered": deep_numbered_list,
    "list-one-line": repeated("- "),
    "list-one-line-numbered": repeated("1. "),
    "list-items": repeated("- a\n"),
    "list-items-loose": repeated("- a\n\n"),
    "list-items-changing": repeated("- a\n* b\n+ c\n"),
    "list-items-numbered": numbered("{n}. a\n"),
    "list-blank-items": repeated("-\n"),
    "list-in-quotes": repeated("> - "),
    "list-tasks": repeated("- [ ] a\n"),
    "headings": numbered("# a{n}\n\n"),
    "headings-same": repeated("# a\n\n"),
    "headings-same-with-numbers": numbered("# a\n\n# a-{n}\n\n"),
    "headings-and-broken-fragments": lambda size: "".join(f"# a{n}\n\n[b](#b{n})\n\n" for n in range(size // 25)),
    "headings-levels": repeated("# a\n\n## a\n\n### a\n\n"),
    "headings-deep": repeated("###### a\n\n"),
    "headings-empty": repeated("#\n\n"),
    "headings-empty-names": repeated("# .\n\n"),
    "heading-long": repeated("a ", "# {}"),
    "setext": repeated("a\n===\n"),
    "setext-lines": repeated("a\n", "{}===\n"),
    "rules": repeated("---\n\n"),
    "stars-rules": repeated("* * *\n"),
    "table-columns": lambda size: table(size // 3),
    "table-rows": lambda size: table(size, 3),
    "table-pipes": repeated("|"),
    "table-pipes-words": repeated("a|"),
    "table-pipe-lines": repeated("| a\n"),
    "table-almost": repeated("a | b\n"),
    "table-rules": repeated("|---"),
    "table-rule-lines": repeated("a|b\n-|-\n"),
    "tables": repeated("|a|b|\n|-|-|\n|c|d|\n\n"),
    "table-short-rows": lambda size: "|a" * (size // 200) + "|\n" + "|-" * (size // 200) + "|\n" + "|b|\n" * (size // 5),
    "footnotes": numbered("a[^n{n}]\n\n[^n{n}]: b\n\n"),
    "footnotes-last": lambda size: "".join(f"a[^{n}] " for n in range(size // 18)) + "\n\n" + "".join(f"[^{n}]: b\n" for n in range(size // 18)),
    "footnote-cited-often": repeated("a[^1] ", "{}\n\n[^1]: b\n"),
    "footnotes-undefined": numbered("a[^{n}] "),
    "footnotes-same": repeated("[^1]: b\n", "a[^1]\n\n{}"),
    "footnotes-open": repeated("[^"),
    "footnotes-unused": numbered("[^{n}]: b\n\n"),
    "footnotes-nested": numbered("[^{n}]: a[^{n}]\n\n"),
    "abbreviations": numbered("*[A{n}]: b\n"),
    "abbreviations-used": lambda size: "".join(f"*[A{n}]: b\n" for n in range(size // 40)) + "\n" + "".join(f"A{n} " for n in range(size // 14)),
    "abbreviations-prefixes": lambda size: "".join("*[" + "a" * n + "]: b\n" for n in range(1, int((size / 1) ** 0.5))) + "\n" + "a" * (size // 2),
    "definitions": repeated("a\n: b\n"),
    "definitions-apart": repeated("a\n\n: b\n\n"),
    "definitions-only": repeated(": "),
    "containers": repeated("::: a\n"),
    "containers-closed": repeated("::: a\nb\n:::\n\n"),
    "containers-known": repeated("::: note\n"),
    "containers-deep": containers_inside,
    "containers-inline": repeated("::a"),
    "containers-inline-closed": repeated("::a:: "),
    "containers-close": repeated(":::\n"),
    "colons": repeated(":"),
    "admonitions": repeated("!!! note\n    a\n\n"),
    "admonitions-deep": lambda size: "".join("    " * n + "!!! note\n" for n in range(int((size / 2) ** 0.5))),
    "alerts": repeated("> [!NOTE]\n> a\n\n"),
    "callouts-deep": lambda size: "".join("> " * n + "[!note] a\n" for n in range(1, int(size ** 0.5))),
    "fences": repeated("```\na\n```\n\n"),
    "fences-open": repeated("```\n"),
    "fences-long": rising("`", "\n\n"),
    "fence-one-line": repeated("`", "```{}"),
    "fence-long-info": repeated("a ", "```{}\nb\n```\n"),
    "fences-tilde": repeated("~~~ a\n"),
    "code-indented": repeated("    a\n"),
    "writing-lines": repeated("::: lines 3\n"),
    "link-almost-dots": lambda size: "[a] (" + "." * size,
    "link-reversed-slashes": lambda size: "x](y (a)[" + "/" * size,
    "link-reversed-slashes-closed": lambda size: "x](y (a)[" + "/" * size + "](",
    "writing-lines-blanks": lambda size: "::: lines" + " " * size + "b",
    "writing-lines-blanks-within": lambda size: "::: scale 1-5 low" + " " * size + "| high",
    "also-called-blanks": lambda size: "---\nkind: glossary\n---\n\n# Glossary\n\n## Term\n\nIt.\n\nAlso called: a" + " " * size + "b\n",
    "also-called-commas": lambda size: "---\nkind: glossary\n---\n\n# Glossary\n\n## Term\n\nIt.\n\nAlso called: " + "a, " * (size // 3) + "\n",
    "writing-gaps": repeated("a [____] "),
    "audience-blocks": repeated("::: participant\na\n:::\n\n"),
    "includes": numbered("![[other#a{n}]]\n\n"),
    "includes-same": repeated("![[other]]\n\n"),
    "includes-oneself": repeated("![[page]]\n\n"),
    "flow": numbered("a{n} -> a\n", "``` flow\n{}```\n"),
    "flows": repeated("``` flow\na -> b\n```\n\n"),
    "flows-small": repeated("``` flow\nlabel: A\nnodes:\n  - {id: a, text: A}\n  - {id: b, text: B}\nedges:\n  - {from: a, to: b}\n```\n\n"),
    "flows-medium": lambda size: ("``` flow\nlabel: A\nnodes:\n" + "".join(f"  - {{id: a{n}, text: A box {n}}}\n" for n in range(30)) + "edges:\n" + "".join(f"  - {{from: a{n * 7 % 30}, to: a{n}}}\n" for n in range(1, 30)) + "```\n\n") * (size // 1_600),
    "flow-long": lambda size: "``` flow\nlabel: A\nnodes:\n" + "".join(f"  - {{id: a{n}, text: A box {n}}}\n" for n in range(size // 60)) + "edges:\n" + "".join(f"  - {{from: a0, to: a{n}}}\n" for n in range(1, size // 60)) + "```\n",
    "mappings": numbered("a{n}: b\n", "``` mapping\n{}```\n"),
    "mappings-small": repeated("``` mapping\nlabel: A\nleft:\n  title: L\n  items:\n    - {id: a, text: A}\nright:\n  title: R\n  items:\n    - {id: b, text: B}\npairs:\n  - {left: a, right: b}\n```\n\n"),
    # Bare URLs
    "urls": repeated("https://a.b/c "),
    "urls-two-lines": repeated("https://a.b/c\n\n"),
    "urls-no-blank": repeated("https://a.b"),
    "urls-open": repeated("https://"),
    "url-long": repeated("a/", "https://a.b/{}"),
    "url-parentheses": repeated(")", "https://a.b/{}"),
    "url-open-parentheses": repeated("(", "https://a.b/{}"),
    "url-entities": repeated("&amp;", "https://a.b/{}"),
    "www": repeated("www.a.b "),
    "www-open": repeated("www."),
    "ftp": repeated("ftp://a.b "),
    "mailto": repeated("mailto:a@b.c "),
    "tel": repeated("tel:+12345678 "),
    "email": repeated("a@b.c "),
    "at": repeated("@"),
    "autolinks": repeated("<https://a.b> "),
    "autolinks-open": repeated("<https://a.b "),
    "autolinks-email": repeated("<a@b.c> "),
    # Characters
    "spaces": repeated(" "),
    "spaces-in-text": lambda size: "a" + " " * size + "b",
    "spaces-lines": repeated("a  \n"),
    "tabs": repeated("\t"),
    "tabs-in-list": repeated("\t", "- a{}b"),
    "newlines": repeated("\n"),
    "carriage-returns": repeated("\r"),
    "no-break-spaces": repeated("\u00a0"),
    "joiners": repeated("\u200d"),
    "combining": repeated("\u0301", "a{}"),
    "right-to-left": repeated("\u202e"),
    "cjk": repeated("\u4e00"),
    "arabic": repeated("\u0627 "),
    "nul": repeated("\0"),
    "surrogates": repeated("\U0001D54F"),
    "glossary-words": repeated("term of art "),
    "glossary-beginnings": repeated("term of "),
    "glossary-copies": numbered("## Term {n}\n\nWhat it means.\n\n", "---\nkind: glossary\n---\n\n# Glossary\n\n{}"),
    "glossary-long-names": lambda size: "---\nkind: glossary\n---\n\n# Glossary\n\n" + "".join("## " + "term " * n + "x\n\nIt.\n\n" for n in range(int((size / 3) ** 0.5))) + "term " * (size // 10),
    "glossary-never": numbered("## Term {n}\n\nIt.\n\nNever: word{n}\n\n", "---\nkind: glossary\n---\n\n# Glossary\n\n{}"),
    "dashes": repeated("-"),
    "equals": repeated("="),
    "plus": repeated("+ "),
    "dots": repeated("."),
    "camel": repeated("aB"),
    "conflict-marks": repeated("<<<<<<< a\n=======\n>>>>>>> b\n"),
    "to-be-written": repeated("TODO "),
    "mixed": repeated("[a](b *c `d <e> {f [[g ![h] ~~i $j\n"),
    # Tables, one construct in each cell
    "table-stars": repeated("| *a* | *b* |\n", "| a | b |\n|-|-|\n{}"),
    "table-stars-no-pairs": repeated("| 2*x | 3*y |\n", "| a | b |\n|-|-|\n{}"),
    "table-star-open": repeated("| a | b |\n", "| *a | b |\n|-|-|\n{}"),
    "table-stars-open": repeated("| *a | b |\n", "| a | b |\n|-|-|\n{}"),
    "table-brackets-open": repeated("| [a | b |\n", "| a | b |\n|-|-|\n{}"),
    "table-links": repeated("| [a](page.md) | b |\n", "| a | b |\n|-|-|\n{}"),
    "table-code": repeated("| `a | b` | c |\n", "| a | b |\n|-|-|\n{}"),
    "table-escapes": repeated("| a \\| b | c |\n", "| a | b |\n|-|-|\n{}"),
    "table-attributes": repeated("| a{.b} | c |\n", "| a | b |\n|-|-|\n{}"),
    "table-html": repeated("| <b>a</b> | c<br>d |\n", "| a | b |\n|-|-|\n{}"),
    "table-notes": repeated("| a[^1] | b |\n", "| a | b |\n|-|-|\n{}\n[^1]: c\n"),
    "table-text-above": repeated("| a | b |\n", "Words.\n| a | b |\n|-|-|\n{}"),
    "table-row-wide": lambda size: "|a|b|\n|-|-|\n" + "|a" * (size // 4) + "|\n" + "|b|\n" * (size // 8),
    "table-in-quotes": repeated("> | a | b |\n", "> | a | b |\n> |-|-|\n{}"),
    "csv": numbered("a{n},b,c,d,e,f\n"),
    "csv-pipes": numbered("a{n}|b|c|d|e|f\n"),
    # Long texts of one kind, and many equal names
    "emphasis-lines": repeated("*a* **b** _c_\n"),
    "emphasis-nested-pairs": repeated("*a **b** c* "),
    "emphasis-of-three": repeated("***a*** "),
    "emphasis-across-pipes": repeated("*a | b* "),
    "emphasis-then-links": repeated("*a [b](page.md) c* "),
    "emphasis-in-brackets": repeated("[*a* "),
    "highlights": repeated("==a== "),
    "attributes-long": lambda size: "# a {" + "".join(f"k{n}=v " for n in range(size // 10)) + "}\n",
    "attributes-same-id": repeated("*a*{#b} "),
    "attributes-items": numbered("- a {#b{n}}\n"),
    "attributes-blocks": repeated("a\n{.b}\n\n"),
    "block-ids": numbered("a ^b{n}\n\n"),
    "block-ids-same": repeated("a ^b\n\n"),
    "math-long": repeated("a ", "$b {}c$"),
    "math-lines": repeated("a\n", "$$\n{}$$\n"),
    "math-blocks": repeated("$$\na\n$$\n\n"),
    "math-parentheses": repeated("\\(a\\) "),
    "math-parentheses-open": repeated("\\(a "),
    "math-brackets-open": repeated("\\[a\n"),
    "math-fractions": repeated("\\frac{a}{b} ", "$$\n{}$$\n"),
    "math-formulas": repeated("$\\frac{a_1}{b^2}$ "),
    "math-equations": numbered("$$\na \\label{b{n}}\n$$\n\n"),
    "math-references": repeated("\\eqref{a} "),
    "math-deep-fractions": lambda size: "$$\n" + "\\frac{" * (size // 10) + "a" + "}{b}" * (size // 10) + "\n$$\n",
    "math-deep-roots": lambda size: "$$\n" + "\\sqrt{" * (size // 7) + "x" + "}" * (size // 7) + "\n$$\n",
    "math-deep-left": lambda size: "$$\n" + "\\left(" * (size // 13) + "x" + "\\right)" * (size // 13) + "\n$$\n",
    "math-deep-environments": lambda size: "$$\n" + "\\begin{matrix}" * (size // 26) + "x" + "\\end{matrix}" * (size // 26) + "\n$$\n",
    "math-scripts": repeated("a_1^2 ", "$$\n{}$$\n"),
    "math-macros": repeated("\\newcommand{\\a}{\\b\\b} ", "$$\n{}$$\n"),
    "math-deep": lambda size: "$$\n" + "{" * (size // 2) + "x" + "}" * (size // 2) + "\n$$\n",
    "tildes-words": repeated("~a b~ "),
    "tildes-words-open": repeated("~a b "),
    "subscripts": repeated("a~b~ "),
    "subscripts-open": repeated("a~b"),
    "superscripts": repeated("a^b^ "),
    "keys": repeated("++ctrl+a++ "),
    "keys-open": repeated("++ctrl"),
    "keys-open-quotes": repeated("++\"a"),
    "figures": repeated("![a](b.png \"c\")\n\n"),
    "figures-open": repeated("![a](b.png \"c\n\n"),
    "images-bars": repeated("|", "![a{}](b.png)"),
    "videos": repeated("![a](b.mp4){captions=c.vtt}\n\n"),
    "callouts-nested-folds": lambda size: "".join("> " * (n % 60 + 1) + "[!tip]- a\n" + "\n" * (n % 60 == 59) for n in range(size // 75)),
    "quotes-in-lists": repeated("- > "),
    "list-quote-lines": repeated("- > a\n"),
    "wikilinks-alias": numbered("[[page|name {n}]] "),
    "wikilinks-near": numbered("[[page{n}]] "),
    "wikilinks-headings": numbered("[[other#A part {n}]] "),
    "links-near": numbered("[a](othr{n}.md) "),
    "links-near-ids": lambda size: "".join(f"## Head {n}\n\n[b](#head-{n}x)\n\n" for n in range(size // 35)),
    "citations-near": numbered("[@knut{n}] "),
    "citations-long": lambda size: "[" + "; ".join("@knuth" for _ in range(size // 8)) + "]",
    "citations-places": numbered("[@knuth, p. {n}] "),
    "flow-chain": lambda size: "``` flow\n" + "".join(f"a{n} -> a{n + 1}\n" for n in range(size // 16)) + "```\n",
    "flow-dense": lambda size: "``` flow\n" + "".join(f"a{n * 7919 % 997} -> a{n * 104729 % 991}\n" for n in range(size // 13)) + "```\n",
    "flow-one-line": repeated("a -> ", "``` flow\n{}b\n```\n"),
    "flow-words": repeated("word ", "``` flow\na -> b: {}\n```\n"),
    "mermaid": repeated("``` mermaid\na --> b\n```\n\n"),
    "mermaid-deep-flowchart": deep_diagram("flowchart LR", "subgraph s{n}\n", "end\n", "a --> b\n"),
    "mermaid-deep-sequence": deep_diagram("sequenceDiagram", "loop a\n", "end\n", "A->>B: a\n"),
    "mermaid-deep-state": deep_diagram("stateDiagram-v2", "state s{n} {\n", "}\n", "a --> b\n"),
    "mermaid-deep-class": deep_diagram("classDiagram", "namespace n{n} {\n", "}\n", "class A\n"),
    "mermaid-deep-brackets": deep_diagram("flowchart LR\na", "[", "]", "a"),
    "mermaid-deep-mindmap": deep_mindmap,
    "mermaid-too-long": lambda size: "``` mermaid\nflowchart LR\n" + "a --> b\n" * (size // 8) + "```\n",
    **{f"mermaid-{name}-small": diagrams(*lines, 40) for name, lines in MERMAID.items()},
    **{f"mermaid-{name}-medium": diagrams(*lines, 1_000) for name, lines in MERMAID.items()},
    **{f"mermaid-{name}-long": diagrams(*lines, 90_000) for name, lines in MERMAID.items()},
    **{f"code-{name}": at_most(190_000, numbered(line, f"``` {name}\n{{}}```\n")) for name, line in CODE.items()},
    **{f"code-{name}-blocks": numbered(f"``` {name}\n{line}```\n\n") for name, line in CODE.items()},
    "fences-languages": numbered("``` lang{n}\na\n```\n\n"),
    "words-distinct": numbered("word{n}x "),
    "words-camel": numbered("fooBar{n}Baz "),
    "abbreviations-explained": numbered("Alpha Beta (AB{n}) "),
    "sentences-same": repeated("The same sentence stands here again and again.\n\n"),
    "setext-dashes": repeated("a\n---\n"),
    "comment-lines": repeated("<!-- a -->\n"),
    "comment-lines-open": repeated("<!-- a\n\n"),
    "processing-inline": repeated("a <? "),
    "cdata-inline": repeated("a <![CDATA[ "),
    "declaration-inline": repeated("a <!B "),
    "entities-numbered": repeated("&#1234; "),
    "lines-crlf": repeated("word word\r\n"),
    "shortcodes": repeated("{{< a >}} "),
    "shortcodes-open": repeated("{{< a "),
    "components": repeated("<Tab>\n\n"),
    "tabs-material": repeated("=== \"A\"\n\n    b\n\n"),
    "tabs-containers": repeated("::: tabs\n== A\nb\n== C\nd\n:::\n\n"),
    "tabs-containers-open": repeated("::: tabs\n== A\nb\n"),
    "tabs-lines": repeated("== A\n\nb\n\n", "::: tabs\n{}:::\n"),
    "tabs-material-deep": lambda size: "".join("    " * n + "=== \"A\"\n\n" for n in range(int((size / 2) ** 0.5))),
    "tabs-elements": repeated("<Tabs>\n<TabItem label=\"A\">\n\nb\n\n</TabItem>\n</Tabs>\n\n"),
    "tabs-elements-deep": nested("<Tabs>\n<TabItem label=\"A\">\n\n", "\n</TabItem>\n</Tabs>\n"),
    "tabs-elements-open": repeated("<Tabs>\n<TabItem label=\"A\">\n\n"),
    "tabs-elements-no-tag-end": repeated("<TabItem label=\"A\n\n"),
    "tabs-ends": repeated("</TabItem>\n\n</Tabs>\n\n"),
    "tabs-ends-inline": repeated("a </TabItem> "),
    "tabs-docusaurus": repeated(":::tip[A]\nb\n:::\n\n"),
    "includes-sections": numbered("![[many#part-{n}]]\n\n"),
    "images-sizes": repeated("![[a.png|300]] "),
    "headings-links": numbered("## [a{n}](page.md)\n\n"),
    "html-table-rows": repeated("<tr><td>a</td></tr>\n", "<table>\n{}</table>\n"),
    "html-links-ids": numbered("<a href=\"#a{n}\">b</a> "),
    "html-headings": numbered("<h2 id=\"a{n}\">a</h2>\n\n"),
    "svg-inline": repeated("<path d=\"M0 0\"/>", "<svg>{}</svg>"),
    "toml-keys": lambda size: "+++\n" + "".join(f"key{n} = 1\n" for n in range(size // 13)) + "+++\n\nText.\n",
    "toml-deep": lambda size: "+++\na = " + "[" * (size // 2) + "]" * (size // 2) + "\n+++\n\nText.\n",
    "toml-dotted": lambda size: "+++\n" + "a." * (size // 2) + "a = 1\n+++\n\nText.\n",
    "toml-tables": lambda size: "+++\n" + "".join(f"[a.b{n}]\n" for n in range(size // 10)) + "+++\n\nText.\n",
    "yaml-laughs": front_matter(lambda size: "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, size // 45))),
    "yaml-tags-laughs": front_matter(lambda size: "x0: &a0 [x, x]\n" + "".join(f"x{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)) + "tags: *a39"),
    "yaml-aliases-names": front_matter(numbered("  - name {n}\n", "title: a\naliases:\n{}")),
    "yaml-requires-long": front_matter(numbered("  - page{n}\n", "title: a\nrelated:\n{}")),
    "workshop-blocks": repeated("::: facilitator\na\n:::\n\n::: participant\nb\n:::\n\n", "---\nkind: workshop\n---\n\n# W\n\n{}"),
    "workshop-lines": repeated("::: lines 3\n\na [____]\n\n", "---\nkind: workshop\n---\n\n# W\n\n{}"),
    "workshop-blocks-open": repeated("::: facilitator\na\n", "---\nkind: workshop\n---\n\n# W\n\n{}"),
    "archetype-page": repeated("## A\n\nb\n\n", "---\nkind: archetype\n---\n\n# A\n\n{}"),
    "dimension-page": repeated("## L {#scope.l}\n\n- a\n", "---\nkind: dimension\n---\n\n# Scope\n\n{}"),
    "glossary-alike": numbered("## Term{n}\n\nIt is term{n}.\n\n", "---\nkind: glossary\n---\n\n# Glossary\n\n{}"),
    # Front matter
    "yaml-maps": front_matter(repeated("{a: ")),
    "yaml-lists": front_matter(repeated("[")),
    "yaml-lists-in-value": front_matter(lambda size: "title: " + "[" * size),
    "yaml-lists-closed": front_matter(lambda size: "title: " + "[" * (size // 2) + "]" * (size // 2)),
    "yaml-block-deep": front_matter(lambda size: "\n".join("  " * n + "a:" for n in range(int(size ** 0.5)))),
    "yaml-block-list-deep": front_matter(repeated("- ")),
    "yaml-question-marks": front_matter(repeated("? ")),
    "yaml-unknown-keys": front_matter(numbered("key{n}: a\n")),
    "yaml-same-keys": front_matter(repeated("title: a\n")),
    "yaml-near-keys": front_matter(numbered("titel{n}: a\n")),
    "yaml-long-key": front_matter(lambda size: "a" * size + ": b"),
    "yaml-long-title": front_matter(lambda size: "title: " + "word " * (size // 5)),
    "yaml-one-word-title": front_matter(lambda size: "title: " + "w" * size),
    "yaml-long-description": front_matter(lambda size: "description: " + "word " * (size // 5)),
    "yaml-tags": front_matter(numbered("  - tag{n}\n", "title: a\ntags:\n{}")),
    "yaml-tags-same": front_matter(repeated("  - tag\n", "title: a\ntags:\n{}")),
    "yaml-tags-comma": front_matter(numbered("a{n}, ", "tags: {}")),
    "yaml-redirects": front_matter(numbered("  - /old/{n}\n", "title: a\nredirect_from:\n{}")),
    "yaml-redirects-same": front_matter(repeated("  - /old/a\n", "title: a\nredirect_from:\n{}")),
    "yaml-sources": front_matter(numbered("  - source{n}\n", "title: a\nsources:\n{}")),
    "yaml-quotes-open": front_matter(lambda size: "title: \"" + "a\n" * (size // 2)),
    "yaml-anchors": front_matter(numbered("a{n}: &b{n} c\n")),
    "yaml-aliases": front_matter(repeated("  - *a\n", "title: &a b\ntags:\n{}")),
    "yaml-merge-keys": front_matter(repeated("<<: *a\n", "a: &a b\n{}")),
    "yaml-comments": front_matter(repeated("# a\n")),
    "yaml-block-text": front_matter(repeated("  a\n", "description: |\n{}")),
    "yaml-documents": front_matter(repeated("... \n")),
    "yaml-colons": front_matter(repeated("a: ")),
    "yaml-tabs": front_matter(repeated("\ta\n")),
    "yaml-no-end": lambda size: "---\n" + "a: b\n" * (size // 5),
}


def levels(count, extra=""):
    return "".join(f"  - id: l{n}\n    title: Level {n}\n    track: shared\n" + (f"    next: [l{n + 1}]\n" if n < count - 1 else "") + extra for n in range(count))


def ladder(size):
    """A chain of levels, with one dimension."""
    count = size // 60
    cells = "".join(f"## Level {n} {{#scope.l{n}}}\n\nWork {n}.\n\n- Does things {n}. {{#scope.l{n}.a}}\n\n" for n in range(count // 2))
    return {
        "ladders/ds/ladder.yaml": "title: DS\ndescription: A ladder.\ndimensions: [scope]\nlevels:\n" + levels(count // 2),
        "ladders/ds/index.md": "---\ntitle: DS\n---\n\nText.\n",
        "ladders/ds/dimensions/scope.md": "---\nkind: dimension\ntitle: Scope\ndescription: What.\n---\n\n" + cells,
    }


def ladder_without_order(size):
    made = ladder(size)
    made["ladders/ds/ladder.yaml"] = "\n".join(line for line in made["ladders/ds/ladder.yaml"].split("\n") if "next:" not in line)
    return made


def ladder_fan(size):
    count = size // 50
    made = ladder(600)
    made["ladders/ds/ladder.yaml"] = ("title: DS\ndescription: A ladder.\ndimensions: [scope]\nlevels:\n  - id: l0\n    title: Level 0\n    track: shared\n    next: ["
                                      + ", ".join(f"l{n}" for n in range(1, count)) + "]\n"
                                      + "".join(f"  - id: l{n}\n    title: Level {n}\n    track: shared\n" for n in range(1, count)))
    return made


def ladder_unknown_cells(size):
    made = ladder(600)
    made["ladders/ds/dimensions/scope.md"] += "".join(f"## Level {n} {{#scope.x{n}}}\n\nText.\n\n" for n in range(size // 35))
    return made


def ladder_signals(size):
    made = ladder(600)
    made["ladders/ds/dimensions/scope.md"] = "---\nkind: dimension\ntitle: Scope\ndescription: What.\n---\n\n## Level 0 {#scope.l0}\n\nWork.\n\n" + "".join(f"- Does {n}. {{#scope.l0.s{n}}}\n" for n in range(size // 35))
    return made


def ladder_dimensions(size):
    count = size // 200
    made = {"ladders/ds/ladder.yaml": "title: DS\ndescription: A ladder.\ndimensions: [" + ", ".join(f"d{n}" for n in range(count)) + "]\nlevels:\n" + levels(3),
            "ladders/ds/index.md": "---\ntitle: DS\n---\n\nText.\n"}
    for n in range(count):
        made[f"ladders/ds/dimensions/d{n}.md"] = f"---\nkind: dimension\ntitle: Dim {n}\ndescription: What.\n---\n\n## Level 0 {{#d{n}.l0}}\n\nWork.\n\n- Does it. {{#d{n}.l0.a}}\n"
    return made


def ladder_users(size):
    """Half of the pages are dimensions, the others are workshops and roles that name a cell each."""
    made = ladder_dimensions(size // 2)
    count = len(made) - 2
    for n in range(count // 2):
        made[f"w/w{n}.md"] = f"---\nkind: workshop\ntitle: Workshop {n}\nladder: ds\nserves: [d{n}.l0]\n---\n\nText.\n"
        made[f"r/r{n}.md"] = f"---\nkind: role\ntitle: Role {n}\nladder: ds\nrequires: [d{n}.l0]\n---\n\nText.\n"
    return made


def ladder_unknown_dimensions(size):
    return {"ladders/ds/ladder.yaml": "title: DS\ndescription: A ladder.\ndimensions: [" + ", ".join(f"d{n}" for n in range(size // 8)) + "]\nlevels:\n" + levels(3),
            "ladders/ds/index.md": "---\ntitle: DS\n---\n\nText.\n"}


def deep_folders(size):
    depth = min(size // 5000, 200)
    return {"/".join(f"d{n}" for n in range(1, depth + 1)) + "/page.md": "# Deep\n"} | {"/".join(f"d{n}" for n in range(1, m + 1)) + "/index.md": "# Folder\n" for m in range(1, depth + 1)}


def linked_often(size):
    pages = max(1, size // 1000)
    return {f"p/{n}.md": f"# Page {n}\n\nSee [the one](../page.md).\n" for n in range(pages)} | {"page.md": "# The one\n"}


def same_titles(size):
    return {f"p/{n}.md": "---\ntitle: Same\n---\n\nText.\n" for n in range(size // 400)}


def bad_links_in_many(size):
    return {f"p/page-{n}.md": f"# Page {n}\n\nSee [x](nothing-{n}.md) and [[nothing {n}]].\n" for n in range(size // 400)}


def redirects_between(size):
    return {f"p/{n}.md": f"---\ntitle: Page {n}\nredirect_from: [/old/{n}, /older/{n}]\n---\n\nText.\n" for n in range(size // 400)}


def wikilinks_ambiguous(size):
    made = {f"f{n}/same.md": f"# Page {n}\n" for n in range(size // 4000)}
    return made | {"page.md": "[[same]] " * (size // 9)}


def included_chain(size):
    count = size // 4000
    return {f"c/p{n}.md": f"# Page {n}\n\n![[p{n + 1}]]\n\nText.\n" for n in range(count)} | {f"c/p{count}.md": "# Last\n\nText.\n"}


def included_fan(size):
    """Each page includes the next one twice."""
    return {f"c/p{n}.md": f"# Page {n}\n\n![[p{n + 1}]]\n\n![[p{n + 1}]]\n" for n in range(30)} | {"c/p30.md": "# Last\n\nText.\n"}


def site_yaml(text):
    return lambda size: {"site.yaml": text(size)}


def glossary_and_pages(size):
    return {"glossary2.md": "---\nkind: glossary\n---\n\n# Terms\n\n" + "".join(f"## Term {n}\n\nWhat it is.\n\n" for n in range(size // 50)),
            "page.md": "".join(f"term {n} and " for n in range(size // 28))}


# Each creates files besides the page.
def notebook(cell):
    """A notebook of many equal cells."""
    return lambda size: {"page.ipynb": '{"nbformat": 4, "metadata": {}, "cells": [' + ",".join([cell] * max(1, size // len(cell))) + "]}"}


def output(kind, make):
    """A notebook of one cell whose output is one long text."""
    return lambda size: {"page.ipynb": json.dumps({"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "code", "source": "a", "metadata": {}, "outputs": [{"output_type": "display_data", "data": {kind: make(size)}}]}]})}


SITES = {
    "notebook-text": notebook('{"cell_type": "markdown", "source": "a"}'),
    "notebook-code": notebook('{"cell_type": "code", "source": "a = 1", "outputs": []}'),
    "notebook-html": notebook('{"cell_type": "code", "source": "a", "outputs": [{"output_type": "display_data", "data": {"text/html": "<b>a</b>"}}]}'),
    "notebook-errors": notebook('{"cell_type": "code", "source": "a", "outputs": [{"output_type": "error", "ename": "E", "traceback": ["a"]}]}'),
    "notebook-images": notebook('{"cell_type": "code", "source": "a", "outputs": [{"output_type": "display_data", "data": {"image/png": "iVBORw0KGgo="}}]}'),
    "notebook-attachments": notebook('{"cell_type": "markdown", "source": "![a](attachment:b.png)", "attachments": {"b.png": {"image/png": "iVBORw0KGgo="}}}'),
    "notebook-fences-open": notebook('{"cell_type": "markdown", "source": "```a"}'),
    "notebook-deep": lambda size: {"page.ipynb": '{"nbformat": 4, "cells": ' + "[" * size},
    "notebook-cut": lambda size: {"page.ipynb": '{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": "' + "a" * size},
    "notebook-escapes": lambda size: {"page.ipynb": '{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": "' + "\\n" * (size // 2) + '"}]}'},
    "notebook-output-html": output("text/html", repeated("<div>")),
    "notebook-output-scripts": output("text/html", repeated("<script>")),
    "notebook-output-comments": output("text/html", repeated("<!--")),
    "notebook-output-table": output("text/html", repeated("<tr><td>a", "<table>{}")),
    "notebook-output-text": output("text/plain", repeated("a\n")),
    "notebook-output-line": output("text/plain", repeated("a")),
    "notebook-output-returns": output("text/plain", repeated("a\r")),
    "notebook-output-escapes": output("text/plain", repeated("\x1b[")),
    "notebook-output-titles": output("text/plain", repeated("\x1b]8;;a")),
    "notebook-output-latex": output("text/latex", repeated("\\frac{")),
    "notebook-output-markdown": output("text/markdown", repeated("[a](")),
    "notebook-output-svg": output("image/svg+xml", repeated("<g>", "<svg>{}")),
    "notebook-output-png": output("image/png", repeated("aaaa")),
    "ladder-levels": ladder,
    "ladder-levels-without-order": ladder_without_order,
    "ladder-fan": ladder_fan,
    "ladder-unknown-cells": ladder_unknown_cells,
    "ladder-signals": ladder_signals,
    "ladder-dimensions": ladder_dimensions,
    "ladder-users": ladder_users,
    "ladder-unknown-dimensions": ladder_unknown_dimensions,
    "folders-deep": deep_folders,
    "linked-often": linked_often,
    "titles-same": same_titles,
    "links-broken-in-many": bad_links_in_many,
    "redirects-of-many": redirects_between,
    "wikilinks-ambiguous": wikilinks_ambiguous,
    "includes-chain": included_chain,
    "includes-fan": included_fan,
    "glossary-large": glossary_and_pages,
    "site-yaml-tags": site_yaml(numbered("  - tag{n}\n", "title: T\ntags:\n{}")),
    "site-yaml-owners": site_yaml(numbered("  Owner {n}: '@a/b{n}'\n", "title: T\nowners:\n{}")),
    "site-yaml-allow": site_yaml(numbered("  - iframe https://a{n}.example\n", "title: T\nallow:\n{}")),
    "site-yaml-files": site_yaml(numbered("  - a{n}/**\n", "title: T\nfiles:\n{}")),
    "site-yaml-rules": site_yaml(numbered("  KS{n}: error\n", "title: T\nrules:\n{}")),
    "site-yaml-stars": site_yaml(repeated("*", "title: T\nfiles:\n  - 'a{}b'\n")),
    "folder-yaml-order": lambda size: {"_folder.yaml": "order:\n" + "".join(f"  - page{n}.md\n" for n in range(size // 15))},
    "search-tests": lambda size: {"search-tests.yaml": "".join(f"- query: word {n}\n  expect: page{n}.md\n" for n in range(size // 40))},
    "sources": lambda size: {"sources.yaml": "".join(f"- id: s{n}\n  title: Source {n}\n  author: A\n  year: 2000\n" for n in range(size // 60))},
    "sources-and-citations": lambda size: {"sources.yaml": "".join(f"- id: s{n}\n  title: Source {n}\n  author: A\n  year: 2000\n" for n in range(size // 120)), "page.md": "".join(f"[@s{n}] " for n in range(size // 18))},
    "stages": lambda size: {"w/index.md": "---\nkind: section\ntitle: Workflow\n---\n\nText.\n"} | {f"w/s{n}.md": f"---\nkind: stage\ntitle: Stage {n}\norder: {n}\n---\n\nText.\n" for n in range(size // 400)},
    "pages-same": lambda size: {f"p/{n}.md": f"# Page {n}\n\n" + "The same words are on every one of these pages, so that each is a copy. " * 50 for n in range(size // 4000)},
    "pages-small": lambda size: {f"p/{n}.md": f"# Page {n}\n" for n in range(size // 400)},
    "folders-many": lambda size: {f"f{n}/page.md": f"# Page {n}\n" for n in range(size // 400)},
    "files-near": lambda size: {f"img/image-{n}.png": "" for n in range(size // 500)} | {"page.md": "".join(f"![a](img/imag-{n}.png) " for n in range(size // 50))},
    "links-near-pages": lambda size: {f"p/page-{n}.md": "# P\n" for n in range(size // 500)} | {"page.md": "".join(f"[a](p/pag-{n}.md) [[pagee-{n}]] " for n in range(size // 50))},
    "fragments-many": lambda size: {"many.md": "".join(f"## Part {n}\n\n" for n in range(size // 30)), "page.md": "".join(f"[a](many.md#part-{n}) " for n in range(size // 50))},
    "fragments-near": lambda size: {"many.md": "".join(f"## Part {n}\n\n" for n in range(size // 30)), "page.md": "".join(f"[a](many.md#prt-{n}) " for n in range(size // 50))},
    "fragments-wikilinks": lambda size: {"many.md": "".join(f"## Part {n}\n\n" for n in range(size // 30)), "page.md": "".join(f"[[many#Part {n}]] " for n in range(size // 40))},
    "includes-sections-many": lambda size: {"many.md": "".join(f"## Part {n}\n\na\n\n" for n in range(size // 40)), "page.md": "".join(f"![[many#part-{n}]]\n\n" for n in range(size // 50))},
    "search-tests-sections": lambda size: {"many.md": "".join(f"## Part {n}\n\na\n\n" for n in range(size // 40)), "search-tests.yaml": "".join(f"- query: part {n}\n  expect: many.md#part-{n}\n" for n in range(size // 100))},
    "search-tests-near": lambda size: {"many.md": "".join(f"## Part {n}\n\na\n\n" for n in range(size // 40)), "search-tests.yaml": "".join(f"- query: part {n}\n  expect: many.md#prt-{n}\n" for n in range(size // 100))},
    "site-yaml-unknown": site_yaml(numbered("key{n}: a\n", "title: T\n{}")),
    "site-yaml-laughs": site_yaml(lambda size: "title: T\nx0: &a0 [x, x]\n" + "".join(f"x{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)) + "tags: *a39\n"),
    "tags-near": lambda size: {"site.yaml": "title: T\ntags:\n" + "".join(f"  - label-{n}\n" for n in range(size // 40))} | {f"p/{n}.md": f"---\ntags: [" + ", ".join(f"labl-{m}" for m in range(n, n + 20)) + "]\n---\n\n# P\n" for n in range(size // 800)},
    "owners-near": lambda size: {"site.yaml": "title: T\nowners:\n" + "".join(f"  Owner {n}: '@a/b{n}'\n" for n in range(size // 50))} | {f"p/{n}.md": f"---\nowner: Ownr {n}\n---\n\n# P\n" for n in range(size // 800)},
    "sources-near": lambda size: {"sources.yaml": "".join(f"- id: work-{n}\n  title: Source {n}\n  author: A\n  year: 2000\n" for n in range(size // 120)), "page.md": "".join(f"[@wrk-{n}] " for n in range(size // 24))},
    "sources-same": lambda size: {"sources.yaml": "".join("- id: s\n  title: Source\n" for n in range(size // 24))},
    "sources-unknown-keys": lambda size: {"sources.yaml": "- id: s\n  title: Source\n" + "".join(f"  key{n}: a\n" for n in range(size // 14))},
    "folder-yaml-near": lambda size: {f"p/page-{n}.md": "# P\n" for n in range(size // 800)} | {"p/_folder.yaml": "order:\n" + "".join(f"  - pag-{n}.md\n" for n in range(size // 20))},
    "names-same": lambda size: {f"f{n}/Same.md": f"# Page {n}\n\n[[same]] [[sam]]\n" for n in range(size // 600)},
    "aliases-many": lambda size: {f"p/{n}.md": f"---\naliases: [one {n}, two {n}, same]\n---\n\n# Page {n}\n\n[[one {n + 1}]] [[same]]\n" for n in range(size // 500)},
    "redirects-chain": lambda size: {f"p/{n}.md": f"---\ntitle: P\nredirect_from: /p/{n + 1}/\n---\n\nText.\n" for n in range(size // 500)},
    "glossary-used": lambda size: {"glossary.md": "---\nkind: glossary\n---\n\n# Terms\n\n" + "".join(f"## Thing {n}\n\nWhat it is.\n\n" for n in range(size // 100))} | {f"p/{n}.md": f"# P {n}\n\n" + "".join(f"thing {m} and " for m in range(n, n + 30)) for n in range(size // 1600)},
    "ladder-cells-long": lambda size: ladder(6000) | {"ladders/ds/dimensions/scope.md": "---\nkind: dimension\ntitle: Scope\ndescription: What.\n---\n\n## Level 0 {#scope.l0}\n\n" + "Work. " * (size // 6)},
    "backlinks-many": lambda size: {f"p/{n}.md": f"# P {n}\n\n" + " ".join(f"[a]({(n * 31 + m * 17) % (size // 4000)}.md)" for m in range(250)) for n in range(size // 4000)},
    "feed": lambda size: {f"p/{n}.md": f"---\ntitle: P {n}\npublished: 2026-01-{n % 28 + 1:02}\n---\n\nText.\n" for n in range(size // 500)},
    "asset-svg-deep": lambda size: {"a.svg": "<svg xmlns='http://www.w3.org/2000/svg'>" + "<g>" * (size // 7) + "</g>" * (size // 7) + "</svg>", "page.md": "![a](a.svg)\n"},
    "asset-svg-wide": lambda size: {"a.svg": "<svg xmlns='http://www.w3.org/2000/svg'>" + "<g/>" * (size // 4) + "</svg>", "page.md": "![a](a.svg)\n"},
}


def make(name, size, folder):
    files = {"index.md": "# Home\n\nSee [the page](page.md).\n", "other.md": "# Other\n\n## A part\n\nText.\n", "page.md": "# Page\n",
             "glossary.md": "---\nkind: glossary\n---\n\n# Glossary\n\n## Term of art\n\nWords that experts use.\n",
             "sources.yaml": "- id: knuth\n  title: Programming\n  author: Knuth\n  year: 1968\n", "site.yaml": "title: T\nlanguage: en\n"}
    files.update({"page.md": PAGES[name](size)} if name in PAGES else SITES[name](size))
    for path, text in files.items():
        target = os.path.join(folder, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w", encoding="utf-8", newline="") as file: file.write(text)


def measure(command, limit, errors):
    """CPU seconds, peak memory in MB, and the exit code (or the signal, below zero)."""
    def limited():
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    with open(errors, "wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, preexec_fn=limited)
        _, status, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def last_line(path):
    with open(path, "rb") as log:
        log.seek(max(0, os.path.getsize(path) - 400))
        lines = log.read().decode("utf-8", "replace").strip().split("\n")
    return lines[-1][:70]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("scratch")
    parser.add_argument("constructs", nargs="*", help="constructs, or prefixes of their names (default: all)")
    parser.add_argument("--command", action="append", choices=["build", "check"], help="default: both")
    parser.add_argument("--sizes", default="250,1000", help="kB of the small and of the large input, or of one only")
    parser.add_argument("--limit", type=float, default=5, help="CPU seconds that an input may take")
    parser.add_argument("--stop", type=int, default=30, help="CPU seconds after which a run is stopped")
    options = parser.parse_intermixed_args()
    sizes = [int(size) * 1000 for size in options.sizes.split(",")]
    known = [*PAGES, *SITES]
    names = [n for c in options.constructs or [""] for n in known if n == c or (c not in known and n.startswith(c))]
    bad = 0

    def run(name, size, command):
        folder = os.path.join(options.scratch, "input")
        output = os.path.join(options.scratch, "output")
        for path in (folder, output): shutil.rmtree(path, ignore_errors=True)
        make(name, size, folder)
        destination = ["--output", output] if command == "build" else []
        return measure([options.tool, command, "--date", "2026-11-29", "--input", folder, *destination], options.stop, os.path.join(options.scratch, "log"))

    commands = options.command or ["build", "check"]
    base = min(run("one-word", 10, commands[0])[0] for _ in range(2)) if len(sizes) > 1 else 0
    heads = "".join(f" {command + ' s':>8} {'MB':>5} {'exit':>4}" for command in commands)
    print(f"{'construct':32} {'kB':>5}{heads} {'factor':>6}    (an almost empty site: {base:.2f} s)", flush=True)
    for name in names:
        small = run(name, sizes[0], commands[0])[0] if len(sizes) > 1 else 0
        results = [run(name, sizes[-1], command) for command in commands]
        factor = f"{(results[0][0] - base) / max(0.05, small - base):6.1f}" if len(sizes) > 1 else " " * 6
        slow = any(cpu > options.limit or memory > 1000 or code not in (0, 1) for cpu, memory, code in results)
        bad += slow
        cells = "".join(f" {cpu:8.2f} {memory:5.0f} {code:>4}" for cpu, memory, code in results)
        print(f"{name:32} {sizes[-1] // 1000:>5}{cells} {factor} {'<<<<' if slow else '    '} {last_line(os.path.join(options.scratch, 'log'))}", flush=True)
    print(f"{bad} of {len(names)} over the limit.")
    sys.exit(1 if bad else 0)


main()
