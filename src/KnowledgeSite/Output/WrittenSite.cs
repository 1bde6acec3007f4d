namespace KnowledgeSite.Output;

/// <summary>The result of writing a site.</summary>
/// <param name="Written">The number of new or changed files; 0 if the output folder was not touched.</param>
/// <param name="Removed">The number of deleted files, whose pages no longer exist.</param>
internal sealed record WrittenSite(int Files, int Written, int Removed);
