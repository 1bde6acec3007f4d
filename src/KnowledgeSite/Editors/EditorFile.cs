namespace KnowledgeSite.Editors;

/// <summary>A file that editors read, made of what the site says.</summary>
/// <param name="Path">Below the folder that people open, with <c>/</c>.</param>
/// <param name="For">The files it is a schema of, as a pattern below the input folder; null for what is no schema, and
/// for front matter.</param>
public sealed record EditorFile(string Path, string? For, string Text);
