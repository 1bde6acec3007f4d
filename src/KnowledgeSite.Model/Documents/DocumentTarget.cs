using KnowledgeSite.Content;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;
using static KnowledgeSite.Documents.TemplateType;

namespace KnowledgeSite.Documents;

/// <summary>The level, step or role for which a document is made.</summary>
/// <param name="From">The level from which the step leads; null if the document is not about a step.</param>
/// <param name="Level">The level, that to which the step leads, or the highest one of which the role requires a cell.
/// </param>
/// <param name="Role">Null if the document is not about a role.</param>
internal sealed record DocumentTarget(LadderThing Ladder, Level? From, Level? Level, SitePage? Role)
{
    /// <summary>The cells that the role requires.</summary>
    private IReadOnlyList<Cell> Required { get; init; } = [];

    /// <summary>The targets of a template in one ladder, before its limits.</summary>
    public static IEnumerable<DocumentTarget> Find(LadderThing ladder, DocumentSubject subject) =>
        subject switch
        {
            DocumentSubject.Levels => ladder.Ladder.Levels.Select(l => new DocumentTarget(ladder, null, l, null)),
            DocumentSubject.Steps => ladder.Ladder.Graph.Steps.Select(s => new DocumentTarget(
                ladder,
                s.From,
                s.To,
                null
            )),
            _ => ladder
                .Ladder.Roles.Select(r => (Role: r, Page: ladder.Places.PageOf(r.Page)))
                .Where(r => r.Page is not null)
                .Select(r => new DocumentTarget(ladder, null, Highest(ladder.Ladder, r.Role), r.Page)
                {
                    Required = r.Role.Cells,
                }),
        };

    /// <summary>The last part of the address of the document.</summary>
    public string Name =>
        Role is not null ? Role.Address.Value.Split('/')[^2]
        : From is null ? Files.SitePath.Slug(Level!.Id)
        : $"{Files.SitePath.Slug(From.Id)}--{Files.SitePath.Slug(Level!.Id)}";

    /// <summary>The types of the names that templates see.</summary>
    public static IReadOnlyDictionary<string, TemplateType> TypesFor(DocumentSubject subject)
    {
        var types = new Dictionary<string, TemplateType>(StringComparer.Ordinal)
        {
            ["site"] = new Thing(() => NamedThing.TheForm),
            ["document"] = new Thing(() => NamedThing.TheForm),
            ["ladder"] = new Thing(() => LadderThing.TheForm),
            ["dimensions"] = Member.Dimensions,
            ["archetypes"] = Member.ListOf(() => ArchetypeThing.TheForm),
            ["workshops"] = Member.ListOf(() => WorkshopThing.TheForm),
        };
        if (subject == DocumentSubject.Steps)
            types["from"] = types["to"] = Member.Level;
        else
            types["level"] = Member.Level;
        if (subject == DocumentSubject.Roles)
            types["role"] = new Thing(() => RoleThing.TheForm);
        return types;
    }

    /// <summary>The values of the names that templates see.</summary>
    public Dictionary<string, object?> Values()
    {
        var level = Level is null ? null : Ladder.At(Level);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["ladder"] = Ladder,
            ["dimensions"] = Dimensions(),
            ["archetypes"] = level?.Archetypes ?? [],
            ["workshops"] = Workshops(),
        };
        if (From is null)
            values["level"] = level;
        else
            (values["from"], values["to"]) = (Ladder.At(From), level);
        if (Role is not null)
            values["role"] = new RoleThing(Role, Ladder.Pages);
        return values;
    }

    private List<DimensionThing> Dimensions()
    {
        var ladder = Ladder.Ladder;
        if (From is not null)
            return
            [
                .. LevelDiff
                    .Between(ladder, From, Level!)
                    .Select(d => new DimensionThing(Ladder, d.Dimension, Level, d, false)),
            ];
        var required = Required.ToLookup(c => c.Dimension.Id);
        return
        [
            .. from dimension in ladder.Dimensions
            let cell = required[dimension.Id].MaxBy(c => Place(ladder, c.Level))
            select new DimensionThing(Ladder, dimension, cell?.Level ?? Level, null, cell is not null),
        ];
    }

    private List<WorkshopThing> Workshops() =>
        Level is null
            ? []
            :
            [
                .. Ladder
                    .Ladder.Users.WorkshopsFor(Level)
                    .Select(w => Ladder.Pages.Workshop(w.Page))
                    .OfType<WorkshopThing>(),
            ];

    private static Level? Highest(Ladder ladder, RoleRequirement role) =>
        role.Cells.Select(c => c.Level).MaxBy(l => Place(ladder, l));

    /// <summary>The number of levels on the path to a level.</summary>
    private static int Place(Ladder ladder, Level level) => ladder.Graph.PathTo(level).Count;
}
