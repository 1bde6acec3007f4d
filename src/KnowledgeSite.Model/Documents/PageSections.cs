using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Workshops;
using static KnowledgeSite.Documents.TemplateType;

namespace KnowledgeSite.Documents;

/// <summary>The pages of authors that documents take text from: roles, levels, dimensions and workshops.</summary>
internal sealed class PageSections(PageTable pages, IReadOnlyList<WorkshopUrls> workshops)
{
    public static readonly IReadOnlyDictionary<string, object> NoSections = new Dictionary<string, object>();

    private readonly Lazy<ILookup<SourcePath, SitePage>> _byFolder = new(() => pages.ToLookup(p => p.Folder));

    private readonly Dictionary<Page, WorkshopUrls> _workshops = workshops.ToDictionary(w => w.Workshop.Page);

    /// <summary>The sections of a page by the ids of their headings.</summary>
    public static IReadOnlyDictionary<string, object> SectionsOf(SitePage page) =>
        page
            .Content.Outline.DistinctBy(h => h.Id)
            .ToDictionary(h => h.Id, h => (object)Include(page, "#" + h.Id), StringComparer.Ordinal);

    /// <summary>
    /// The sections of a role: those of its page, then, of a role in several pages, its other pages by their names and
    /// the sections of these.
    /// </summary>
    public IReadOnlyDictionary<string, object> SectionsOfRole(SitePage role)
    {
        var sections = new Dictionary<string, object>(SectionsOf(role), StringComparer.Ordinal);
        foreach (var page in OthersOf(role))
        {
            sections.TryAdd(page.Path.NameWithoutExtension, Include(page, ""));
            foreach (var (id, section) in SectionsOf(page))
                sections.TryAdd(id, section);
        }

        return sections;
    }

    /// <summary>The other pages of a role in several pages.</summary>
    public IEnumerable<SitePage> OthersOf(SitePage role) =>
        role.IsFolderPage ? _byFolder.Value[role.Folder].Where(p => p != role) : [];

    public WorkshopThing? Workshop(Page page) => _workshops.TryGetValue(page, out var found) ? new(found) : null;

    /// <summary>Includes a part of a page in the way of authors, so that its links and ids are adapted.</summary>
    private static TemplateMarkdown Include(SitePage page, string fragment) => new($"![[{page.Path}{fragment}]]");
}

/// <summary>A role, as placeholders of documents name it.</summary>
internal sealed class RoleThing(SitePage page, PageSections pages) : ITemplateThing
{
    public static readonly TemplateForm TheForm = new(
        "a role",
        Member.Of<RoleThing>("title", AnyText, r => r.Page.Title),
        Member.Of<RoleThing>("id", AnyText, r => r.Page.Address.Value.Split('/')[^2]),
        Member.Of<RoleThing>("url", AnyText, r => r.Page.Address.Value),
        Member.Of<RoleThing>("description", AnyText, r => r.Page.Content.FrontMatter.Description),
        Member.Of<RoleThing>("sections", Member.Sections, r => r.Pages.SectionsOfRole(r.Page)),
        Member.Of<RoleThing>(
            "pages",
            Member.ListOf(() => PageThing.TheForm),
            r => r.Pages.OthersOf(r.Page).Select(p => new PageThing(p)).ToList()
        )
    );

    public TemplateForm Form => TheForm;

    private SitePage Page => page;

    private PageSections Pages => pages;
}

/// <summary>A further page of a role.</summary>
internal sealed class PageThing(SitePage page) : ITemplateThing
{
    public static readonly TemplateForm TheForm = new(
        "a page",
        Member.Of<PageThing>("title", AnyText, p => p.Page.Title),
        Member.Of<PageThing>("url", AnyText, p => p.Page.Address.Value),
        Member.Of<PageThing>("description", AnyText, p => p.Page.Content.FrontMatter.Description),
        Member.Of<PageThing>("sections", Member.Sections, p => PageSections.SectionsOf(p.Page))
    );

    public TemplateForm Form => TheForm;

    private SitePage Page => page;
}

/// <summary>A workshop, as placeholders of documents name it.</summary>
internal sealed class WorkshopThing(WorkshopUrls places) : ITemplateThing
{
    public static readonly TemplateForm TheForm = new(
        "a workshop",
        Member.Of<WorkshopThing>("title", AnyText, w => w.Places.Page.Title),
        Member.Of<WorkshopThing>("url", AnyText, w => w.Places.Home.Value),
        Member.Of<WorkshopThing>("purpose", AnyText, w => w.Places.Workshop.Facts.Purpose?.Value),
        Member.Of<WorkshopThing>("duration", AnyNumber, w => w.Places.Workshop.Duration),
        Member.Of<WorkshopThing>(
            "steps",
            Member.ListOf(() => AgendaThing.TheForm),
            w => w.Places.Workshop.Agenda.Select(s => new AgendaThing(s)).ToList()
        )
    );

    public TemplateForm Form => TheForm;

    private WorkshopUrls Places => places;
}

/// <summary>A step of the agenda of a workshop.</summary>
internal sealed class AgendaThing(AgendaStep step) : ITemplateThing
{
    public static readonly TemplateForm TheForm = new(
        "a step of an agenda",
        Member.Of<AgendaThing>("title", AnyText, s => s.Step.Title),
        Member.Of<AgendaThing>("minutes", AnyNumber, s => s.Step.Minutes)
    );

    public TemplateForm Form => TheForm;

    private AgendaStep Step => step;
}

/// <summary>The site, or a document itself: what has only a title and a URL.</summary>
internal sealed class NamedThing(string title, string? url) : ITemplateThing
{
    public static readonly TemplateForm TheForm = new(
        "this",
        Member.Of<NamedThing>("title", AnyText, n => n.Title),
        Member.Of<NamedThing>("url", AnyText, n => n.Url)
    );

    public TemplateForm Form => TheForm;

    private string Title => title;

    private string? Url => url;
}
