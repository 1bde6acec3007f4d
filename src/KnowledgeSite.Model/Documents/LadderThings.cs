using KnowledgeSite.Content;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;
using static KnowledgeSite.Documents.TemplateType;

namespace KnowledgeSite.Documents;

/// <summary>A ladder as templates see it. Its parts are created on first use and shared by all documents.</summary>
internal sealed class LadderThing : ITemplateThing
{
    public static readonly TemplateForm TheForm = new(
        "a ladder",
        Member.Of<LadderThing>("title", AnyText, l => l.Ladder.Title),
        Member.Of<LadderThing>("id", new Text(TemplateIds.Ladder), l => l.Ladder.Id),
        Member.Of<LadderThing>("version", AnyText, l => l.Version?.Name),
        Member.Of<LadderThing>("url", AnyText, l => l.Places.Home.Value),
        Member.Of<LadderThing>("levels", Member.Levels, l => l.Levels),
        Member.Of<LadderThing>("dimensions", Member.Dimensions, l => l.Dimensions)
    );

    private readonly Lazy<IReadOnlyDictionary<string, LevelThing>> _levels;

    public LadderThing(LadderUrls places, PageSections pages)
    {
        Places = places;
        Pages = pages;
        _levels = new(() =>
            Ladder.Levels.ToDictionary(l => l.Id, l => new LevelThing(this, l), StringComparer.Ordinal)
        );
    }

    public TemplateForm Form => TheForm;

    public LadderUrls Places { get; }

    public PageSections Pages { get; }

    public Ladder Ladder => Places.Ladder;

    /// <summary>The newest version; null if the ladder has none.</summary>
    public LadderVersion? Version => Ladder.Versions.All is [var newest, ..] ? newest : null;

    public IReadOnlyList<LevelThing> Levels => [.. Ladder.Levels.Select(At)];

    /// <summary>The dimensions without the expectations of a level.</summary>
    private IReadOnlyList<DimensionThing> Dimensions =>
        [.. Ladder.Dimensions.Select(d => new DimensionThing(this, d, null, null, false))];

    public LevelThing At(Level level) => _levels.Value[level.Id];

    public SignalThing Signal(Signal signal) => new(this, signal);
}

/// <summary>A level of a ladder.</summary>
internal sealed class LevelThing(LadderThing ladder, Level level) : ITemplateThing
{
    public static readonly TemplateForm TheForm = new(
        "a level",
        Member.Of<LevelThing>("id", new Text(TemplateIds.Level), l => l.Level.Id),
        Member.Of<LevelThing>("code", AnyText, l => l.Level.Code),
        Member.Of<LevelThing>("title", AnyText, l => l.Level.Title),
        Member.Of<LevelThing>("label", AnyText, l => l.Level.Label),
        Member.Of<LevelThing>("track", new Text(TemplateIds.Track), l => KnownIds.NameOf(l.Level.Track)),
        Member.Of<LevelThing>("reach", AnyText, l => l.Level.Reach),
        Member.Of<LevelThing>("horizon", AnyText, l => l.Level.Horizon),
        Member.Of<LevelThing>("direction", AnyText, l => l.Level.Direction),
        Member.Of<LevelThing>("url", AnyText, l => l.Ladder.Places.GetUrl(l.Level).Value),
        Member.Of<LevelThing>("previous", Member.Levels, l => l.All(l.Graph.Before(l.Level))),
        Member.Of<LevelThing>("next", Member.Levels, l => l.All(l.Graph.After(l.Level))),
        Member.Of<LevelThing>("dimensions", Member.Dimensions, l => l.Dimensions),
        Member.Of<LevelThing>("archetypes", Member.ListOf(() => ArchetypeThing.TheForm), l => l.Archetypes),
        Member.Of<LevelThing>("sections", Member.Sections, l => l.Sections)
    );

    public TemplateForm Form => TheForm;

    public LadderThing Ladder => ladder;

    public Level Level => level;

    public IReadOnlyList<ArchetypeThing> Archetypes =>
        [
            .. from archetype in Ladder.Ladder.Archetypes
            where Graph.PathTo(level).Any(l => l.Id == archetype.From.Id)
            let page = Ladder.Places.PageOf(archetype.Page)
            where page is not null
            select new ArchetypeThing(archetype, page),
        ];

    private IReadOnlyList<DimensionThing> Dimensions =>
        [.. Ladder.Ladder.Dimensions.Select(d => new DimensionThing(Ladder, d, level, null, false))];

    private LevelGraph Graph => Ladder.Ladder.Graph;

