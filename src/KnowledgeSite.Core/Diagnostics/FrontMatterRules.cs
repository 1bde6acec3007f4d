namespace KnowledgeSite.Diagnostics;

/// <summary>KS2xx: the front matter of pages, and YAML in settings files.</summary>
internal static class FrontMatterRules
{
    public static readonly DiagnosticRule Unclosed = new(
        "KS201",
        Severity.Error,
        "Front matter is not closed",
        "The front matter has no closing line. Add a line '---' after its last key.",
        """
        Front matter is enclosed by two lines of three dashes:

            ---
            title: Scope
            ---

        Without the second line, all lines that look like keys are read as front matter, and the rest as the page.
        """
    );

    public static readonly DiagnosticRule UnknownKey = new(
        "KS202",
        Severity.Warning,
        "A key is unknown",
        "The key '{0}' is unknown here, so it has no effect.{1}",
        """
        Check the spelling. Upper and lower case, `_` and `-` make no difference: `reviewIn` is the same as `review_in`.
        """
    );

    public static readonly DiagnosticRule Tab = new(
        "KS203",
        Severity.Error,
        "YAML is indented with a tab",
        "YAML does not allow a tab at the start of a line. Use spaces.",
        """
        Most editors can convert tabs to spaces in the whole file. In Visual Studio Code, use the command "Convert
        Indentation to Spaces".
        """
    );

    public static readonly DiagnosticRule Syntax = new(
        "KS204",
        Severity.Error,
        "YAML cannot be read",
        "This YAML cannot be read: {0}.{1}",
        """
        The most frequent causes are:

        - no space after the colon of a key: `title:Scope`
        - a colon inside a value without quotes: `title: Scope: what it means`
        - a quote that is not closed
        - a list item that is indented differently from the others

        The page is built as if it had no front matter.
        """
    );

    public static readonly DiagnosticRule NotAMap = new(
        "KS205",
        Severity.Error,
        "YAML contains no keys",
        "This YAML contains no keys. Write keys with values, such as 'title: Scope'.",
        "The YAML is a single text or a list. Write a key before each value."
    );

    public static readonly DiagnosticRule RepeatedKey = new(
        "KS206",
        Severity.Error,
        "A key is used twice",
        "The key '{0}' is used twice, and only the first one counts. Delete one of them.",
        "YAML does not define which of two equal keys counts, so tools differ."
    );

    public static readonly DiagnosticRule WrongType = new(
        "KS207",
        Severity.Error,
        "A value has the wrong type",
        "'{0}' must be {1}, not {2}.",
        "The value is ignored. Write a value of the type that the message names."
    );

    public static readonly DiagnosticRule UnknownValue = new(
        "KS208",
        Severity.Error,
        "A value is not allowed",
        "'{0}' is not a value of '{1}'. Use one of: {2}.{3}",
        "The value is ignored. Use one of the values that the message lists."
    );

    public static readonly DiagnosticRule UnknownTag = new(
        "KS210",
        Severity.Warning,
        "A tag is not listed in site.yaml",
        "The tag '{0}' is not listed in site.yaml.{1} Use a listed tag, or add this one to the list.",
        """
        `tags:` in `site.yaml` lists the tags that pages may use, so that authors do not use two words for one thing:

            tags: [ladder, staff, workshop]

        Without this list, pages may use any tag.
        """
    );

    public static readonly DiagnosticRule ReviewDateInFuture = new(
        "KS211",
        Severity.Warning,
        "A review date is in the future",
        "The review date {0} is in the future. Write the date of the last review.",
        """
        `reviewed` is the date of the last review of the whole page. To set when the next review is due, use
        `review_in`. A future date would postpone the next review. The date of tomorrow is accepted because of time
        zones.
        """
    );

    public static readonly DiagnosticRule NotAList = new(
        "KS209",
        Severity.Error,
        "YAML contains no list of entries",
        "The file must be a list of entries with keys. Begin each entry with '- ', such as '- query: scope'.",
        """
        Each entry begins with a hyphen and a space. Its other keys are on lines of their own, with the same indentation
        as the first key:

            - query: scope
              expect: ladders/scope.md
        """
    );

