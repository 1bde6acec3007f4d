using KnowledgeSite.Ladders;

namespace KnowledgeSite.Rendering.Rubrics;

/// <summary>What the versions of a ladder changed, level by level.</summary>
/// <param name="Versions">The newest first; before them what is on the pages already and in no version yet, where there
/// is anything.</param>
/// <param name="Levels">Every level, with the places on the page that are about it.</param>
public sealed record LadderChangesView(
    FrameView Frame,
    LinkView Ladder,
    IReadOnlyList<VersionView> Versions,
    IReadOnlyList<LevelVersionsView> Levels
) : PageView(Frame);

/// <param name="Id">Of its heading.</param>
/// <param name="Date">Null for what is in no version yet.</param>
/// <param name="Kind">None for the first version, and where nothing changed.</param>
/// <param name="Because">What its authors say of its weight.</param>
/// <param name="IsFirst">There is nothing to compare it with.</param>
/// <param name="Ladder">What is said of the ladder as a whole, in a sentence each.</param>
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

/// <param name="Id">Of its heading.</param>
/// <param name="IsNew">The level was not there before.</param>
/// <param name="Inherited">Earlier levels whose changes are expected here too, by the ids of their headings.</param>
public sealed record LevelChangeView(
    string Id,
    LevelView Level,
    bool IsNew,
    IReadOnlyList<WordingView> Facts,
    IReadOnlyList<WordingView> Statements,
    IReadOnlyList<(string Id, string Title)> Inherited
);

/// <summary>Old beside new.</summary>
/// <param name="What">What became of it, in two or three words.</param>
/// <param name="Of">The dimension, or the fact.</param>
/// <param name="Href">To where it stands now; null where it is gone.</param>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
/// <param name="IsMore">Something is asked for that was not.</param>
public sealed record WordingView(
    string What,
    string Of,
    string? StatementId,
    string? Href,
    IReadOnlyList<WordChange>? Before,
    IReadOnlyList<WordChange>? After,
    bool IsMore
);

/// <param name="Places">The ids of headings about it, the newest first, each with what the version is called.</param>
public sealed record LevelVersionsView(
    LevelView Level,
    IReadOnlyList<(string Id, string Title, ChangeKind Kind)> Places
);

/// <summary>When a level was changed last.</summary>
/// <param name="Href">To what changed.</param>
public sealed record LevelChangedView(string Label, string Href);
