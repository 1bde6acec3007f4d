namespace KnowledgeSite.Diagnostics;

/// <summary>KS2xx: the YAML at the head of pages, in <c>site.yaml</c> and in <c>_folder.yaml</c>.</summary>
public static class FrontMatterRules
{
    public static readonly DiagnosticRule Unclosed = new(
        "KS201",
        Severity.Error,
        "Front matter is not closed",
        "The front matter begins here but no line '---' closes it. Put one after its last key.",
        """
        Front matter stands between two lines of three dashes:

            ---
            title: Scope
            ---

        Without the second one the lines that look like keys are taken as front matter and the rest as the page.
        """
    );

    public static readonly DiagnosticRule UnknownKey = new(
        "KS202",
        Severity.Warning,
        "A key is not known",
        "The key '{0}' is not known here, so it has no effect.{1}",
        "A key that is not known does nothing, which is seldom what its author wants. Mind the spelling; "
            + "capitals, `_` and `-` do not matter."
    );

    public static readonly DiagnosticRule Tab = new(
        "KS203",
        Severity.Error,
        "YAML is indented with a tab",
        "YAML does not allow a tab at the start of a line. Use spaces.",
        "Most editors can turn tabs into spaces for the whole file (in VS Code: “Convert Indentation to Spaces”)."
    );

    public static readonly DiagnosticRule Syntax = new(
        "KS204",
        Severity.Error,
        "YAML cannot be read",
        "This YAML cannot be read: {0}.{1}",
        """
        The most frequent causes: no space after the colon of a key (`title:Scope`), a colon inside a value without
        quotes (`title: Scope: what it means`), a quote that is not closed, a list item that is not indented like its
        neighbours. The page is built as if it had no front matter.
        """
    );

    public static readonly DiagnosticRule NotAMap = new(
        "KS205",
        Severity.Error,
        "YAML holds no keys",
        "Keys with values are expected here, such as 'title: Scope'.",
        "The YAML is one text or a list. Give each value its key."
    );

    public static readonly DiagnosticRule RepeatedKey = new(
        "KS206",
        Severity.Error,
        "A key stands twice",
        "The key '{0}' stands twice; the first one counts. Delete one of them.",
        "YAML does not say which of two equal keys counts, so tools differ. Keep one."
    );

    public static readonly DiagnosticRule WrongType = new(
        "KS207",
        Severity.Error,
        "A value has the wrong type",
        "'{0}' takes {1}, not {2}.",
        "The value is ignored. Write it as the message says."
    );

    public static readonly DiagnosticRule UnknownValue = new(
        "KS208",
        Severity.Error,
        "A value is not one of those possible",
        "'{0}' is not a value of '{1}', which takes one of: {2}.{3}",
        "The value is ignored. Take one from the list."
    );

    public static readonly DiagnosticRule UnknownTag = new(
        "KS210",
        Severity.Warning,
        "A tag is not among those of the site",
        "'{0}' is not among the tags in site.yaml.{1} Take one of them, or add it there.",
        """
        `tags:` in `site.yaml` lists the tags that pages may have, so that two words for one thing do not part its
        pages:

            tags: [ladder, staff, workshop]

        Without the list every tag may be used.
        """
    );

    public static readonly DiagnosticRule ReviewToCome = new(
        "KS211",
        Severity.Warning,
        "A review lies in the future",
        "The page cannot have been reviewed on {0}, which is still to come. Write the day on which somebody "
            + "last read all of it.",
        """
        `reviewed` is a day that has been; how long it holds is said by `review_in`. A day to come puts off the next
        review, and readers are told of one that nobody made. Tomorrow is let pass, since where the author lives it may
        have begun.
        """
    );

    public static readonly DiagnosticRule NotAList = new(
        "KS209",
        Severity.Error,
        "YAML holds no list of entries",
        "A list of entries is expected here, each a '- ' with keys and values, such as '- query: scope'.",
        "The file is a list: each entry begins with a hyphen and a blank, and its keys stand one below the other."
    );

    public static readonly DiagnosticRule Displaced = new(
        "KS212",
        Severity.Warning,
        "Front matter does not begin the file",
        "Front matter begins with '---' on the first line of a file; other tools show this one as text. {0}",
        """
        Only a first line of exactly three hyphens begins front matter everywhere. After a blank line or a space, with
        four hyphens or a dash (—), most tools take the keys for a heading and show them to readers. Here they are read,
        so that no reader sees them.
        """
    );

    public static readonly DiagnosticRule TomlSyntax = new(
        "KS213",
        Severity.Error,
        "TOML cannot be read",
        "This TOML cannot be read from here on, so none of its keys has an effect. Write 'key = \"text\"', "
            + "with quotes around text.",
        """
        Front matter between two lines `+++` is TOML, in which text is quoted:

            +++
            title = "Scope"
            tags = ["staff", "promotion"]
            +++

        The page is built as if it had no front matter.
        """
    );

    public static readonly DiagnosticRule MisspeltFactOfTerm = new(
        "KS214",
        Severity.Warning,
        "A line of a term is nearly a known one",
        "'{0}' has no meaning below a term, so the line is taken for its definition. Write '{1}'.",
        "Two lines say something about a term: `Also called:` names its synonyms, and `Not linked:` the "
            + "words that are never linked."
    );

    public static readonly DiagnosticRule OtherEnding = new(
        "KS215",
        Severity.Warning,
        "A settings file ends in .yml",
        "'{0}' is not read, since its name has another ending. Rename it to '{1}'.",
        "Settings are read from files that end in `.yaml` only."
    );

    public static readonly DiagnosticRule KeysOfOtherTools = new(
        "KS216",
        Severity.Warning,
        "Keys of other tools have no effect",
        "{0} no effect here.{1}",
        """
        Other tools know keys that this one does not. In a folder without a `site.yaml` each key is reported once for
        all pages, and in a site once for each page. Where this tool has a key for the same purpose, the message names
        it. The others can be deleted, or kept for the other tool with `KS216: off` under `rules:` in `site.yaml`.
        """
    );

    public static readonly DiagnosticRule NoKeys = new(
        "KS217",
        Severity.Warning,
        "Lines between '---' hold no keys",
        "The lines between the two '---' hold no keys, so readers see them as text. Write keys, such as "
            + "'title: Scope', or delete the two lines.",
        "Front matter is keys with values. A list or a text between two rules at the head of a page is part "
            + "of the page."
    );
}
