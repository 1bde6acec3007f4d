using System.Reflection;
using System.Runtime.Loader;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Rendering;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>
/// Reads a theme folder: styles, scripts, fonts and compiled templates that replace the built-in ones.
/// </summary>
internal static class ThemeFolder
{
    private const string Templates = "templates.dll";

    /// <exception cref="ThemeException">A file cannot be used.</exception>
    public static Theme.Theme Read(string folder)
    {
        try
        {
            var files = Files(folder, "styles", "*.css")
                .Concat(Files(folder, "scripts", "*.js"))
                .Concat(Files(folder, "fonts", "*.woff2"))
                .ToDictionary(f => f.Path, f => File.ReadAllBytes(f.File), StringComparer.Ordinal);
            return new(files, TemplatesIn(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ThemeException($"The theme in '{folder}' cannot be read: {e.Message}");
        }
    }

    /// <summary>
    /// Reads the theme from a snapshot of a folder that is being edited. Files that cannot be read are left out.
    /// </summary>
    public static Theme.Theme Read(FolderSnapshot folder, Assembly? templates)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (
            var path in folder
                .List(new DiagnosticBag())
                .Files.Where(p =>
                    (p.Folder.Value, p.Extension) is ("styles", ".css") or ("scripts", ".js") or ("fonts", ".woff2")
                )
        )
        {
            try
            {
                files[path.Value] = folder.Read(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The file was deleted or is being written. The next scan of the folder finds it.
            }
        }

        return new(files, templates);
    }

    /// <summary>The compiled templates of a theme folder, or null if it has none.</summary>
    /// <exception cref="ThemeException">The templates cannot be used.</exception>
    public static Assembly? TemplatesIn(string folder)
    {
        var file = Path.GetFullPath(Path.Combine(folder, Templates));
        if (!File.Exists(file))
            return null;
        try
        {
            var templates = AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
            _ = templates.GetExportedTypes();
            return templates;
        }
        catch (Exception e)
            when (e
                    is BadImageFormatException
                        or FileLoadException
                        or FileNotFoundException
                        or TypeLoadException
                        or ReflectionTypeLoadException
            )
        {
            throw new ThemeException(
                $"'{folder}/{Templates}' has no templates for this version of the tool: "
                    + $"{e.Message.TrimEnd('.')}. Rebuild it as docs/restyle.md describes."
            );
        }
    }

    private static IEnumerable<(string Path, string File)> Files(string folder, string kind, string pattern) =>
        Directory.Exists(Path.Combine(folder, kind))
            ? Directory
                .EnumerateFiles(Path.Combine(folder, kind), pattern)
                .Select(f => ($"{kind}/{Path.GetFileName(f)}", f))
            : [];
}
