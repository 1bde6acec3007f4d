namespace KnowledgeSite.Diagnostics;

/// <summary>KS3xx: Markdown, and HTML inside it.</summary>
public static class MarkdownRules
{
    public static readonly DiagnosticRule TooDeep = new(
        "KS301",
        Severity.Error,
        "Markdown is nested too deep",
        "Quotes or lists are nested more than a hundred deep here, so the page shows its text as it "
            + "was written. Flatten it.",
        "No reader can follow such a nesting, and it nearly always comes from a damaged file. The page shows "
            + "its source instead."
    );

    public static readonly DiagnosticRule UnsafeHtml = new(
        "KS302",
        Severity.Error,
        "A page would run code in a reader's browser",
        "{0} would run code in a reader's browser, so it is taken out. Delete it, or allow '{1}' in site.yaml.",
        """
        Anyone who can change a page could otherwise change what every reader's browser does: `<script>`, event
        attributes such as `onclick`, `javascript:` addresses, frames from elsewhere, `data:text/html`. They are taken
        out of the page.

        Where you do want one, allow it by its name in `site.yaml`:

            allow:
              - iframe https://video.example

        An origin after `iframe` lets only frames from there through, and is put into the site's
        Content-Security-Policy.
        """
    );

    public static readonly DiagnosticRule DuplicateId = new(
        "KS303",
        Severity.Warning,
        "An id stands twice on a page",
        "The id '{0}' stands on this page already, so a link to it would lead to the first. Give this one "
            + "another name.",
        "A browser goes to the first element with an id. The second one is left out of the page."
    );

    public static readonly DiagnosticRule UnclosedElement = new(
        "KS304",
        Severity.Warning,
        "An HTML element is not closed",
        "<{0}> is never closed. Add </{0}> where it should end.",
        "An element that is not closed swallows everything after it. It is closed at the end of the page's "
            + "text, so that the rest of the site's frame stays whole."
    );

    public static readonly DiagnosticRule StrayEndTag = new(
        "KS305",
        Severity.Warning,
        "An HTML element is closed that is not open",
        "</{0}> closes nothing that is open here, so it is left out. Delete it, or open <{0}> before it.",
        "A closing tag without its opening one would close a part of the site's own frame. It is left out of the page."
    );

    public static readonly DiagnosticRule ElementsTooDeep = new(
        "KS380",
        Severity.Warning,
        "HTML elements are nested too deep",
        "<{0}> is inside {1} other elements. From here on, start tags that are nested deeper are shown as "
            + "text. Close the elements before it.",
        "Browsers give up at about 500 elements inside one another, and so many nearly always come from end "
            + "tags that are missing. Tags beyond the limit are shown as they were written."
    );

    public static readonly DiagnosticRule SparseTable = new(
        "KS381",
        Severity.Warning,
        "A table has too many missing cells",
        "The rows of this table lack more than {0:N0} cells, so it is shown as text. Shorten its longest row, or "
            + "divide the table.",
        """
        A row that is shorter than the longest one is filled with empty cells. Where one row has thousands of cells and
        the others have a few, the table would be millions of empty cells, which no browser shows. It nearly always
        comes from a damaged file or an export.
        """
    );

    public static readonly DiagnosticRule LostEmphasis = new(
        "KS382",
        Severity.Warning,
        "Emphasis in a long paragraph is shown as text",
        "The other end of this mark is more than {0:N0} open marks away, so both are shown as text. Divide the "
            + "paragraph, or put a backslash before each mark that is no emphasis.",
        """
        In one paragraph, 500 marks (`*`, `_`, `~~`, `==`) may wait for their other end at a time. The first ones
        beyond that are shown as they were written. So many marks without an end nearly always come from text that is
        no Markdown: put it between two lines of three backticks.
        """
    );

    public static readonly DiagnosticRule InlinesTooDeep = new(
        "KS383",
        Severity.Warning,
        "Emphasis or links are nested too deep",
        "This is inside more than {0:N0} marks of emphasis, links or images, so it is shown as it was written. Close "
            + "the marks before it, or put a backslash before those that are meant as text.",
        "No reader can tell so many levels apart. They nearly always come from text that is no Markdown: put it "
            + "between two lines of three backticks."
    );

    public static readonly DiagnosticRule EmptyPage = new(
        "KS306",
        Severity.Warning,
        "A page has no text",
        "The page has no text. Write it, or set 'excluded: true' until you do.",
        "A reader who follows a link to an empty page has lost their way."
    );

    public static readonly DiagnosticRule Unfinished = new(
        "KS308",
        Severity.Warning,
        "HTML that has no end",
        "This tag or comment has no end, so it is shown as text. Put '{0}' where it should end.",
        "Everything after it, the rest of the site's frame included, would become part of it. It is shown as "
            + "the author wrote it."
    );

    public static readonly DiagnosticRule NoElement = new(
        "KS309",
        Severity.Warning,
        "No HTML element has this name",
        "HTML has no element <{0}>, so it is shown as text. If that is meant, put it in backticks: `<{0}>`.",
        """
        Angle brackets around a word (`<number>`) make it HTML, and a browser would show nothing of an element it does
        not know. It is shown as it was written. In backticks it is text for every tool. A site that brings an element
        of its own can allow it by name in `site.yaml`.
        """
    );

