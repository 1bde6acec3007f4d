namespace KnowledgeSite.Diagnostics;

/// <summary>KS3xx: Markdown, and HTML inside it.</summary>
internal static class MarkdownRules
{
    public static readonly DiagnosticRule TooDeep = new(
        "KS301",
        Severity.Error,
        "Markdown is nested too deep",
        "Quotes or lists are nested more than a hundred levels deep here, so the page shows its Markdown source. "
            + "Remove some levels.",
        "Such deep nesting nearly always comes from a damaged file."
    );

    public static readonly DiagnosticRule UnsafeHtml = new(
        "KS302",
        Severity.Error,
        "A page would run code in a reader's browser",
        "{0} would run code in the reader's browser, so it is removed. Delete it, or allow '{1}' in site.yaml.",
        """
        The page contains `<script>`, an event attribute such as `onclick`, a `javascript:` or `data:text/html` URL, or
        a frame from another site. Anyone who can change a page could use these against its readers, so they are removed
        from the page.

        To keep one on purpose, allow it by name in `site.yaml`:

            allow:
              - iframe https://video.example

        An origin after `iframe` allows only frames from there, and adds it to the site's Content-Security-Policy.
        """
    );

    public static readonly DiagnosticRule DuplicateId = new(
        "KS303",
        Severity.Warning,
        "An id is used twice on a page",
        "The id '{0}' is already used on this page, so links to it go to the first place. Give this element another "
            + "id.",
        "Browsers go to the first element with an id. The second id is left out of the page."
    );

    public static readonly DiagnosticRule UnclosedElement = new(
        "KS304",
        Severity.Warning,
        "An HTML element is not closed",
        "<{0}> has no end tag. Add </{0}> where it should end.",
        """
        An element without an end tag includes everything after it. This tool closes it at the end of the page's text,
        so that the rest of the site is not affected.
        """
    );

    public static readonly DiagnosticRule StrayEndTag = new(
        "KS305",
        Severity.Warning,
        "An HTML end tag has no start tag",
        "</{0}> has no start tag, so it is left out. Delete it, or add <{0}> before it.",
        "An end tag without a start tag could close an element of the page's layout."
    );

    public static readonly DiagnosticRule ElementsTooDeep = new(
        "KS380",
        Severity.Warning,
        "HTML elements are nested too deep",
        "<{0}> is inside {1} other elements. Deeper start tags from here on are shown as text. Close the elements "
            + "before it.",
        "Browsers support about 500 levels of nested elements. The cause is nearly always a number of missing end tags."
    );

    public static readonly DiagnosticRule SparseTable = new(
        "KS381",
        Severity.Warning,
        "A table has too many missing cells",
        "This table has more than {0:N0} missing cells, so it is shown as text. Shorten its longest row, or split "
            + "the table.",
        """
        Short rows are filled with empty cells up to the length of the longest row. If one row has thousands of cells
        and the others have a few, the table would have millions of empty cells, which no browser can show. Such a table
        nearly always comes from a damaged file or an export.
        """
    );

    public static readonly DiagnosticRule UnrecognizedEmphasis = new(
        "KS382",
        Severity.Warning,
        "Emphasis in a long paragraph is not recognised",
        "More than {0:N0} open marks are between the two ends of this emphasis, so both are shown as text. Split the "
            + "paragraph, or put a backslash before each mark that is not emphasis.",
        """
        In one paragraph, at most 500 marks (`*`, `_`, `~~`, `==`) can be open at a time. If there are more, the
        earliest are shown as text. The cause is nearly always text that is not Markdown: put it between two lines of
        three backticks.
        """
    );

    public static readonly DiagnosticRule InlinesTooDeep = new(
        "KS383",
        Severity.Warning,
        "Emphasis or links are nested too deep",
        "This is inside more than {0:N0} levels of emphasis, links or images, so its source is shown. Close the "
            + "marks before it, or put a backslash before those that are meant as text.",
        """
        The cause is nearly always text that is not Markdown: put it between two lines of three backticks.
        """
    );

    public static readonly DiagnosticRule EmptyPage = new(
        "KS306",
        Severity.Warning,
        "A page has no text",
        "The page has no text. Write some, or set 'excluded: true' until you do.",
        "An empty page is a dead end for a reader who follows a link to it."
    );

    public static readonly DiagnosticRule UnclosedTag = new(
        "KS308",
        Severity.Warning,
        "An HTML tag or comment is not closed",
        "This tag or comment is not closed, so it is shown as text. Add '{0}' where it should end.",
        "Otherwise everything after it, including the layout of the page, would become part of it."
    );

    public static readonly DiagnosticRule UnknownElement = new(
        "KS309",
        Severity.Warning,
        "An HTML element is unknown",
        "There is no HTML element <{0}>, so it is shown as text. If that is what you want, put it in backticks: "
            + "`<{0}>`.",
        """
        A word in angle brackets (`<number>`) is an HTML tag, and browsers show nothing for an unknown element. This
        tool shows the source instead. In backticks, it is text for every tool. Custom elements can be allowed by name
        in `site.yaml`.
        """
    );

    public static readonly DiagnosticRule BrokenQuotes = new(
        "KS419",
        Severity.Warning,
        "The quotes of an HTML attribute do not match",
        "The quotes in <{0}> do not match, so browsers read a part of the value as attributes. Put one pair of "
            + "quotes around each value: name=\"value\".",
        "In `<img alt=\"\"A graph\"\">`, the value ends at the second quote, so the image has no alt text."
    );

