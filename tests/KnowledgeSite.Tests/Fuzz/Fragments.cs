namespace KnowledgeSite.Tests.Fuzz;

/// <summary>What the mutator puts pages together from: pieces of Markdown, and words that mean something to a parser.</summary>
internal static class Fragments
{
    /// <summary>Whole constructs, a blank line between two of them.</summary>
    public static readonly string[] Blocks =
    [
        "# Title", "# Title\n\nLead.", "## Scope\n\nText *em* **strong** ***both*** ~~gone~~ `code`.", "## Scope", "###### Deep ######", "Setext\n===", "Setext two\n---",
        "## Scope {#scope}", "## Ünïcödé — “Überschrift” 日本語 {#fn:1 .c data-x=\"a b\"}", "# H1 <em>raw</em> [link](b.md)", "#", "# [[b]]", "## `a` & <b>b</b> &amp; &colon;",
        "Para one\nstill  \nhard\\\nbreak", "> quote\n> > nested\nlazy", "- a\n- b\n  - c\n\n    d\n1. x\n2) y", "- [ ] to do\n- [x] done", "* * *", "```js {#c .x}\nlet a = '<b>';\n```", "~~~\nopen", "    indented <b>",
        "| a | b |\n|:--|--:|\n| `x|y` | [[b\\|c]] |", "|a|\n|-|\n|<b>|{#t}", "a | b\n- | -\n1 | 2", "Note[^1] and[^n] and[^1].\n\n[^1]: One.\n\n[^n]: Two\n\n    more", "[^x]: [^x]", "[^1]",
        "> [!NOTE]\n> Text", "> [!WARNING] x {.c}\n> - a", "> [!x]\n> y", "::: note\nInside\n:::", ":::: a {#id onclick=x}\n::: b\n:::\n::::", ":::", "::span::{.c}",
        "Term\n:   One\n:   Two\n\n    more", "*[HTML]: Hyper \"Text\"\n\nHTML", "[a]: b.md \"T\"\n\n[a] [x][a] ![y][a] [a][]", "[r]: <c d.md> {#ref onclick=x}\n\n[r] [r]", "[loop]: #loop\n[loop]",
        "[[b]] [[c d|label]] [[#scope]] [[none]] [[b#scope|x]]", "![[b]] [[a|b|c]] [[ x ]] [[]] [[a](b)", "<https://x.example/?a=1&b=2> www.x.example http://x.example/a_(b). a@b.example", "![alt *em* [^1] [[b]]](x.png \"t\"){width=3 onerror=x}",
        "text {#p .q r=s onclick=x}", "text{.a\nonclick=y}", "[a](b.md){href=x onclick=y id=scope}", "`c`{id=scope}", "{id=\"site:main\"}\ntext {id=\"site:main\"}", "<div>\n<p>raw</p>\n</div>", "<b>inline <i>raw</b></i> text",
        "<details>\n<summary>More</summary>\n\n**Markdown** inside\n\n</details>", "<table><tr><td>\n\n| a |\n|---|\n\n</td></tr></table>", "<ul><li><div>a<li>b</div></ul>", "<!-- comment -->", "<!-- open", "<!--!> x", "<?php x ?>", "<!DOCTYPE html>", "<![CDATA[ x ]]>",
        "<a name=\"scope\" id=\"scope\"></a>", "<a href=b.md#scope&#32;onclick=x>x</a>", "<img src=x.png srcset=\"x.png 1x, y.png 2x\" onerror=x>", "<p id=\"scope\" id=x class='a>b'>", "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/><title>t</title></svg>", "<math><mi>x</mi></math>",
        "&copy; &#0; &#xD800; &#x110000; &nosuch; &colon;&Tab;", "مرحبا \u202Eabc\u202C שלום", "👩‍👩‍👧‍👦 \uD83D\uDE00 e\u0301", "a\0b\u0001\u007F\uFEFF\u2028\uFFFE", "\t- tab\n\t\tcode", "a\u000Bb\u000Cc", "\\* \\[ \\] \\<b> \\\\", "***a **b *c* d** e***", "[a [b](c) d](e) ![f ![g](h)](i)",
        "---\ntitle: T\ntags: [a, \"b c\"]\norder: 1\n---", "---\ntitle: \"a\\0b\\U0001F600\"\nredirect_from: /old/\n---", "---\ntitle: [\n---", "---\nkey: value\n\ntext", "---\n\ttab: x\n---", "---\n- a\n---", "---\n&a [*a]\n---", "...", "+++\ntoml = 1\n+++",
    ];