    public static readonly DiagnosticRule BrokenQuotes = new(
        "KS419",
        Severity.Warning,
        "The quotes of an HTML attribute do not match",
        "The quotes in <{0}> do not match, so browsers read words of a value as attributes. Write each value "
            + "in one pair of quotes: name=\"value\".",
        "In `<img alt=\"\"A graph\"\">` the value ends at the second quote, and what follows is no part of "
            + "it: the image has no description."
    );

    public static readonly DiagnosticRule DoesNothing = new(
        "KS310",
        Severity.Warning,
        "An HTML element does nothing here",
        "<{0}> does nothing here, so it is left out and its text stays. Delete the tag, or write what you "
            + "mean in Markdown.",
        """
        A part of a table outside a `<table>` is skipped by browsers, and a choice (`<select>`) on a page that is only
        read chooses nothing.
        """
    );

    public static readonly DiagnosticRule ReservedId = new(
        "KS307",
        Severity.Warning,
        "An id is reserved for the site's frame",
        "Ids that begin with 'site:' belong to the site's frame, so '{0}' is left out. Give it another name.",
        "The theme marks its own parts with ids such as `site:main`. No heading's own id can look like that; "
            + "an explicit one must not."
    );

    public static readonly DiagnosticRule BreakEndTag = new(
        "KS311",
        Severity.Warning,
        "A line break is written as an end tag",
        "'</br>' is no HTML. Browsers take it for a line break, and so does this page. Write '<br>', here "
            + "and further down.",
        "`<br>` has no end tag. The HTML Standard has browsers treat `</br>` as `<br>`; other tools drop it. "
            + "Only the first one on a page is reported."
    );

    public static readonly DiagnosticRule Placeholder = new(
        "KS312",
        Severity.Warning,
        "Words in angle brackets begin with the name of an element",
        "<{0}> has none of the attributes that would make it HTML, so it is shown as text. If that is meant, "
            + "put it in backticks.",
        """
        `<link to the test>` and `<source>` are read as HTML, since there are elements `link` and `source`, and a
        browser would show nothing of them. They have no attribute with a value, and nothing closes them, so they are
        shown as they were written. In backticks they are text for every tool.
        """
    );

    public static readonly DiagnosticRule SendsElsewhere = new(
        "KS313",
        Severity.Error,
        "A page would send something to another site",
        "{0} would send what readers enter or click to another site, so it is taken out. Delete it, or allow "
            + "'{1}' in site.yaml.",
        """
        A form that posts to another site can ask readers for their password in your site's name, and `ping=` tells
        another site of every click. The site's Content-Security-Policy forbids both, but not every host sends that
        policy. The fields of the form stay on the page and send nothing.

        Where a form is meant, allow it in `site.yaml`; the policy then allows it too:

            allow:
              - form
        """
    );

    public static readonly DiagnosticRule BlockedStyle = new(
        "KS314",
        Severity.Warning,
        "A style could cover the page",
        "{0} could cover or restyle the site around the page, so it is taken out. Delete it, or allow "
            + "'style' in site.yaml.",
        """
        A `<style>` element changes every part of the page, and `position: fixed` lays an element over all of it. The
        site's Content-Security-Policy forbids styles inside pages, but not every host sends that policy. Put styles
        into the theme, or allow them in `site.yaml`, which also changes the policy:

            allow:
              - style
        """
    );

    public static readonly DiagnosticRule InlineStyle = new(
        "KS315",
        Severity.Warning,
        "A style is blocked by the site's policy",
        "'style=' has no effect where the host sends the site's Content-Security-Policy. Use a class of the "
            + "theme, or allow 'style' in site.yaml.",
        """
        The policy allows only the theme's styles, so that no page can imitate another site. Only the first `style=` on
        a page is reported. Where you need them, allow them; the policy then allows them too:

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
        "An image from another site is blocked by the site's policy",
        "Images, video and sound from '{0}' are blocked by the site's Content-Security-Policy. Save the file "
            + "beside the page, or allow '{1} {0}' in site.yaml.",
        """
        A file from another site can change or vanish, and tells that site who reads the page. The policy therefore
        allows only the site's own files. It is reported once for each site that a page loads from. Where you want one,
        allow it; the policy then allows it too:

            allow:
              - img https://images.example
              - video https://videos.example
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule LearnMarkup = new(
        "KS318",
        Severity.Warning,
        "A line is Markdown of Microsoft Learn",
        "':::{0} …:::' is Markdown of Microsoft Learn, so the line is shown as text. Write it as plain "
            + "Markdown, here and further down.",
        """
        `:::image source="…" alt-text="…":::` is shown as an image. Of the other forms (`:::code …:::`, `:::row:::`) the
        line is shown as it was written. Each form is reported once on a page.
        """
    );

    public static readonly DiagnosticRule Mermaid = new(
        "KS319",
        Severity.Warning,
        "A Mermaid diagram is shown as code",
        "Mermaid diagrams are not drawn, so this one and any further down are shown as code. Draw it with a "
            + "'flow' or 'mapping' block, or add it as an image.",
        "Mermaid draws in the reader's browser, with a script that the site does not have. A `flow` block is "
            + "drawn when the site is built (docs/writing.md). Only the first one on a page is reported."
    );
}
