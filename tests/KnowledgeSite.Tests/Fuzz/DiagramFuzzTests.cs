using System.Text;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Fuzz;

/// <summary>Tests incomplete diagrams, as they are while an author is typing.</summary>
public sealed class DiagramFuzzTests
{
    private const string Flow =
        "``` flow\nlabel: A <b> & c\nnote: \"[b](b.md) <i>\"\ndirection: right\ngroups: [{id: g, text: G}]\n"
        + "nodes:\n  - {id: a, text: A & b, link: b.md#x, shape: store}\n"
        + "  - {id: c, text: C, detail: d, group: g}\n  - {id: e, text: E, shape: person}\nedges:\n"
        + "  - {from: a, to: c, text: x}\n  - {from: c, to: a}\n  - {from: e, to: e}\n```\n";
    private const string Mapping =
        "> ~~~ mapping\n> label: M\n> left: {title: L, items: [{id: a, text: <a>, link: \"javascript:x\"}]}\n"
        + "> right: {title: R, items: [{id: b, text: B}]}\n> pairs: [{left: a, right: b}]\n> ~~~\n";
    private const string Mermaid =
        "```mermaid\n---\ntitle: M <b>\n---\nflowchart LR\n  a[A & b] -->|x| b{B}\n  subgraph g [G]\n"
        + "    direction TB\n    b -- y --> c & d\n    subgraph h\n    d -.-> e@{ shape: doc }\n    end\n  end\n"
        + "  g --> a\n  e --> e\n  click a \"b.md\"\n  style a fill:#f00\n```\n";
    private const string Charts =
        "```mermaid\npie showData\n  title A\n  \"a\" : 1\n  'b' : 2.5\n```\n\n"
        + "```mermaid\ntimeline\n  section A\n  1 : b : c\n    : d\n```\n\n"
        + "```mermaid\nquadrantChart\n  x-axis a --> b\n  y-axis c\n  quadrant-1 d\n  e:::f: [0.1, 1] radius: 3\n"
        + "  classDef f color: #f00\n```\n";
    private const string Plans =
        "```mermaid\nmindmap\n  a((b))\n    c[\"`**d** e`\"]\n      f))g((\n    ::icon(h)\n    i{{j}}\n```\n\n"
        + "```mermaid\ngantt\n  dateFormat YYYY-MM-DD\n  axisFormat %d %b\n  excludes weekends\n  tickInterval 1week\n"
        + "  section a\n  b :done, c, 2026-01-05, 3d\n  d :crit, after c, until e\n  f :milestone, e, 2026-02-01, 0d\n"
        + "  g :vert, 2026-01-09, 1h\n  click c href \"b.md\"\n```\n";
    private static readonly string[] Pieces =
    [
        "",
        " ",
        "\n",
        "{",
        "}",
        "[",
        "]",
        ":",
        "-",
        ",",
        "\"",
        "'",
        "&a ",
        "*a",
        "\t",
        "> ",
        "```",
        "a",
        "c",
        "nodes:",
        "edges:",
        "null",
        "\0",
        "😀",
        "<",
        "right",
        "-->",
        "end",
        "(",
        "g",
    ];

    [Fact]
    public void A_damaged_diagram_only_causes_diagnostics()
    {
        var site = new TestSite().Prepared("title: T");
        var state = 20261121u;
        string[] blocks = [Flow, Mapping, Mermaid, Charts, Plans];
        for (var i = 0; i < 3000; i++)
            site.With($"p{i}.md", "# Page\n\n" + Damaged(blocks[i % blocks.Length]));
        var result = site.Build();
        var pages = result
            .Files.Where(f => f.Path.Value.StartsWith("/p", StringComparison.Ordinal) && f.Path.IsPage)
            .ToList();
        Assert.Equal(3000, pages.Count);
        Assert.All(pages, p => Assert.EndsWith("</html>", Encoding.UTF8.GetString(p.ToBytes()).TrimEnd()));
        Assert.Contains(result.Diagnostics, d => d.Rule == DiagramRules.Unknown);

        string Damaged(string block)
        {
            var text = block;
            for (var edits = 1 + Next(3); edits > 0; edits--)
            {
                var at = Next(text.Length);
                text = text[..at] + Pieces[Next(Pieces.Length)] + text[Math.Min(text.Length, at + Next(4))..];
            }

            return text;
        }

        int Next(int below)
        {
            state = (state * 1664525) + 1013904223;
            return (int)((state >> 8) % (uint)below);
        }
    }
}
