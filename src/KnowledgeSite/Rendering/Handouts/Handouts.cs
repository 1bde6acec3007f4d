using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Workshops;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>Makes the sheets of workshops from the model.</summary>
internal sealed class Handouts(Site site)
{
    private readonly WorkshopLinks _links = new(site);

    /// <param name="at">The page that shows the sheet: its own, or that of a pack.</param>
    public Handout Of(WorkshopPlaces places, Audience audience, bool isLarge, SitePath at)
    {
        var workshop = places.Workshop;
        var text = new HandoutText(site, places.Page, workshop.Page.Handouts!.For(audience), Frames.RootFrom(at));
        var body = text.Write();
        return new(
            IdOf(places, audience),
            audience,
            isLarge,
            places.Page.Title,
            workshop.Facts.Purpose?.Value,
            workshop.Facts.Outcome?.Value,
            workshop.Duration,
            [.. workshop.Agenda.Select(Step)],
            audience == Audience.Facilitator ? Guide(places) : null,
            body,
            text.Notes,
            Mark(places, places.Sheet(audience, isLarge)));
    }

    public GuideFacts Guide(WorkshopPlaces places)
    {
        var facts = places.Workshop.Facts;
        return new(
            facts.For?.Value,
            facts.Group?.Value,
            facts.Room?.Value,
            [.. facts.Materials.Select(m => m.Value)],
            [.. facts.Preparation.Select(p => p.Value)],
            [.. places.Workshop.Agenda.Select(s => new LedStep(Step(s), s.What, s.Lead))],
            _links.ServedBy(places.Page));
    }

    public HandoutMark Mark(WorkshopPlaces places, SitePath address)
    {
        var page = places.Page.Content.FrontMatter;
        return Mark(places.Workshop.Facts.Version?.Value, page.Reviewed, page.Owner, address);
    }

    public HandoutMark Mark(string? version, DateOnly? date, string? owner, SitePath address) => new(
        version,
        date,
        owner,
        site.Settings.Title,
        ReadableAddress.Of(site, address),
        site.Settings.BaseUrl is { } url ? QrCode.Of(url.AbsoluteUri + address.Href) : null);

    private static string IdOf(WorkshopPlaces places, Audience audience) =>
        $"{places.Home.Value.Trim('/').Split('/')[^1]}-{audience.ToString().ToLowerInvariant()}";

    private static AgendaStepView Step(AgendaStep step) => new(step.Start, step.Minutes, step.Title, step.IsBreak);
}
