using System.Globalization;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;
using KnowledgeSite.Workshops;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>Creates the handouts of workshops.</summary>
internal sealed class HandoutFactory(Site site)
{
    private static readonly IReadOnlyDictionary<string, string> NoParts = new Dictionary<string, string>();

    private readonly WorkshopLinks _links = new(site);

    /// <summary>The order in a pack: the guide comes first, because the facilitator reads it for preparation.</summary>
    public static IReadOnlyList<Audience> InPack { get; } = [Audience.Facilitator, Audience.Participant];

    /// <param name="at">The page that shows the handout: its own page, or that of a pack.</param>
    /// <param name="parts">The ids of the other parts of the pack, by the address of their page as used in
    /// links.</param>
    public Handout Create(
        WorkshopUrls places,
        Audience audience,
        bool isLarge,
        SitePath at,
        IReadOnlyDictionary<string, string>? parts = null
    )
    {
        var workshop = places.Workshop;
        var text = new HandoutText(
            site,
            places,
            workshop.Page.Handouts!.For(audience),
            FrameFactory.RootFrom(at),
            parts ?? NoParts
        );
        var body = text.Write();
        var handout = new Handout(
            Id: PackText.CreateId(places.Sheet(audience, isLarge), at),
            Audience: audience,
            IsLarge: isLarge,
            Title: places.Page.Title,
            Purpose: workshop.Facts.Purpose?.Value,
            Outcome: workshop.Facts.Outcome?.Value,
            Duration: workshop.Duration,
            Steps: [.. workshop.Agenda.Select(Step)],
            Guide: audience == Audience.Facilitator ? Guide(places) : null,
            BodyHtml: body,
            Notes: text.Notes,
            Mark: Mark(places, places.Sheet(audience, isLarge))
        )
        {
            Kind = Handout.KindOf(audience, site.Settings.Text),
        };
        return parts is null ? handout : PackText.AddPrefix(handout, site.Settings.Text);
    }

    public GuideFacts Guide(WorkshopUrls places)
    {
        var facts = places.Workshop.Facts;
        return new(
            For: facts.For?.Value,
            Group: facts.Group?.Value,
            Room: facts.Room?.Value,
            Materials: [.. facts.Materials.Select(m => m.Value)],
            Preparation: [.. facts.Preparation.Select(p => p.Value)],
            Agenda: [.. places.Workshop.Agenda.Select(s => new LedStep(Step(s), s.What, s.Lead))],
            Serves: _links.ServedBy(places.Page)
        );
    }

    public HandoutMark Mark(WorkshopUrls places, SitePath address)
    {
        var page = places.Page.Content.FrontMatter;
        return Mark(places.Workshop.Facts.Version?.Value, page.Reviewed, page.Owner, address, knowsVersion: true);
    }

    /// <param name="knowsVersion">True if the page at the address says whether a printed copy is the newest.</param>
    public HandoutMark Mark(string? version, DateOnly? date, string? owner, SitePath address, bool knowsVersion)
    {
        var printed = knowsVersion ? version ?? date?.ToString("O", CultureInfo.InvariantCulture) : null;
        var fragment = printed is null ? "" : $"#printed={Uri.EscapeDataString(printed)}";
        return new(
            version,
            date is { } day ? site.Settings.Text.LongDate(day) : null,
            owner,
            site.Settings.Title,
            ReadableAddress.Format(site, address),
            site.Settings.BaseUrl is { } url ? QrCode.Create(url.AbsoluteUri + address.Href + fragment) : null
        )
        {
            Printed = printed,
        };
    }

    private static AgendaStepView Step(AgendaStep step) => new(step.Start, step.Minutes, step.Title, step.IsBreak);
}
