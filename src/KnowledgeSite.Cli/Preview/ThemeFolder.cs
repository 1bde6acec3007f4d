using KnowledgeSite.Diagnostics;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Preview;

/// <summary>The styles and scripts of a folder in the place of those that the tool was made with. Templates are compiled, so they are not among them.</summary>
internal static class ThemeFolder
{
    public static Theme.Theme Read(FolderSnapshot folder)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in folder.List(new DiagnosticBag()).Where(p => (p.Folder.Value, p.Extension) is ("styles", ".css") or ("scripts", ".js")))
        {
            try
            {
                files[path.Value] = folder.Read(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Gone, or in the middle of being written: the next look finds it.
            }
        }

        return new(files);
    }
}
