using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search;

/// <summary>
/// What the page of a workshop says of its facts and its agenda: readers look for a workshop by what it is good for.
/// </summary>
internal static class WorkshopText
{
    /// <summary>The heading of the agenda on the finished page.</summary>
    private const string Agenda = "site:agenda";

    public static IReadOnlyList<GeneratedSection> Extract(WorkshopUrls places)
    {
        var (facts, agenda) = (places.Workshop.Facts, places.Workshop.Agenda);
        var told = new[] { facts.Purpose, facts.Outcome, facts.For, facts.Group, facts.Room }
            .Concat(facts.Materials)
            .Concat(facts.Preparation)
            .Select(f => f?.Value)
            .Where(t => !string.IsNullOrEmpty(t));
        var steps = agenda.Select(s =>
            string.Join(". ", new[] { s.Title, s.What, s.Lead }.Where(t => !string.IsNullOrEmpty(t)))
        );
        GeneratedSection[] sections =
        [
            new("", "", string.Join(" . ", told)),
            new(Agenda, "Agenda", string.Join(" . ", steps)),
        ];
        return agenda.Count > 0 ? sections : sections[..1];
    }
}
