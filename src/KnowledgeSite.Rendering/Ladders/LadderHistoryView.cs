using KnowledgeSite.Files;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>The changes between the versions of a ladder, level by level.</summary>
/// <param name="Versions">The newest first, preceded by changes that are not part of a version yet, if there are
/// any.</param>
/// <param name="Levels">All levels, with the sections of the page about each.</param>
public sealed record LadderHistoryView(
    FrameView Frame,
    LinkView Ladder,
    IReadOnlyList<VersionView> Versions,
    IReadOnlyList<LevelVersionsView> Levels
) : PageView(Frame);

/// <param name="Id">The id of its heading.</param>
/// <param name="Date">Null for changes that are not part of a version yet.</param>
/// <param name="Kind"><c>None</c> for the first version, and if nothing changed.</param>
/// <param name="Because">The authors' reason for the kind.</param>
/// <param name="IsFirst">True if there is no earlier version to compare with.</param>
/// <param name="Ladder">The changes to the ladder as a whole, one sentence each.</param>
public sealed record VersionView(
    string Id,
    string Title,
    DateOnly? Date,
    string? Note,
    ChangeKind Kind,
    string? Because,
    bool IsFirst,
    IReadOnlyList<string> Ladder,
    IReadOnlyList<LevelChangeView> Levels
);

/// <param name="Id">The id of its heading.</param>
/// <param name="IsNew">True if the level is new.</param>
/// <param name="Inherited">Earlier levels whose changes also apply here, as ids of their headings.</param>
public sealed record LevelChangeView(
    string Id,
    LevelView Level,
    bool IsNew,
    IReadOnlyList<WordingView> Facts,
    IReadOnlyList<WordingView> Statements,
    IReadOnlyList<(string Id, string Title)> Inherited
);

/// <summary>The old and the new wording, side by side.</summary>
/// <param name="What">The kind of change, in two or three words.</param>
/// <param name="Of">The dimension, or the fact.</param>
/// <param name="Href">A link to the current place; null if it was removed.</param>
/// <param name="Before">Null if it is new.</param>
/// <param name="After">Null if it was removed.</param>
/// <param name="IsMore">True if the change adds a requirement.</param>
/// <param name="IsDetail">True if no expectation changes: another wording, an example, or what is easily
/// mistaken.</param>
public sealed record WordingView(
    string What,
    string Of,
    string? StatementId,
    string? Href,
    IReadOnlyList<WordChange>? Before,
    IReadOnlyList<WordChange>? After,
    bool IsMore,
    bool IsDetail
);

/// <param name="Places">The ids of the headings about it, the newest first, each with the title of the version.</param>
/// <param name="Since">The pages with all changes since each version, the newest version first.</param>
public sealed record LevelVersionsView(
    LevelView Level,
    IReadOnlyList<(string Id, string Title, ChangeKind Kind)> Places,
    IReadOnlyList<(string Version, DateOnly Date, SitePath Address)> Since
);

/// <summary>The last change of a level.</summary>
/// <param name="Href">A link to the change.</param>
public sealed record LevelChangedView(string Label, string Href);
