using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Markup;

/// <summary>Syntax of another tool that is not supported, so that readers see its source.</summary>
/// <param name="Name">The name in the plural.</param>
/// <param name="Mark">A text that every occurrence contains. Pages without it are not searched.</param>
/// <param name="Place">Matches one occurrence.</param>
/// <param name="Remedy">A sentence that says how to fix it.</param>
internal sealed partial record OtherSyntax(string Name, string Mark, Regex Place, string Remedy)
{
    private const int MaxPlaces = 10_000;

    // The patterns below limit how far they search, so that openings without an end take linear time.

    /// <summary>True if occurrences in code count, such as includes. Otherwise, code is an example.</summary>
    public bool CountsInCode { get; init; }

    /// <summary>
    /// A test that most pages with the mark fail, and that costs less than the search. Null if the mark is rare.
    /// </summary>
    private Func<string, bool>? MayBeIn { get; init; }

    private static readonly SearchValues<string> TableOfContentsWord = SearchValues.Create(
        ["toc"],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<string> IconSets = SearchValues.Create(
        [":material-", ":octicons-", ":fontawesome-", ":simple-"],
        StringComparison.Ordinal
    );

    private static readonly SearchValues<string> ConfluenceMarks = SearchValues.Create(
        ["{code", "{noformat", "{info", "{note", "{tip", "{warning", "{panel", "{expand", "{toc", "<ac:"],
        StringComparison.Ordinal
    );

    private static readonly SearchValues<string> ChatMarks = SearchValues.Create(
        ["[oaicite:", "†"],
        StringComparison.Ordinal
    );

    private static readonly OtherSyntax Components = new(
        "JSX or Vue components",
        "<",
        Component(),
        "Write in Markdown what the components show."
    );

    /// <summary>All syntaxes, in the order in which messages name them.</summary>
    public static IReadOnlyList<OtherSyntax> All { get; } =
    [
        new(
            "Hugo or Quarto shortcodes",
            "{{",
            Shortcode(),
            "Write the shortcodes in Markdown: an image, a link, an include '![[page]]' or a block '::: note'."
        ),
        new(
            "mdBook includes",
            "{{#",
            MdBookInclude(),
            "Paste the included text, or include a page with '![[page#section]]'."
        )
        {
            CountsInCode = true,
        },
        new(
            "MkDocs snippets",
            "8<-",
            Snippet(),
            "Include a page with '![[page#section]]', and code with 'file=../train.py' after the language of a block."
        )
        {
            CountsInCode = true,
        },
        new("Liquid or Jinja tags", "{%", TemplateTag(), "Write what the tags would insert."),
        new("Liquid or Jinja values", "{{", TemplateValue(), "Write the value itself."),
        new(
            "MyST directives",
            "{",
            MystDirective(),
            "Write '::: note' for an admonition, and plain Markdown for the rest."
        )
        {
            MayBeIn = HasFenceBeforeBrace,
        },
        new(
            "MyST roles",
            "}`",
            MystRole(),
            "Write a link in place of a reference, and backticks or plain text in place of other roles."
        ),
        new(
            "roles of d2lbook or reStructuredText",
            ":`",
            ColonRole(),
            "Write '{#id}' behind a heading in place of a label, a link in place of a reference, and a formula in "
                + "place of ':math:'."
        ),
        new("code cells", "{", CodeCell(), "Show the results of the cells as text or as images.")
        {
            MayBeIn = HasFenceBeforeBrace,
        },
        new("raw HTML of Pandoc", "{=", PandocRaw(), "Write the HTML without backticks and braces."),
        new(
            "Markdown within HTML",
            "markdown",
            MarkdownInHtml(),
            "Put an empty line after the opening tag, so that the text is read as Markdown."
        ),
        new("MDX imports and exports", "port ", MdxStatement(), "Delete the imports and exports.")
        {
            MayBeIn = t =>
                t.Contains("import ", StringComparison.Ordinal) || t.Contains("export ", StringComparison.Ordinal),
        },
        Components,
        new(
            "table of contents markers",
            "[",
            TableOfContents(),
            "Delete the markers, because each page already has a table of contents."
        )
        {
            MayBeIn = t => t.AsSpan().ContainsAny(TableOfContentsWord),
        },
        new("Dataview queries", "dataview", DataviewQuery(), "Write the list or the table that the query would show.")
        {
            CountsInCode = true,
        },
        new(
            "icons of Material for MkDocs",
            "-",
            MaterialIcon(),
            "Delete the icons, or write emoji such as ':rocket:' in their place."
        )
        {
            MayBeIn = t => t.AsSpan().ContainsAny(IconSets),
        },
        new("Templater commands", "<%", Templater(), "Run the template, or delete the commands."),
        new(
            "TeX commands outside of formulas",
            @"\",
            TexInText(),
            "Put each formula in '$…$', or between two lines '$$'."
        ),
        new(
            "macros of Confluence",
            "",
            ConfluenceMacro(),
            "Write a fenced block for code, '::: note' for a box, and plain Markdown for the rest."
        )
        {
            MayBeIn = t => t.AsSpan().ContainsAny(ConfluenceMarks),
        },
        new("citations of ChatGPT", "", ChatCitation(), "Delete the citations, or link to the sources.")
        {
            MayBeIn = t => t.AsSpan().ContainsAny(ChatMarks),
        },
    ];

    /// <summary>True if the URL of a link contains an expression of a template.</summary>
    public static bool IsTemplate(string address) =>
        address.Contains("{{", StringComparison.Ordinal) || address.Contains("{%", StringComparison.Ordinal);

    /// <summary>True if the target of a wikilink is a marker for a table of contents.</summary>
    public static bool IsTableOfContents(string target) =>
        target.Trim('_').Equals("toc", StringComparison.OrdinalIgnoreCase);

    /// <summary>The names of elements that have an end tag in the HTML, ignoring case.</summary>
    public static HashSet<string> NamesWithEnd(string html) =>
        EndTag().Matches(html).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the positions of each syntax in a page, in order.</summary>
    public static Dictionary<OtherSyntax, List<SourceSpan>> Find(MarkdownDocument document, string markdown)
    {
        var code = new Lazy<IReadOnlyList<SourceSpan>>(() => FindCode(document, markdown));
        var found = new Dictionary<OtherSyntax, List<SourceSpan>>();
        foreach (var syntax in All)
            if (syntax.FindPlaces(markdown, code) is { Count: > 0 } places)
                found.Add(syntax, places);
        return found;
    }

    /// <summary>Reports all occurrences on a page in one diagnostic, at the first position.</summary>
    /// <param name="components">The positions in the file of components that are shown as text because they are not
    /// HTML elements.</param>
    public static void Report(
        SourceFile file,
        Dictionary<OtherSyntax, List<SourceSpan>> places,
        int bodyStart,
        IEnumerable<SourceSpan> components,
        DiagnosticBag diagnostics
    )
    {
        var inText = components.Select(c => c with { Start = c.Start - bodyStart });
        var shown = places.GetValueOrDefault(Components, []).Concat(inText).DistinctBy(p => p.Start);
        if (shown.OrderBy(p => p.Start).ToList() is { Count: > 0 } all)
            places[Components] = all;
        if (places.Count == 0)
            return;
        var found = All.Where(places.ContainsKey).Select(s => (Syntax: s, Places: places[s])).ToList();
        var first = found.Select(f => f.Places[0]).MinBy(p => p.Start);
        var names = found.Select(f => $"{f.Syntax.Name} ({Count(f.Places.Count)})");
        diagnostics.Add(
            Diagnostic.At(
                FlavorRules.OtherSyntax,
                file,
                first with
                {
                    Start = bodyStart + first.Start,
                },
                string.Join(", ", names),
                string.Join(" ", found.Select(f => f.Syntax.Remedy))
            )
        );
    }

    private static string Count(int places) =>
        places == 1 ? "1 place" : $"{places.ToString("N0", CultureInfo.InvariantCulture)} places";

    private List<SourceSpan>? FindPlaces(string markdown, Lazy<IReadOnlyList<SourceSpan>> code)
    {
        if (!markdown.Contains(Mark, StringComparison.Ordinal) || MayBeIn?.Invoke(markdown) == false)
            return null;
        var places = new List<SourceSpan>();
        foreach (var match in Place.EnumerateMatches(markdown))
        {
            if (CountsInCode || !IsWithin(code.Value, match.Index))
                places.Add(new(match.Index, Math.Max(1, match.Length)));
            if (places.Count == MaxPlaces)
                break;
        }

        return places;
    }

    /// <summary>
    /// The ranges of code, formulas and text that readers do not see, in order. The first line of a directive is not
    /// code.
    /// </summary>
    private static IReadOnlyList<SourceSpan> FindCode(MarkdownDocument document, string markdown) =>
        [
            .. document
                .Descendants()
                .Where(e =>
                    e
                        is CodeInline
                            or CodeBlock
                            or MathInline
                            or MathBlock
                            or EquationReferenceInline
                            or TabImport
                            or HtmlBlock { Type: HtmlBlockType.ScriptPreOrStyle or HtmlBlockType.Comment }
                )
                .Select(e => e is FencedCodeBlock { Info: ['{', ..] } ? BodyOf(e, markdown) : SpanOf(e))
                .Concat(TabElementParser.FindTags(document).Select(t => new SourceSpan(t.Start, t.Length)))
                .OrderBy(s => s.Start),
        ];

    /// <summary>True if a brace follows the sign of a fence, as in <c>```{note}</c>.</summary>
    private static bool HasFenceBeforeBrace(string markdown)
    {
        for (var brace = markdown.IndexOf('{'); brace >= 0; brace = markdown.IndexOf('{', brace + 1))
            if (markdown.AsSpan(0, brace).TrimEnd(" \t") is [.., '`' or '~' or ':'])
                return true;
        return false;
    }

    private static SourceSpan SpanOf(MarkdownObject element) => new(element.Span.Start, element.Span.Length);

    private static SourceSpan BodyOf(MarkdownObject fence, string markdown)
    {
        var line = markdown.IndexOf('\n', fence.Span.Start);
        return line < 0 || line > fence.Span.End ? new(fence.Span.End, 0) : new(line, fence.Span.End + 1 - line);
    }

    private static bool IsWithin(IReadOnlyList<SourceSpan> code, int position)
    {
        var low = 0;
        var high = code.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (code[middle].Start <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && position < code[low - 1].End;
    }

    [GeneratedRegex(@"(?<!\{)\{\{[<%]\s*/?[^\s<>%/][^\n]{0,400}?[>%]\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Shortcode();

    [GeneratedRegex(
        @"\{\{#(rustdoc_)?(include|playground|title|shiftinclude|template)\b[^}\n]{0,400}\}\}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MdBookInclude();

    /// <summary>The marks of a region within a file have a bracket instead of a quotation mark.</summary>
    [GeneratedRegex(
        @"^[ \t]{0,20}-{1,9}8<-{1,9}[ \t]{1,9}[""'][^""'\n]{1,200}[""']",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex Snippet();

    [GeneratedRegex(@"(?<!\{)\{%-?[ \t]?[a-z][^\n%]{0,400}%\}", RegexOptions.CultureInvariant)]
    private static partial Regex TemplateTag();

    /// <summary>
    /// Matches values in the URL of a link. Elsewhere, only expressions that are typical for templates count, because
    /// braces can be in any text.
    /// </summary>
    [GeneratedRegex(
        @"(?<=(?:\]\(<?|(?:href|src|poster)=[""']?)[^\s()<>""']{0,200})\{\{(?![<%#])[^{}\n]{1,400}\}\}"
            + @"|\{\{-? ?(?:(?:site|page|config|include|layout|content|\$)\.[\w.\[\]'""-]{1,100}"
            + @"|[\w.'""\[\]-]{1,100} ?\| ?\w{1,100})[^{}\n]{0,400}\}\}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TemplateValue();

    private const string Languages =
        "python|r|julia|ojs|bash|sh|zsh|powershell|sql|js|javascript|typescript|node|d3|stan|rcpp|cpp|c|fortran|go|rust"
        + "|scala|ruby|perl|haskell|lua|octave|matlab|sas|stata|css|asis|cat|tikz|dot|mermaid|pyodide|webr"
        + "|shinylive-r|shinylive-python|code-cell";

    [GeneratedRegex(
        @"^[ \t]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{(?!(?:math|"
            + Languages
            + @")\b(?!-))"
            + @"(?!(?<=[`~][ \t]*\{)(?:code-block|sourcecode)\})[a-z][\w:+.-]*\}",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex MystDirective();

    /// <summary>Matches cells of notebooks, except Mermaid, which is drawn.</summary>
    [GeneratedRegex(
        @"^[ \t]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{(?!mermaid\})(?:" + Languages + @")(?:[ \t,][^}\n]{0,400})?\}",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex CodeCell();

    [GeneratedRegex(
        @"(?<=`|^[ \t]*[`~]{3,}[ \t]*)\{=[a-z0-9]{1,20}\}",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex PandocRaw();

    [GeneratedRegex(
        @"^[ \t]*<[a-z]\w{0,20}(?=\s)[^<>]{0,400}?\smarkdown(?:=[""']?(?:1|block"
            + @"|span)[""']?)?(?:\s[^<>]{0,400})?>[ \t]*\r?\n(?=[ \t]*[^\s<])",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex MarkdownInHtml();

    [GeneratedRegex(
        @":(?:material|octicons|fontawesome|simple)-[a-z0-9][a-z0-9-]{0,80}:",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MaterialIcon();

    [GeneratedRegex(@"(?<!`)\{(?!eq\})[a-z][a-z:_-]{0,40}\}`[^`\n]{1,400}`", RegexOptions.CultureInvariant)]
    private static partial Regex MystRole();

    [GeneratedRegex(
        @"(?<![\w:`])(?:(?:py|c|cpp|js|rst):)?:(?:eq)?(?:label|numref|ref|doc|cite[a-z]{0,8}|class|meth|func|mod|attr"
            + @"|exc|data|obj|term|math|width|height|begin_tab|end_tab|option|envvar|file|command|program|download|any"
            + @"|guilabel|menuselection|abbr|pep|rfc):`[^`\n]{1,400}`",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ColonRole();

    [GeneratedRegex(
        @"^(?:import\s[^\n]{0,400}?\sfrom[ \t]['""][^'""\n]+['""];?|import[ \t]['""][^'""\n]+['""];?"
            + @"|export\s+(?:const|default|function)\b[^\n]*)[ \t]*$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex MdxStatement();

    [GeneratedRegex(
        @"(?<!\w)<(?:[A-Z][\w.]{0,80}[ \t]?/|[A-Z][\w.]{0,80}\s[^<>=]{1,80}=[^<>]{0,400})>",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Component();

    [GeneratedRegex(@"</([A-Za-z][\w.-]{0,80})\s*>", RegexOptions.CultureInvariant)]
    private static partial Regex EndTag();

    [GeneratedRegex(
        @"^[ \t]*\[(?:\[_?toc_?\]|toc)\][ \t]*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline
    )]
    private static partial Regex TableOfContents();

    [GeneratedRegex(
        @"^[ \t>]*(?:`{3,}|~{3,})[ \t]*dataview(js)?\b",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex DataviewQuery();

    /// <summary>Commands that are not also names of folders, because a path of Windows has backslashes too.</summary>
    [GeneratedRegex(
        @"(?<=^|[\s(\[{=+-])\\(?:begin\{(?:equation|align(?:at|ed)?|gather|multline|eqnarray|cases|[bpv]?matrix)\*?\}"
            + @"|(?:[dt]?frac|sqrt|hat|bar|tilde|vec|math(?:bb|bf|cal|rm)|boldsymbol|operatorname)\{"
            + @"|(?:alpha|beta|gamma|delta|(?:var)?epsilon|theta|lambda|sigma|omega|Delta|Sigma|Omega|sum|prod|nabla"
            + @"|infty|cdot|leq|geq|neq|approx)(?![A-Za-z\\]))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TexInText();

    [GeneratedRegex(
        @"^[ \t]*\{(?:code|noformat|info|note|tip|warning|panel|expand|toc)(?::[^{}\n]{0,200}\}|\}[ \t]{0,9}\r?$)"
            + "|<ac:[a-z-]{1,40}[ >]",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex ConfluenceMacro();

    [GeneratedRegex(@":contentReference\[oaicite:|【[0-9:]{1,9}†", RegexOptions.CultureInvariant)]
    private static partial Regex ChatCitation();

    [GeneratedRegex(@"<%[*_+-]?[ \t]?tp\.[^\n]{0,400}?%>", RegexOptions.CultureInvariant)]
    private static partial Regex Templater();
}
