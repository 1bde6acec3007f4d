namespace KnowledgeSite.Diagnostics;

/// <summary>KS4xx: links, redirects, and files with the same URL.</summary>
internal static class LinkRules
{
    public static readonly DiagnosticRule PageMissing = new(
        "KS401",
        Severity.Error,
        "A link matches no page",
        "Link to '{0}' matches no page.{1}",
        """
        A link can name a page in four ways:

        - a path from this page: `../staff/index.md`
        - a path from the input folder: `/staff/index.md`
        - a wikilink: `[[staff/two-currencies]]`
        - the page's own name: `xref:two-currencies`

        The page may have been moved, renamed or deleted.
        """
    )
    {
        HasOneCause = true,
    };

    public static readonly DiagnosticRule FragmentMissing = new(
        "KS402",
        Severity.Error,
        "A link matches no heading",
        "{0} has no heading or element '#{1}'.{2}",
        """
        The id of a heading comes from its text, as on GitHub: in lower case, with `-` for spaces and without
        punctuation. If the text changes, the id changes too. To keep an id, write it: `## What is expected
        {#expected}`.
        """
    );

    public static readonly DiagnosticRule FileMissing = new(
        "KS403",
        Severity.Error,
        "An image or file is missing",
        "There is no file '{0}'.{1}",
        """
        The file is not in the input folder. Check upper and lower case: on most servers, `Chart.png` and `chart.png`
        are different files.
        """
    )
    {
        HasOneCause = true,
    };

    public static readonly DiagnosticRule XrefMissing = new(
        "KS404",
        Severity.Error,
        "An xref matches no page",
        "No page has the xref '{0}'.{1}",
        """
        A page gets a permanent name with `xref: name` in its front matter. Links with `xref:name` still work when the
        page is moved.
        """
    )
    {
        HasOneCause = true,
    };

    public static readonly DiagnosticRule Ambiguous = new(
        "KS405",
        Severity.Warning,
        "A wikilink matches more than one page or file",
        "'{0}' matches more than one {1}: {2}. '{3}' is used; write more of the path to choose another one.",
        """
        A wikilink can be a file name alone if only one page has that name. If names differ only in upper and lower
        case, an exact match is used without a message. An image is found by name in the whole input folder; the nearest
        one is used.
        """
    )
    {
        HasOneCause = true,
    };

    public static readonly DiagnosticRule WrongCase = new(
        "KS406",
        Severity.Warning,
        "A link differs from the file name in upper and lower case",
        "Link to '{0}' matches '{1}' except for upper and lower case. Write the name of the file exactly.",
        "The link is corrected on the site. On GitHub and in an editor on Linux it is broken."
    );

    public static readonly DiagnosticRule LeavesInput = new(
        "KS407",
        Severity.Error,
        "A link leads out of the input folder",
        "Link to '{0}' leads out of the input folder, so readers cannot follow it. Link to its URL on the web, or "
            + "move the file into the input folder.",
        """
        Only files in the input folder become part of the site. Readers cannot open a path on your computer, such as
        `file:///srv/plan.docx` or `C:/plans/plan.docx`.
        """
    );

    public static readonly DiagnosticRule TargetExcluded = new(
        "KS408",
        Severity.Error,
        "A link leads to a page that is not published",
        "Link to '{0}' leads to '{1}', which is not published: {2}. Remove the link, or publish the page.",
        """
        The file exists, but it is a draft, is excluded, has a publication date in the future, cannot be read, or its
        name begins with `_`.
        """
    );

    public static readonly DiagnosticRule MisspeltUrl = new(
        "KS409",
        Severity.Warning,
        "A URL is misspelt",
        "'{0}' is not a valid URL. Write '{1}' if that is what you mean.",
        """
        A URL on another site begins with `https://` or `http://`. With one slash (`https:/example.com`), browsers look
        for the page on this site; with an unknown scheme (`htp://`), they open nothing. This tool does not check
        whether other sites answer.
        """
    );

    public static readonly DiagnosticRule SameAddress = new(
        "KS411",
        Severity.Error,
        "Two pages have the same URL",
        "This page and {0} both have the URL {1}, and only the other one is built. Rename one of them.",
        """
        URLs are in lower case. `README.md`, `index.md` and a page beside the folder with the same name all become the
        page of the folder. Of pages with the same URL, only the first one is built.
        """
    );

    public static readonly DiagnosticRule FolderAddressTaken = new(
        "KS415",
        Severity.Error,
        "A folder has the URL of a generated page",
        "Folder '{0}' and a page generated from '{2}' both have the URL {1}, so the folder has no index page. Rename "
            + "the folder.",
        """
        Participant sheets, packs, matrices and comparisons have URLs below the page that they are generated from. The
        generated page is built, so readers would find it in place of the folder's page.
        """
    );

