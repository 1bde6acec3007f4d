namespace KnowledgeSite.Editors;

/// <summary>A file for editors that is generated from the site.</summary>
/// <param name="Path">The path relative to the folder that is open in the editor, with <c>/</c>.</param>
/// <param name="For">The pattern of the files in the input folder to which the schema applies. Null for other files and
/// for the schema of front matter.</param>
internal sealed record EditorFile(string Path, string? For, string Text);
