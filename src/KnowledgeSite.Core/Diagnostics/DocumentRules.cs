namespace KnowledgeSite.Diagnostics;

/// <summary>
/// KS56x, KS570 and KS580 to KS582: templates of documents, and the documents that are made from them.
/// </summary>
internal static class DocumentRules
{
    public static readonly DiagnosticRule NoSubject = new(
        "KS561",
        Severity.Error,
        "A template does not say what its documents are made for",
        "The template has no 'for:'. Write 'for: levels', 'for: steps' or 'for: roles'.",
        """
        A template makes one document for each level of a ladder, for each step from a level to the next, or for each
        role. Without `for:` it makes none.
        """
    );

    public static readonly DiagnosticRule Unreadable = new(
        "KS562",
        Severity.Error,
        "A template cannot be read",
        "{0}",
        """
        Placeholders have the form `{{ level.title }}`. Loops begin with `{% for … %}` and end with `{% endfor %}`,
        conditions begin with `{% if … %}` and end with `{% endif %}`. As long as a template cannot be read, it makes
        no documents. To show braces as they are, write them between `{% raw %}` and `{% endraw %}`.
        """
    );

    public static readonly DiagnosticRule UnknownName = new(
        "KS563",
        Severity.Error,
        "A template uses an unknown name",
        "{0}",
        """
        [Writing pages](../writing.md#documents) lists the names that a template can use: those of the level, of its
        dimensions, of the step or of the role. A template with an unknown name makes no documents.
        """
    );

    public static readonly DiagnosticRule UnknownId = new(
        "KS564",
        Severity.Error,
        "A template compares with an unknown id",
        "'{0}' is not {1}, so this comparison is never true.{2}",
        """
        Ids of levels and dimensions are those in `ladder.yaml`; a track is `shared`, `individual` or `manager`. Only
        the ladders that the template is made for count.
        """
    );

    public static readonly DiagnosticRule EmptyValue = new(
        "KS565",
        Severity.Warning,
        "A placeholder is empty in some documents",
        "'{0}' is empty in {1}. Put it into '{{% if {2} %}}', or write '{{{{ {2} | default: \"…\" }}}}'.",
        """
        The document would have a gap, such as a label without a value. A condition leaves the part out, and `default`
        writes other words.
        """
    );

    public static readonly DiagnosticRule NoDocument = new(
        "KS566",
        Severity.Warning,
        "A template makes no document",
        "The template makes no document, because {0}.",
        "Change `for`, `ladders`, `tracks` or `levels`, or mark the template as a draft until there is something "
            + "for it."
    );

    public static readonly DiagnosticRule TooLong = new(
        "KS567",
        Severity.Error,
        "A document is too long",
        "The loops of this template make a document of more than {0}. Put fewer loops into each other.",
        """
        A loop within a loop repeats its text for each pair. The limit keeps a template with a mistake from filling
        the disk; the longest document that people can use is far below it.
        """
    );

    public static readonly DiagnosticRule UnknownLevel = new(
        "KS569",
        Severity.Error,
        "A template names an unknown level",
        "No ladder of this template has the level '{0}'.{1}",
        "`levels:` limits a template to levels by their ids, which are those in `ladder.yaml`."
    );

    public static readonly DiagnosticRule UnknownTrack = new(
        "KS570",
        Severity.Error,
        "A template names an unknown track",
        "'{0}' is not a track of levels.{1}",
        "`tracks:` limits a template to levels of the tracks `shared`, `individual` and `manager`."
    );

    public static readonly DiagnosticRule NotFilledIn = new(
        "KS580",
        Severity.Warning,
        "A placeholder is in a key where it is not replaced",
        "'{0}:' describes the template itself, so '{1}' is not replaced there. {2}",
        """
        Placeholders are replaced in the text of a template, in its `document_title` and in its `document_description`.
        Other keys, such as `title` and `description`, describe its own page, which lists the documents.
        """
    );

    public static readonly DiagnosticRule SameTitle = new(
        "KS582",
        Severity.Warning,
        "Documents have the same title",
        "The documents for '{0}' and '{1}' have the same title '{2}', so readers cannot tell them apart. "
            + "Write what each is made for into 'document_title:', such as '{{{{ {3} }}}}'.",
        """
        The title is the heading of the document. Lists, the search, the footer of printed pages and browser tabs
        show it. Documents of different ladders may have the same title.
        """
    );

    public static readonly DiagnosticRule RoleWithoutDocument = new(
        "KS581",
        Severity.Info,
        "A role gets no document",
        "No document is made for this role, because it has no 'ladder:' and 'requires:'. Add them, so "
            + "that it gets '{0}'.",
        """
        A document of a role is made from the ladder of the role and from the cells that it requires. A role without
        them has a page only.
        """
    )
    {
        OnlyPrepared = true,
    };

    public static readonly DiagnosticRule SameDocument = new(
        "KS568",
        Severity.Error,
        "Two documents have the same address",
        "The documents for {0} and for {1} have the same address '{2}', so the second is left out. Rename one of them, "
            + "or limit the template with 'ladders:'.",
        """
        The address of a document ends with the id of its level or step, or with the last part of the address of its
        role.
        """
    );
}
