using KnowledgeSite.Files;

namespace KnowledgeSite.Drafts;

/// <summary>
/// A page that is there to be written: valid as it stands, with advice in comments, which no reader sees.
/// </summary>
/// <param name="Files">The page first.</param>
/// <param name="Next">What its author does now, a sentence each.</param>
public sealed record Draft(IReadOnlyList<DraftFile> Files, IReadOnlyList<string> Next);

/// <param name="IsNew">False for a file that is there and is changed.</param>
public sealed record DraftFile(SourcePath Path, string Text, bool IsNew);