    private IReadOnlyDictionary<string, object> Sections =>
        Ladder.Places.PageOf(level) is { } page ? PageSections.SectionsOf(page) : PageSections.NoSections;

    private IReadOnlyList<LevelThing> All(IEnumerable<Level> levels) => [.. levels.Select(Ladder.At)];

    public override string ToString() => level.Title;
}

/// <summary>A dimension of a ladder, with what is expected in it at a level or changes on a step.</summary>
/// <param name="at">The level; null for the dimension alone.</param>
/// <param name="change">The changes on a step to the level; null if the document is not about a step.</param>
/// <param name="isRequired">True if the role of the document requires the cell.</param>
internal sealed class DimensionThing(
    LadderThing ladder,
    Dimension dimension,
    Level? at,
    LevelDiff? change,
    bool isRequired
) : ITemplateThing
{
    public static readonly TemplateForm TheForm = new(
        "a dimension",
        Member.Of<DimensionThing>("id", new Text(TemplateIds.Dimension), d => d.Dimension.Id),
        Member.Of<DimensionThing>("title", AnyText, d => d.Dimension.Title),
        Member.Of<DimensionThing>("url", AnyText, d => d.Url),
        Member.Of<DimensionThing>("level", Member.Level, d => d.At is { } level ? d.Ladder.At(level) : null),
        Member.Of<DimensionThing>("sentence", AnyText, d => d.Sentence),
        Member.Of<DimensionThing>("standing", new Text(TemplateIds.Standing), d => d.Standing),
        Member.Of<DimensionThing>("reason", AnyText, d => d.Cell?.Reason),
        Member.Of<DimensionThing>("expected", Member.Signals, d => d.Expected),
        Member.Of<DimensionThing>("new", Member.Signals, d => d.New),
        Member.Of<DimensionThing>("raised", Member.ListOf(() => RaisedThing.TheForm), d => d.Raised),
        Member.Of<DimensionThing>("ended", Member.Signals, d => d.Ended),
        Member.Of<DimensionThing>("carries_over", Member.Signals, d => d.CarriesOver),
        Member.Of<DimensionThing>(
            "examples",
            Member.Texts,
            d => (d.Cell?.Examples ?? []).Select(e => (object)e.Text).ToList()
        ),
        Member.Of<DimensionThing>(
            "anti_signals",
            Member.Texts,
            d => (d.Cell?.AntiSignals ?? []).Select(e => (object)e.Text).ToList()
        ),
        Member.Of<DimensionThing>("required", AnyTruth, d => d.IsRequired),
        Member.Of<DimensionThing>(
            "sections",
            Member.Sections,
            d => d.Page is { } page ? PageSections.SectionsOf(page) : PageSections.NoSections
        )
    );

    public TemplateForm Form => TheForm;

    private LadderThing Ladder => ladder;

    private Dimension Dimension => dimension;

    private Level? At => at;

    private bool IsRequired => isRequired;

    private SitePage? Page => ladder.Places.PageOf(dimension.Page);

    private Cell? Cell { get; } = at is null ? null : ladder.Ladder.CellAt(dimension, at);

    /// <summary>The sentence of the base ladder and then that of the overlay, as pages show them.</summary>
    private string Sentence =>
        string.Join(' ', new[] { Cell?.Summary?.Text, Cell?.Extension?.Summary?.Text }.OfType<string>());

    /// <summary>The cell on the page that has its text; without a cell, the page of the dimension.</summary>
    private string? Url
    {
        get
        {
            if (Cell is not { } cell)
                return Page?.Address.Value;
            var page = ladder.Places.PageOf(cell.Extension?.Page ?? cell.Page);
            return page is null ? null : $"{page.Address.Value}#{cell.Id}";
        }
    }

    /// <summary>The standings of cells, in the order of <see cref="CellStanding"/>.</summary>
    public static IReadOnlyList<string> Standings { get; } = ["written", "no_increase", "not_applicable"];

    private string? Standing => Cell is { Standing: var standing } ? Standings[(int)standing] : null;

    private IReadOnlyList<Signal> ExpectedSignals => at is null ? [] : ladder.Ladder.Expected(dimension, at);

    private IReadOnlyList<SignalThing> Expected => All(ExpectedSignals);

    private IReadOnlyList<SignalThing> New => All(change?.New ?? (Cell?.Signals ?? []).Where(s => Earlier(s) is null));

    private IReadOnlyList<RaisedThing> Raised =>
        change is not null
            ? [.. change.Raised.Select(r => new RaisedThing(ladder.Signal(r.Earlier), ladder.Signal(r.Later)))]
            :
            [
                .. from later in Cell?.Signals ?? []
                let earlier = Earlier(later)
                where earlier is not null
                select new RaisedThing(ladder.Signal(earlier), ladder.Signal(later)),
            ];

    private IReadOnlyList<SignalThing> Ended =>
        All(change?.Ended ?? (Cell?.Endings ?? []).Select(e => ladder.Ladder.SignalOf(e.Ends!.Value)).OfType<Signal>());

    private IReadOnlyList<SignalThing> CarriesOver =>
        All(change?.CarriesOver ?? ExpectedSignals.Except(Cell?.Signals ?? []));

    private Signal? Earlier(Signal signal) => signal.Raises is { } id ? ladder.Ladder.SignalOf(id) : null;

    private IReadOnlyList<SignalThing> All(IEnumerable<Signal> signals) => [.. signals.Select(ladder.Signal)];
}

