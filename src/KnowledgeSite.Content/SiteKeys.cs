using KnowledgeSite.Content.Notebooks;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>The keys of <c>site.yaml</c>.</summary>
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
        "The language of the pages and of the site around them: de, en, es, fr, ja or pt-BR, or one of them with a "
            + "region, such as en-GB or de-AT. It also decides the writing direction and the format of dates.",
        YamlType.AnyText with
        {
            Pattern = LanguagePattern,
        }
    );
    public static readonly Key<Located<string>?> BaseUrl = Key.Text(
        "base_url",
        "The URL of the published site, such as https://kb.example/ or https://example.org/kb/.",
        YamlType.AnyText with
        {
            Pattern = @"^[hH][tT][tT][pP][sS]?://[^\s?#]+$",
        }
    );
    public static readonly Key<bool?> Public = Key.Boolean(
        "public",
        "True if search engines may list the site. By default, they are asked not to."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Tags = Key.Texts(
        "tags",
        "The tags that pages may have. Default: any."
    );
    public static readonly Key<IReadOnlyList<(Located<string> Key, string Text)>> Owners = Key.TextMap(
        "owners",
        "The owners of pages, each with a handle for CODEOWNERS: 'Data Science Leads: \"@acme/data-science-leads\"'."
    );
    public static readonly Key<IReadOnlyList<(Located<string> Key, string Text)>> Contact = Key.TextMap(
        "contact",
        "How readers reach each owner: a mail address, or the URL of a chat or a page, such as "
            + "'Data Science Leads: data-science@acme.example'."
    );
    public static readonly Key<Located<string>?> Maintainers = Key.Text(
        "maintainers",
        "Who reviews changes to settings, theme, sources and workflows: one of the owners, or handles as in "
            + "CODEOWNERS."
    );
    public static readonly Key<Located<string>?> Repository = Key.Text(
        "repository",
        "The repository of the pages, such as https://github.com/acme/knowledge. Each page then has a link to edit it.",
        YamlType.AnyText with
        {
            Pattern = "^[hH][tT][tT][pP][sS]?://",
        }
    );
    public static readonly Key<Located<string>?> Branch = Key.Text(
        "branch",
        "The branch to which changes are proposed. Default: main."
    );
    public static readonly Key<bool?> History = Key.Boolean(
        "history",
        "False to show no date of the last change on pages."
    );
    public static readonly Key<bool?> Authors = Key.Boolean(
        "authors",
        "True to name the people who changed a page, from git, on the page and in the feed."
    );
    public static readonly Key<bool?> Cards = Key.Boolean(
        "cards",
        "True to create an image with the title of each page, which chats and social media show with a link to it. "
            + "Needs base_url."
    );
    public static readonly Key<bool?> Typography = Key.Boolean(
        "typography",
        "True to replace -- with an en dash, --- with an em dash and ... with an ellipsis in text."
    );
    public static readonly Key<bool?> Offline = Key.Boolean(
        "offline",
        "True to let readers save the site on their device for offline reading."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Files = Key.Texts(
        "files",
        "Files to publish although no page refers to them, as patterns such as downloads/**. A file with its full "
            + "path, such as CNAME, keeps its URL."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Allow = Key.Texts(
        "allow",
        "Content to allow although browsers run it ('iframe https://video.example', 'file tools/*.js'), or a rule "
            + "about the health of the content with paths and a reason ('KS756 print/* For the printer')."
    );

    public static readonly Key<IReadOnlyList<(Located<string> Key, string Text)>> Macros = Key.TextMap(
        "macros",
        "Commands for formulas, each with the TeX that it stands for: \"R: '\\mathbb{R}'\". #1 to #9 are its arguments."
    );
    public static readonly YamlForm MathForm = new("Formulas", Macros);
    public static readonly Key<MapReader?> Math = Key.Map("math", "Settings of formulas.", MathForm);

    /// <summary>The keys under <c>rules:</c>: the id of each rule, with a severity.</summary>
    public static readonly IReadOnlyList<Key<Severity?>> Severities =
    [
        .. RuleCatalogue.All.Select(r => Key.Choice<Severity>(r.Id, r.Title + ".")),
    ];
    public static readonly YamlForm SeverityForm = new("Severities of rules", [.. Severities]);
    public static readonly Key<MapReader?> Rules = Key.Map(
        "rules",
        "Severities of rules that differ from the default: 'KS401: error'.",
        SeverityForm
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
        Contact,
        Maintainers,
        Repository,
        Branch,
        History,
        Authors,
        Cards,
        Offline,
        Typography,
        NotebookOptions.Key,
        Files,
        Allow,
        Math,
        Rules
    );
}
