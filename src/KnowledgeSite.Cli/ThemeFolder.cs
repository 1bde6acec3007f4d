using System.Reflection;
using System.Runtime.Loader;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Rendering;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>
/// The styles, scripts, fonts and compiled templates of a folder in the place of those that the tool was made with.
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

    /// <summary>The same while the folder is being worked on.</summary>
    public static Theme.Theme Read(FolderSnapshot folder, Assembly? templates)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (
            var path in folder
                .List(new DiagnosticBag())
                .Where(p =>
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
                // Gone, or in the middle of being written: the next look finds it.
            }
        }

        return new(files, templates);
    }

    /// <summary>Null where there are none.</summary>
    /// <exception cref="ThemeException">They cannot be used.</exception>
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
                $"'{folder}/{Templates}' holds no templates for this version of the tool: "
                    + $"{e.Message.TrimEnd('.')}. Build it anew; docs/restyle.md says how."
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