    /// <summary>Tags and other pieces of HTML; most break something when they stand in the wrong place.</summary>
    public static readonly string[] Html =
    [
        .. Elements("div p span a b i em strong code h1 h2 h3 ul ol li dl dt dd table caption colgroup thead tbody tr th td pre blockquote section article main header footer nav aside details summary dialog form button select option optgroup label fieldset figure ruby rt rp"),
        .. Elements("style script noscript template textarea title xmp noembed noframes plaintext iframe object embed applet svg math foreignObject desc mi mtext annotation-xml animate set use path marquee nobr font center frameset frame html head body base link meta image isindex video audio picture address menu custom-element"),
        "<br>", "<br/>", "</br>", "<hr>", "<img src=x onerror=alert(1)>", "<input>", "<input type=image src=x>", "<col>", "<wbr>", "<source src=x>", "<param>", "<path/>", "<div/>", "<svg/>", "<a/>", "<table/>", "<style/>",
        "<!--", "-->", "--!>", "<!-->", "<!--->", "<!--!>", "<![CDATA[", "]]>", "<!x>", "<?x>", "</>", "</ x>", "<", ">", "</", "<a ", "<a b='", "<a b=\"", "'", "\"", "=", "/>", "<a\n", "text", "&lt;", "&", "\n\n", "\n", " ",
        "<a href=javascript:alert(1)>", "<a href=\"java&Tab;script&colon;alert(1)\">", "<form action=\"javascript&colon;x\">", "<a href=&#32;onclick=x>", "<p id=\"site&colon;main\">", "<p id=scope>", "<a name=scope id=scope>", "<b onclick=x>", "<b/onclick=x/b>", "<b a onclick=x =javascript:x>", "<iframe srcdoc='<script>'>", "<iframe src=//x>", "<iframe src=http:x>",
        "<svg><style>", "<svg><title>", "<math><mtext>", "<svg><foreignObject>", "<select><style>", "<style><!--", "</style><img src=x onerror=x>", "<animate values='x;javascript:x'>", "</article>", "</main>", "</div>", "</body>", "</html>", "</section>",
    ];

    /// <summary>Marks that Markdown reads, and characters that few programs expect.</summary>
    public static readonly string[] Marks =
    [
        "*", "**", "_", "__", "`", "```", "~~", "~", "[", "]", "(", ")", "![", "](", "][", "[[", "]]", "[^1]", "[^1]:", "^", "{", "}", "{#scope}", "{.c}", "{onclick=x}", "#", "## ", "> ", "- ", "1. ", "\t", "    ", "|", "|-|", ":::", "\n:   ", "---", "---\n", "===", "\\", "!", "<", "&", "&#x3a;",
        "\n", "\n\n", "  \n", "\r", "\0", "\u0001", "\u000B", "\u000C", "\u0085", "\u00A0", "\u00AD", "\u200B", "\u200D", "\u202E", "\u2028", "\uFEFF", "\uFFFD", "\uFFFF", "😀", "e\u0301", "ſ", "\u212A", "İ", "ß", "日本", "مرحبا",
        "b.md", "c%20d.md", "../a.md", "/x/b.md", "#scope", "?q=1", "javascript:", "JAVASCRIPT:alert(1)", "data:text/html,x", "vbscript:x", "xref:x", "https://x.example/", "//x.example", "mailto:a@b", "%", "%zz", "%00", "..", "title: ", "tags: ", "id=scope", "href=x", "*[HTML]: ",
    ];

    private static IEnumerable<string> Elements(string names) => names.Split(' ').SelectMany(n => new[] { $"<{n}>", $"</{n}>" });
}
