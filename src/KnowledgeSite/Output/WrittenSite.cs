namespace KnowledgeSite.Output;

/// <summary>What writing a site came to.</summary>
/// <param name="Written">Files that are new or have new bytes; 0 where nothing changed and nothing was touched.</param>
/// <param name="Removed">Files of pages that are gone.</param>
public sealed record WrittenSite(int Files, int Written, int Removed);
