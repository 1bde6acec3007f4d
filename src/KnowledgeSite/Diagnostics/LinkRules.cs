namespace KnowledgeSite.Diagnostics;

/// <summary>KS4xx: links, and addresses that collide.</summary>
public static class LinkRules
{
    public static readonly DiagnosticRule PageMissing = new(
        "KS401",
        Severity.Error,
        "A link matches no page",
        "Link to '{0}' matches no page.{1}",
        """
        Links name the Markdown file relative to the page (`../staff/index.md`), from the input folder
        (`/staff/index.md`), as a wikilink (`[[staff/two-currencies]]`) or by a page's own name (`xref:two-currencies`).
        The page may have been moved, renamed or deleted.
        """
    );

    public static readonly DiagnosticRule FragmentMissing = new(
        "KS402",
        Severity.Error,
        "A link matches no heading",
        "{0} has no heading or element '#{1}'.{2}",
        """
        Headings get their ids from their text, as on GitHub: lower case, `-` for blanks, punctuation left out. A
        heading that was reworded has a new id. Freeze an id by writing it: `## What is expected {#expected}`.
        """
    );

    public static readonly DiagnosticRule FileMissing = new(
        "KS403",
        Severity.Error,
        "An image or file is missing",
        "There is no file '{0}'.{1}",
        "The image or download that the page refers to is not in the input folder. Mind capitals: "
            + "`Chart.png` and `chart.png` differ on most servers."
    );

    public static readonly DiagnosticRule XrefMissing = new(
        "KS404",
        Severity.Error,
        "An xref names no page",
        "No page has the xref '{0}'.{1}",
        "A page takes a name that stays when it moves with `xref: name` in its front matter; links then say "
            + "`xref:name`."
    );

    public static readonly DiagnosticRule Ambiguous = new(
        "KS405",
        Severity.Warning,
        "A wikilink matches more than one page or file",
        "'{0}' matches more than one {1}: {2}. '{3}' is taken; write more of the path to choose another.",
        """
        A wikilink may be as short as a file's name while only one page has it. Of names that differ in capitals only,
        the one in the same capitals is taken without a message. An image is found by its name anywhere in the input
        folder, the nearest first.
        """
    );

    public static readonly DiagnosticRule WrongCase = new(
        "KS406",
        Severity.Warning,
        "A link differs from its file in capitals",
        "Link to '{0}' matches '{1}' only without regard to capitals. Write it as the file is named.",
        "It works on Windows and macOS and breaks elsewhere. Here it is mended, but the Markdown is wrong in "
            + "an editor on Linux and on GitHub."
    );

    public static readonly DiagnosticRule LeavesInput = new(
        "KS407",
        Severity.Error,
        "A link leads out of the input folder",
        "Link to '{0}' leads out of the input folder, so readers cannot follow it. Link to its address on "
            + "the web, or move the file in.",
        "Only what lies in the input folder becomes part of the site. A path on the author's own computer "
            + "(`file:///srv/plan.docx`, `C:/plans/plan.docx`) means nothing to readers."
    );

    public static readonly DiagnosticRule TargetExcluded = new(
        "KS408",
        Severity.Error,
        "A link leads to a page that is left out",
        "Link to '{0}' leads to '{1}', which is not published: {2}.",
        "The page is there but is excluded, not yet published, could not be read, or begins with `_`."
    );

    public static readonly DiagnosticRule Misspelt = new(
        "KS409",
        Severity.Warning,
        "An address on the web is misspelt",
        "'{0}' is no address on the web. Write '{1}', if that is meant.",
        """
        An address on another site begins with `https://` or `http://`. With one slash (`https:/example.com`) browsers
        may look for the page on this site; what begins in another way (`htp://`) they do not open at all. No address on
        another site is asked whether it answers.
        """
    );

    public static readonly DiagnosticRule SameAddress = new(
        "KS411",
        Severity.Error,
        "Two pages have one address",
        "This page and {0} both have the address {1}; the other one is built. Rename one of them.",
        """
        Addresses are lower case, and `README.md`, `index.md` and a page beside the folder that has its name are all the
        folder's page. Two files can so come to one address; only the first is built.
        """
    );

