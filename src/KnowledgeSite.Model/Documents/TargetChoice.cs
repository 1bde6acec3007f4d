using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Documents;

/// <summary>The ladders and levels that a template names in its front matter; unknown ones are reported.</summary>
internal sealed class TargetChoice
{
    private readonly HashSet<string> _levels;
    private readonly HashSet<string> _tracks;

    public TargetChoice(
        SitePage page,
        DocumentFacts facts,
        IReadOnlyList<LadderUrls> ladders,
        DiagnosticBag diagnostics
    )
    {
        var source = page.Content.Source;
        Ladders =
            facts.Ladders.Count == 0
                ? ladders
                :
                [
                    .. facts
                        .Ladders.Select(named => ladders.FirstOrDefault(l => l.Ladder.Id == named.Value))
                        .OfType<LadderUrls>()
                        .Distinct(),
                ];
        var levels = Ladders
            .SelectMany(l => l.Ladder.Levels.Select(level => level.Id))
            .ToHashSet(StringComparer.Ordinal);
        Report(
            facts.Ladders,
            ladders.Select(l => l.Ladder.Id).ToHashSet(StringComparer.Ordinal),
            LadderRules.UnknownLadder,
            "Write the name of a folder that has a 'ladder.yaml'."
        );
        Report(facts.Levels, levels, DocumentRules.UnknownLevel, "Write the id of a level of its ladders.");
        Report(
            facts.Tracks,
            KnownIds.Tracks.ToHashSet(StringComparer.Ordinal),
            DocumentRules.UnknownTrack,
            "Write 'shared', 'individual' or 'manager'."
        );
        _levels = [.. facts.Levels.Select(l => l.Value)];
        _tracks = [.. facts.Tracks.Select(t => t.Value)];

        void Report(
            IReadOnlyList<Located<string>> written,
            HashSet<string> known,
            DiagnosticRule rule,
            string otherwise
        )
        {
            foreach (var name in written.Where(n => !known.Contains(n.Value)))
                diagnostics.Add(
                    Diagnostic.At(
                        rule,
                        source,
                        name.Span,
                        name.Value,
                        SuggestionIndex.DidYouMean(name.Value, known, otherwise)
                    )
                );
        }
    }

    /// <summary>In the order of the front matter, or of the site.</summary>
    public IReadOnlyList<LadderUrls> Ladders { get; }

    public bool Includes(Level? level) =>
        (_levels.Count == 0 || (level is not null && _levels.Contains(level.Id)))
        && (_tracks.Count == 0 || (level is not null && _tracks.Contains(KnownIds.NameOf(level.Track))));
}

/// <summary>The ids that the values of a template can have.</summary>
internal sealed class KnownIds(
    IReadOnlyList<LadderUrls> ladders,
    IReadOnlyList<DocumentTarget> targets,
    PageSections pages
)
{
    private readonly Dictionary<TemplateIds, IReadOnlySet<string>> _known = [];

    public static IEnumerable<string> Tracks => Enum.GetValues<Track>().Select(NameOf);

    public static string NameOf(Track track) => track.ToString().ToLowerInvariant();

    public IReadOnlySet<string> Get(TemplateIds sort)
    {
        if (!_known.TryGetValue(sort, out var known))
            _known[sort] = known = Find(sort).ToHashSet(StringComparer.Ordinal);
        return known;
    }

    private IEnumerable<string> Find(TemplateIds sort) =>
        sort switch
        {
            TemplateIds.Ladder => ladders.Select(l => l.Ladder.Id),
            TemplateIds.Level => ladders.SelectMany(l => l.Ladder.Levels.Select(level => level.Id)),
            TemplateIds.Dimension => ladders.SelectMany(l => l.Ladder.Dimensions.Select(d => d.Id)),
            TemplateIds.Signal => ladders.SelectMany(l => l.Ladder.Cells.SelectMany(c => c.Signals.Select(s => s.Id))),
            TemplateIds.Track => Tracks,
            TemplateIds.Standing => DimensionThing.Standings,
            _ => Sections(),
        };

    /// <summary>The sections of all pages that a template can name: of roles, levels and dimensions.</summary>
    private IEnumerable<string> Sections() =>
        [
            .. targets.Select(t => t.Role).OfType<SitePage>().Distinct().SelectMany(r => pages.SectionsOfRole(r).Keys),
            .. from places in ladders
            from page in places
                .Ladder.Levels.Select(places.PageOf)
                .Concat(places.Ladder.Dimensions.Select(d => places.PageOf(d.Page)))
            where page is not null
            from id in PageSections.SectionsOf(page).Keys
            select id,
        ];
}