/// <summary>A signal of a ladder.</summary>
internal sealed class SignalThing(LadderThing ladder, Signal signal) : ITemplateThing
{
    public static readonly TemplateForm TheForm = new(
        "a signal",
        Member.Of<SignalThing>("text", AnyText, s => s.Signal.Text),
        Member.Of<SignalThing>("id", new Text(TemplateIds.Signal), s => s.Signal.Id),
        Member.Of<SignalThing>("url", AnyText, s => s.Url),
        Member.Of<SignalThing>(
            "level",
            Member.Level,
            s => s.Ladder.Ladder.LevelOf(s.Signal.Id) is { } level ? s.Ladder.At(level) : null
        ),
        Member.Of<SignalThing>(
            "raises",
            Member.Signal,
            s =>
                s.Signal.Raises is { } id && s.Ladder.Ladder.SignalOf(id) is { } earlier
                    ? s.Ladder.Signal(earlier)
                    : null
        )
    );

    public TemplateForm Form => TheForm;

    private LadderThing Ladder => ladder;

    private Signal Signal => signal;

    private string? Url => ladder.Places.PageOf(signal.Page) is { } page ? $"{page.Address.Value}#{signal.Id}" : null;
}

/// <summary>A signal and the later one that raises it.</summary>
internal sealed class RaisedThing(SignalThing earlier, SignalThing later) : ITemplateThing
{
    public static readonly TemplateForm TheForm = new(
        "a raised signal",
        Member.Of<RaisedThing>("earlier", Member.Signal, r => r.Earlier),
        Member.Of<RaisedThing>("later", Member.Signal, r => r.Later)
    );

    public TemplateForm Form => TheForm;

    private SignalThing Earlier => earlier;

    private SignalThing Later => later;
}

/// <summary>An archetype of a ladder.</summary>
internal sealed class ArchetypeThing(Archetype archetype, SitePage page) : ITemplateThing
{
    public static readonly TemplateForm TheForm = new(
        "an archetype",
        Member.Of<ArchetypeThing>("title", AnyText, a => a.Page.Title),
        Member.Of<ArchetypeThing>("url", AnyText, a => a.Page.Address.Value),
        Member.Of<ArchetypeThing>("description", AnyText, a => a.Page.Content.FrontMatter.Description),
        Member.Of<ArchetypeThing>("shows", new Map(AnyText, TemplateIds.Dimension), a => a.Shows)
    );

    public TemplateForm Form => TheForm;

    private SitePage Page => page;

    private IReadOnlyDictionary<string, object> Shows { get; } =
        archetype.Shows.ToDictionary(s => s.Key, s => (object)s.Value, StringComparer.Ordinal);
}

/// <summary>Creates the members of things.</summary>
internal static class Member
{
    public static readonly TemplateType Level = new Thing(() => LevelThing.TheForm);

    public static readonly TemplateType Signal = new Thing(() => SignalThing.TheForm);

    public static readonly TemplateType Levels = new List(Level);

    public static readonly TemplateType Signals = new List(Signal);

    public static readonly TemplateType Dimensions = ListOf(() => DimensionThing.TheForm);

    public static readonly TemplateType Texts = new List(AnyText);

    public static readonly TemplateType Sections = new Map(AnyMarkdown, TemplateIds.Section);

    public static TemplateType ListOf(Func<TemplateForm> form) => new List(new Thing(form));

    public static TemplateMember Of<T>(string name, TemplateType type, Func<T, object?> read) =>
        new(name, type, thing => read((T)thing));
}
