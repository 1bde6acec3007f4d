using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search;

/// <summary>
/// The facts and the agenda of a workshop page as text, because readers search for workshops by their purpose.
/// </summary>
internal static class WorkshopText
{
    /// <summary>The id of the agenda's heading on the finished page.</summary>
    private const string Agenda = "site:agenda";

    public static IReadOnlyList<GeneratedSection> Extract(WorkshopUrls places)
    {
        var facts = places.Workshop.Facts;
        var agenda = places.Workshop.Agenda;
        var texts = new[] { facts.Purpose, facts.Outcome, facts.For, facts.Group, facts.Room }
            .Concat(facts.Materials)
            .Concat(facts.Preparation)
            .Select(f => f?.Value)
            .Where(t => !string.IsNullOrEmpty(t));
        var steps = agenda.Select(s =>
            string.Join(". ", new[] { s.Title, s.What, s.Lead }.Where(t => !string.IsNullOrEmpty(t)))
        );
        GeneratedSection[] sections =
        [
            new("", "", string.Join(" . ", texts)),
            new(Agenda, "Agenda", string.Join(" . ", steps)),
        ];
        return agenda.Count > 0 ? sections : sections[..1];
    }
}