    public static readonly DiagnosticRule FileAddressTaken = new(
        "KS430",
        Severity.Error,
        "A file would replace a file of the site",
        "'{0}' would replace the site's own file {1} ({2}), so it is published at another URL. Rename the file.",
        """
        A build generates files such as `/sw.js`, `/search/search.js`, `/robots.txt`, `/_headers` and the exports of a
        ladder. A file in the input folder never replaces them: it is published below `/assets/`, and links to it lead
        there.

        If a file needs its own URL, name its full path in `site.yaml`:

            files:
              - CNAME
              - robots.txt
              - .well-known/security.txt

        This can replace `robots.txt`, `manifest.webmanifest` and the icons (`icon.svg`, `icon-180.png` and so on).
        Nothing can replace the search, the service worker, `_headers`, `_redirects`, `_nginx.conf`, or files in
        `/api/`, `/assets/`, `/handouts/` and `/search/`.
        """
    );

    public static readonly DiagnosticRule ActiveFile = new(
        "KS431",
        Severity.Warning,
        "A file would run in readers' browsers",
        "'{0}' would run as part of the site, so it is published as {1}. To let it run, add 'file {0}' to 'allow:' "
            + "in site.yaml.",
        """
        A script, a style sheet or a compiled program on the site has the same rights as the site itself. It is
        therefore published as a type that browsers do not run: text as `.txt`, which readers can read and save, and
        anything else as `.bin`.

        To let files run, allow them by path or by pattern:

            allow:
              - file tools/calculator.js

        HTML, SVG and XML files are checked instead: they are published unless they contain code (KS302).
        """
    );

    public static readonly DiagnosticRule OutputCollision = new(
        "KS432",
        Severity.Error,
        "Two files of the site have the same URL",
        "{0} and {1} both have the URL {2}, and only the first one is written. Rename one of them.",
        """
        URLs that differ only in upper and lower case or in the encoding of accents count as the same, because some
        hosts and disks do not tell them apart. Generated files come before files of the input folder.
        """
    );

    public static readonly DiagnosticRule SameXref = new(
        "KS412",
        Severity.Error,
        "Two pages have the same xref",
        "{0} already has the xref '{1}', so links lead there. Give this page another one.",
        "An `xref` identifies one page. Links to it lead to the first page that has it."
    );

    public static readonly DiagnosticRule SameNameInUnicode = new(
        "KS417",
        Severity.Error,
        "Two file names differ only in their Unicode encoding",
        "Another file in this folder has the same name with its accents encoded differently, and only one of the two "
            + "is read. Rename or delete one of them.",
        """
        Unicode can encode `é` as one character, or as `e` followed by an accent. Readers, editors and links cannot tell
        the two apart. The usual cause is a copy between macOS and another system.
        """
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule RedirectToItself = new(
        "KS418",
        Severity.Warning,
        "A redirect starts from the page's own URL",
        "This page already has the URL '{0}'. Delete it from 'redirect_from'.",
        "`redirect_from` lists the former URLs of a page. Its current URL needs no redirect."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule RedirectTaken = new(
        "KS413",
        Severity.Error,
        "A redirect starts from a URL that is in use",
        "'{0}' cannot redirect to this page: {1} has that URL. Remove this redirect.",
        """
        A URL under `redirect_from` must not be the URL of a page or of a file that the build generates (`/search/`,
        `/sw.js`), and only one page may list it. URLs that differ only in upper and lower case count as the same,
        because they are one folder on Windows and macOS.
        """
    );

    public static readonly DiagnosticRule RedirectInvalid = new(
        "KS414",
        Severity.Error,
        "A redirect does not start from a URL of this site",
        "'{0}' is not a URL on this site. Write its path from the first '/', such as '/old/page/'.",
        "`redirect_from` takes the path of a URL, without host, query and fragment."
    );
}

/// <summary>KS48x: text of one page that is included in another.</summary>
internal static class IncludeRules
{
    public static readonly DiagnosticRule IncludeCycle = new(
        "KS481",
        Severity.Error,
        "Included text includes itself",
        "This include leads back to itself: {0}. A link is shown instead. Remove one of the includes.",
        """
        Text that includes itself would never end. Include a section (`![[page#section]]`) without the other include, or
        link to the page.
        """
    );

    public static readonly DiagnosticRule TooManyIncludes = new(
        "KS491",
        Severity.Warning,
        "A page has too many includes",
        "A page shows at most {0} includes, nested ones included. This include or one inside it is beyond the limit, "
            + "so it and all later ones are shown as links. Split the page, or link to some of the pages.",
        """
        Included text can include further text, so a few lines could otherwise grow without a limit.
        """
    );

    public static readonly DiagnosticRule NotIncludable = new(
        "KS482",
        Severity.Warning,
        "An include is neither text nor an image",
        "'{0}' is neither a page with text nor an image, so a link is shown. Include a page, a section or an image.",
        """
        You can include a page, a section of a page (`![[staff/two-currencies#velocity]]`) or an image
        (`![[chart.png]]`). HTML inside the included text must be simple: paragraphs, lists, tables and emphasis.
        """
    );
}
