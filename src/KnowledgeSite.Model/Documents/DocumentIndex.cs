using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Documents;

/// <summary>Finds the documents that are made for a part of a ladder, each in constant time.</summary>
internal sealed class DocumentIndex(IReadOnlyList<SiteDocument> documents)
{
    private readonly ILookup<(string Ladder, string? From, string? Level), SiteDocument> _ofLevels = documents
        .Where(d => d.Role is null)
        .ToLookup(d => (d.Ladder.Ladder.Id, d.From?.Id, d.Level?.Id));

    private readonly ILookup<(string Ladder, string? From), SiteDocument> _ofSteps = documents
        .Where(d => d.From is not null)
        .ToLookup(d => (d.Ladder.Ladder.Id, d.From?.Id));

    private readonly ILookup<SitePage?, SiteDocument> _ofRoles = documents.ToLookup(d => d.Role);

    private readonly ILookup<SitePage, SiteDocument> _ofTemplates = documents.ToLookup(d => d.Template);

    public IEnumerable<SiteDocument> For(LadderUrls ladder, Level level) =>
        _ofLevels[(ladder.Ladder.Id, null, level.Id)];

    public IEnumerable<SiteDocument> For(LadderUrls ladder, Level from, Level to) =>
        _ofLevels[(ladder.Ladder.Id, from.Id, to.Id)];

    /// <summary>The documents for the steps that begin at a level.</summary>
    public IEnumerable<SiteDocument> ForStepsFrom(LadderUrls ladder, Level level) =>
        _ofSteps[(ladder.Ladder.Id, level.Id)];

    public IEnumerable<SiteDocument> ForRole(SitePage role) => _ofRoles[role];

    public IEnumerable<SiteDocument> MadeFrom(SitePage template) => _ofTemplates[template];
}