    public static readonly DiagnosticRule NotAtStart = new(
        "KS212",
        Severity.Warning,
        "Front matter is not at the start of the file",
        "Front matter must begin with '---' on the first line, or other tools show it as text. {0}",
        """
        Most tools read front matter only if the first line is exactly three hyphens. After an empty line or a space, or
        with four hyphens or a dash (—), they show the keys to readers as a heading. This tool reads the keys all the
        same.
        """
    );

    public static readonly DiagnosticRule TomlSyntax = new(
        "KS213",
        Severity.Error,
        "TOML cannot be read",
        "The TOML front matter is invalid here, so none of its keys is used. Put quotes around text: 'key = "
            + "\"text\"'.",
        """
        Front matter between two lines `+++` is TOML. In TOML, text is quoted:

            +++
            title = "Scope"
            tags = ["staff", "promotion"]
            +++

        The page is built as if it had no front matter.
        """
    );

    public static readonly DiagnosticRule MisspeltTermLabel = new(
        "KS214",
        Severity.Warning,
        "The label of a line in the glossary is misspelt",
        "'{0}' is not a label, so this line is shown as text. Write '{1}'.",
        """
        A term can have two labelled lines: `Also called:` lists its synonyms, and `Not linked:` lists words that are
        never linked to it.
        """
    );

    public static readonly DiagnosticRule YmlExtension = new(
        "KS215",
        Severity.Warning,
        "A settings file ends in .yml",
        "'{0}' is not read, because settings files end in '.yaml'. Rename it to '{1}'.",
        "Settings are read only from files with the extension `.yaml`."
    );

    public static readonly DiagnosticRule KeysOfOtherTools = new(
        "KS216",
        Severity.Warning,
        "Keys of other tools have no effect",
        "{0} no effect here.{1}",
        """
        Other tools have keys that this tool does not have. If this tool has a key for the same purpose, the message
        names it. Delete the others, or keep them for the other tool and set `KS216: off` under `rules:` in `site.yaml`.

        In a folder without `site.yaml`, each key is reported once for all pages; in a site, once for each page.
        """
    );

    public static readonly DiagnosticRule NoKeys = new(
        "KS217",
        Severity.Warning,
        "Lines between '---' contain no keys",
        "The lines between the two '---' contain no keys, so readers see them as text. Write keys, such as 'title: "
            + "Scope', or delete the two lines.",
        """
        Front matter consists of keys with values. A list or a text between two lines `---` at the top of a page is
        shown as part of the page.
        """
    );

    public static readonly DiagnosticRule UnusedAnchor = new(
        "KS218",
        Severity.Warning,
        "A word is read as a YAML anchor",
        "YAML reads '&{0}' as the name of a value, so readers do not see it. Put quotes around the whole value, or "
            + "delete the name, since nothing refers to it.",
        """
        In YAML, `&` before a value gives it a name that `*` refers to: `title: &Guide First steps` is only "First
        steps". Quotes keep the text: `title: "&Guide First steps"`.
        """
    );

    public static readonly DiagnosticRule LanguageWithoutStrings = new(
        "KS219",
        Severity.Warning,
        "The site's language has no strings",
        "The tool has no strings in the language '{0}', so buttons and headings are in English. It has: {1}. Use one "
            + "of them, or write the strings in 'strings.yaml' and set 'KS219: off' under 'rules:'.",
        """
        `language` in `site.yaml` is the language of the pages. It also decides the language of everything that the
        tool writes itself: buttons, headings of generated pages, dates. A region has the strings of its language:
        `de-AT` has those of `de`.
        """
    );

    public static readonly DiagnosticRule WrongParameters = new(
        "KS220",
        Severity.Error,
        "A string has the wrong parameters",
        "The string '{0}' must contain {1}, and it contains {2}.",
        """
        A name in braces, such as `{level}`, is replaced by a text when the page is built. A string of your own in
        `strings.yaml` must contain the same names as the string of the tool, each at least once and in any order. It is
        ignored otherwise.
        """
    );
}
