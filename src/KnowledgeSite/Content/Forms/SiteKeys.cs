namespace KnowledgeSite.Content.Forms;

/// <summary><c>site.yaml</c>.</summary>
internal static class SiteKeys
{
    public const string LanguagePattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

    public static readonly Key<Located<string>?> Title = Key.Text("title", "The name of the site.");
    public static readonly Key<Located<string>?> Description = Key.Text(
        "description",
        "One sentence that says what the site is for. Search engines and feeds show it."
    );
    public static readonly Key<Located<string>?> Language = Key.Text(
        "language",
        "The language of the pages, such as en or en-GB. It decides at which side lines begin and how dates "
            + "are written: 29 November 2026, or November 29, 2026 in en-US.",
        YamlType.AnyText with
        {
            Pattern = LanguagePattern,
        }
    );
    public static readonly Key<Located<string>?> BaseUrl = Key.Text(
        "base_url",
        "Where the site will live, such as https://kb.example/ or https://example.org/kb/.",
        YamlType.AnyText with
        {
            Pattern = @"^[hH][tT][tT][pP][sS]?://[^\s?#]+$",
        }
    );
    public static readonly Key<bool?> Public = Key.Boolean(
        "public",
        "True where search engines may list the site. Left out, they are asked not to."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Tags = Key.Texts(
        "tags",
        "The tags that pages may have. Left out, they may have any."
    );
    public static readonly Key<IReadOnlyList<(Located<string> Key, string Text)>> Owners = Key.TextMap(
        "owners",
        "Each owner of pages with the handle that CODEOWNERS knows: 'Data Science Leads: \"@acme/data-science-leads\"'."
    );
    public static readonly Key<Located<string>?> Maintainers = Key.Text(
        "maintainers",
        "Who is asked about settings, theme, sources and workflows: one of the owners, or handles as "
            + "CODEOWNERS writes them."
    );
    public static readonly Key<Located<string>?> Repository = Key.Text(
        "repository",
        "Where the pages' sources are kept, such as https://github.com/acme/knowledge. Pages then lead to "
            + "where they are edited.",
        YamlType.AnyText with
        {
            Pattern = "^[hH][tT][tT][pP][sS]?://",
        }
    );
    public static readonly Key<Located<string>?> Branch = Key.Text(
        "branch",
        "The branch that changes are proposed to; main where nobody says."
    );
    public static readonly Key<bool?> History = Key.Boolean(
        "history",
        "False where pages do not say when they were changed."
    );
    public static readonly Key<bool?> Authors = Key.Boolean(
        "authors",
        "True where pages and the feed name the people who changed them, as git knows them."
    );
    public static readonly Key<bool?> Cards = Key.Boolean(
        "cards",
        "True where each page gets a picture with its title, which is shown where somebody shares its "
            + "address. It needs base_url."
    );
    public static readonly Key<bool?> Offline = Key.Boolean(
        "offline",
        "True where readers may keep a copy of the site on their device and read it without a network."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Files = Key.Texts(
        "files",
        "Patterns of files to publish although no page refers to them, such as downloads/**. A file that is "
            + "named in full keeps its address, such as CNAME."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Allow = Key.Texts(
        "allow",
        "What authors may write although a browser runs it ('iframe https://video.example', 'file "
            + "tools/*.js'), or a rule about the health of the knowledge with paths and a reason ('KS756 print/* "
            + "For the printer')."
    );
    public static readonly Key<MapReader?> Rules = Key.Map(
        "rules",
        "Another severity for a rule, by its id: 'KS401: error'.",
        SeverityKeys.Form
    );

    public static readonly YamlForm Form = new(
        "Settings of the site",
        Title,
        Description,
        Language,
        BaseUrl,
        Public,
        Tags,
        Owners,
        Maintainers,
        Repository,
        Branch,
        History,
        Authors,
        Cards,
        Offline,
        Files,
        Allow,
        Rules
    );
}