    public static readonly DiagnosticRule FolderAddressTaken = new(
        "KS415",
        Severity.Error,
        "A folder has the address of a page that is made",
        "The folder '{0}' has the address {1}, and so has a page made from '{2}', which is built; no page "
            + "lists what lies in the folder. Rename the folder.",
        """
        Sheets, packs, matrices and comparisons stand at addresses below the page they are made from. A folder with the
        same address would lose its own page, and readers would find something else in its place.
        """
    );

    public static readonly DiagnosticRule FileAddressTaken = new(
        "KS430",
        Severity.Error,
        "A file has the address of one of the site's own files",
        "'{0}' would replace the site's own file at {1} ({2}), so it is published at another address. Rename the file.",
        """
        A build generates files of its own, such as `/sw.js`, `/search/search.js`, `/robots.txt`, `/_headers` and the
        exports of a ladder. A file of the input never takes their place: it is published below `/assets/`, where links
        to it lead.

        Some files of a host have to have their own address. Name them in full in `site.yaml`, and they are published as
        they are:

            files:
              - CNAME
              - robots.txt
              - .well-known/security.txt

        This replaces `robots.txt`, `manifest.webmanifest` and the icons (`icon.svg`, `icon-180.png` and so on). Nothing
        replaces the search, the service worker, `_headers`, `_redirects`, `_nginx.conf` or what lies in `/api/`,
        `/assets/`, `/handouts/` and `/search/`.
        """
    );

    public static readonly DiagnosticRule ActiveFile = new(
        "KS431",
        Severity.Warning,
        "A file would run in readers' browsers",
        "'{0}' would run as a part of the site, so it is published as '{1}'. Where it should run, add 'file "
            + "{0}' to 'allow:' in site.yaml.",
        """
        A script, a style sheet or a compiled program that lies on the site has the rights of the site itself. It is
        therefore published under a harmless type: text as `.txt`, so that readers can read and save it, anything else
        as `.bin`.

        Where the file is meant to run, allow it by its path, or several by a pattern:

            allow:
              - file tools/calculator.js

        HTML, SVG and XML files are examined instead: they are published unless they hold code (KS302).
        """
    );

    public static readonly DiagnosticRule OutputCollision = new(
        "KS432",
        Severity.Error,
        "Two files of the site have one address",
        "{0} and {1} both have the address {2}; the first of them is written. Rename one of them.",
        """
        Addresses are compared without regard to capitals and to the way accents are encoded, since some hosts and disks
        do not tell them apart. Files that the build generates come before files of the input.
        """
    );

    public static readonly DiagnosticRule SameXref = new(
        "KS412",
        Severity.Error,
        "Two pages have one xref",
        "{0} has the xref '{1}' already, and links lead there. Give this page another.",
        "An `xref` names one page: links to it lead to the first page that has it."
    );

    public static readonly DiagnosticRule SameNameInUnicode = new(
        "KS417",
        Severity.Error,
        "Two files have one name in two spellings",
        "Another file in this folder has the same name with its accents encoded differently, and only one of "
            + "the two is read. Rename or delete one.",
        """
        Unicode can write `é` as one character or as `e` with an accent after it. To readers, editors and links both are
        one name. The usual cause is a copy between macOS and another system.
        """
    )
    {
        AlwaysError = true,
    };

    public static readonly DiagnosticRule RedirectToItself = new(
        "KS418",
        Severity.Warning,
        "A redirect begins at the page's own address",
        "This page already has the address '{0}'. Delete it from 'redirect_from'.",
        "`redirect_from` lists the former addresses of a page. Its present address needs no redirect, so the "
            + "entry has no effect."
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule RedirectTaken = new(
        "KS413",
        Severity.Error,
        "A redirect begins at an address in use",
        "'{0}' cannot lead here: {1} has that address.",
        """
        An old address under `redirect_from` must not be the address of a page or of a file that the site makes
        (`/search/`, `/sw.js`), nor stand in two pages. Addresses that differ in capitals only are one folder on Windows
        and macOS, so they count as the same.
        """
    );

    public static readonly DiagnosticRule RedirectInvalid = new(
        "KS414",
        Severity.Error,
        "A redirect is no address of this site",
        "'{0}' is no address on this site. Write it as it stood in the browser, from the first '/': /old/page/.",
        "`RedirectFrom` takes addresses below the site's root, without host, query or fragment."
    );
}
