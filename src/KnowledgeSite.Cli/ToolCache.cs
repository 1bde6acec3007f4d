using System.Reflection;
using System.Runtime.InteropServices;
using KnowledgeSite.Caching;
using KnowledgeSite.Output;

namespace KnowledgeSite.Cli;

/// <summary>The cache beside the output folder, which the commands of one version of the tool share.</summary>
internal static class ToolCache
{
    /// <param name="options">Options with an output folder, even if nothing is written to it.</param>
    /// <param name="mayCreate">False for a command that leaves nothing behind where no site was built.</param>
    public static PersistentCache Open(BuildOptions options, bool mayCreate = true) =>
        PersistentCache.Open(new OutputPaths(options.Output!).Cache, ToolKey(), mayCreate);

    /// <summary>The key of a theme: its files, and the code of its own templates.</summary>
    public static CacheKey KeyOf(Theme.Theme theme, string folder)
    {
        var writer = new CacheWriter();
        foreach (var file in theme.Files)
        {
            writer.Write(file.Name);
            writer.Write(file.Bytes);
        }

        if (ThemeFolder.TemplatesIn(folder) is { } templates)
            writer.Write(templates.ManifestModule.ModuleVersionId.ToByteArray());
        return CacheKey.Compute(writer);
    }

    /// <summary>The key of the tool's code, its libraries, the runtime and the kind of machine.</summary>
    private static CacheKey ToolKey()
    {
        var writer = new CacheWriter();
        writer.Write(RuntimeInformation.FrameworkDescription);
        writer.Write(RuntimeInformation.RuntimeIdentifier);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        AddModules(typeof(ToolCache).Assembly, seen, writer);
        // Has the versions and hashes of all libraries.
        foreach (
            var libraries in Directory
                .EnumerateFiles(AppContext.BaseDirectory, "*.deps.json")
                .Order(StringComparer.Ordinal)
        )
            writer.Write(File.ReadAllBytes(libraries));
        return CacheKey.Compute(writer);
    }

    /// <summary>Adds the id of an assembly, which changes with its code, and those of the ones that it uses.</summary>
    private static void AddModules(Assembly assembly, HashSet<string> seen, CacheWriter writer)
    {
        if (!seen.Add(assembly.GetName().Name!))
            return;
        writer.Write(assembly.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (var used in assembly.GetReferencedAssemblies())
            if (used.Name!.StartsWith(nameof(KnowledgeSite), StringComparison.Ordinal))
                AddModules(Assembly.Load(used), seen, writer);
    }
}