    public static readonly DiagnosticRule JsxValue = new(
        "KS384",
        Severity.Warning,
        "An HTML attribute has a value in JSX",
        "<{0}> has the JSX value '{1}={{…}}', which browsers cannot read. Write '{2}=\"…\"' in each " + "such tag.",
        """
        JSX puts JavaScript in braces: `<img style={{height: "auto"}} src={logo}>`. In Markdown, the braces are text.
        Write the value itself in quotes, or use Markdown: `![Logo](logo.png)`.
        """
    );

    public static readonly DiagnosticRule EmbeddedImage = new(
        "KS385",
        Severity.Warning,
        "An image is embedded as an object",
        "<{0}> can run code in the reader's browser, so this image is removed. Write "
            + "'![description]({1})', or allow '{0}' in site.yaml.",
        "Markdown shows the same image, and also gives it a description for those who cannot see it."
    );

    public static readonly DiagnosticRule ElementWithoutEffect = new(
        "KS310",
        Severity.Warning,
        "An HTML element has no effect",
        "<{0}> has no effect here, so the tag is left out and its text is kept. Delete the tag, or use Markdown.",
        """
        Browsers ignore a part of a table outside a `<table>`. Readers cannot submit anything on a page, so a drop-down
        list (`<select>`) has no purpose.
        """
    );

    public static readonly DiagnosticRule UnknownAttribute = new(
        "KS320",
        Severity.Warning,
        "An HTML attribute is not allowed",
        "Pages may not use the attribute '{0}' on <{1}>, so it is removed. Delete it, or allow '{0}' in site.yaml.",
        """
        HTML in pages may use the attributes of HTML, SVG and MathML that cannot run code, and attributes that begin
        with `data-` or `aria-`. An attribute of another tool, such as `v-if`, has no effect in a browser. A `name` on a
        form or an image could replace a function of the page's scripts.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule ReservedId = new(
        "KS307",
        Severity.Warning,
        "An id is reserved",
        "Ids that begin with 'site:' are reserved for the theme, so '{0}' is left out. Choose another id.",
        """
        The theme uses ids such as `site:main` for parts of its layout. Automatic ids of headings never look like that.
        """
    );

    public static readonly DiagnosticRule BreakEndTag = new(
        "KS311",
        Severity.Warning,
        "A line break is written as an end tag",
        "'</br>' is not valid HTML. Write '<br>', here and further down.",
        """
        `<br>` has no end tag. Browsers and this tool read `</br>` as `<br>`; other tools drop it. Only the first one on
        a page is reported.
        """
    );

    public static readonly DiagnosticRule Placeholder = new(
        "KS312",
        Severity.Warning,
        "A placeholder in angle brackets looks like HTML",
        "<{0}> has no attribute with a value, so it is shown as text. If that is what you want, put it in backticks.",
        """
        `<link to the test>` and `<source>` are HTML tags, because HTML has elements `link` and `source`. Browsers would
        show nothing for them. Without an attribute that has a value, and without an end tag, they are probably
        placeholders, so this tool shows them as text. In backticks, they are text for every tool.
        """
    );

    public static readonly DiagnosticRule SendsDataElsewhere = new(
        "KS313",
        Severity.Error,
        "A page would send data to another site",
        "{0} would send what readers enter or click to another site, so it is removed. Delete it, or allow '{1}' in "
            + "site.yaml.",
        """
        A form that posts to another site can ask readers for their password in the name of your site. `ping=` tells
        another site about every click. The site's Content-Security-Policy forbids both, but not every host sends that
        policy. The fields of a form stay on the page, but send nothing.

        To allow forms on purpose, in the page and in the policy, add this to `site.yaml`:

            allow:
              - form
        """
    );

    public static readonly DiagnosticRule BlockedStyle = new(
        "KS314",
        Severity.Warning,
        "A style could cover the page",
        "{0} could cover or restyle the whole page, so it is removed. Delete it, or allow 'style' in site.yaml.",
        """
        A `<style>` element affects every part of the page, and `position: fixed` can place an element over all of it.
        The site's Content-Security-Policy forbids styles inside pages, but not every host sends that policy. Put styles
        into the theme, or allow them in the page and in the policy in `site.yaml`:

            allow:
              - style
        """
    );

    public static readonly DiagnosticRule InlineStyle = new(
        "KS315",
        Severity.Warning,
        "A style is blocked by the site's policy",
        "The site's Content-Security-Policy blocks 'style='. Use a class of the theme, or allow 'style' in site.yaml.",
        """
        The policy allows only the styles of the theme, so that no page can imitate another site. The style works only
        on a host that does not send the policy. Only the first `style=` on a page is reported. To allow styles in pages
        and in the policy, add this to `site.yaml`:

            allow:
              - style
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule BlockedMedia = new(
        "KS316",
        Severity.Warning,
        "Media from another site is blocked by the site's policy",
        "The site's Content-Security-Policy blocks images, video and sound from '{0}'. Save the file beside the "
            + "page, or allow '{1} {0}' in site.yaml.",
        """
        A file on another site can change or disappear, and that site learns who reads the page. The policy therefore
        allows only the site's own files. Each site is reported once for each page. To allow a site in the policy, add
        it to `site.yaml`:

            allow:
              - img https://images.example
              - video https://videos.example
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule MicrosoftLearnSyntax = new(
        "KS318",
        Severity.Warning,
        "A line uses the syntax of Microsoft Learn",
        "':::{0} …:::' is syntax of Microsoft Learn and is shown as text. Write it as plain Markdown, here and "
            + "further down.",
        """
        Of this syntax, only `:::image source="…" alt-text="…":::` is supported. Other forms, such as `:::code …:::` or
        `:::row:::`, are shown as text. Each form is reported once for each page.
        """
    );
}
