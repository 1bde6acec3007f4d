using KnowledgeSite.Files;

namespace KnowledgeSite.Drafts;

/// <summary>
/// A scaffold of a page. It is valid as it is, has placeholders to replace, and gives advice in comments that readers
/// do not see.
/// </summary>
/// <param name="Files">The files to write, beginning with the page.</param>
/// <param name="Next">The next steps for the author, one sentence each.</param>
internal sealed record Draft(IReadOnlyList<DraftFile> Files, IReadOnlyList<string> Next);

/// <param name="IsNew">False for an existing file that is changed.</param>
internal sealed record DraftFile(SourcePath Path, string Text, bool IsNew);
