using System.Runtime.CompilerServices;
using KnowledgeSite.Files;

namespace KnowledgeSite.Theme;

/// <summary>The scripts of a site by name. All pages share one list of scripts, so it is grouped once.</summary>
internal sealed class ScriptFiles
{
    private static readonly ConditionalWeakTable<IReadOnlyList<SitePath>, ScriptFiles> Cache = [];

    private readonly ILookup<string, SitePath> _byName;

    private ScriptFiles(IReadOnlyList<SitePath> scripts)
    {
        _byName = scripts.ToLookup(NameOf, StringComparer.Ordinal);
        Others = [.. scripts.Where(s => !Theme.IsOwnScript(NameOf(s)))];
    }

    /// <summary>The scripts of a custom theme, which every page loads.</summary>
    public IReadOnlyList<SitePath> Others { get; }

    public static ScriptFiles Group(IReadOnlyList<SitePath> scripts) => Cache.GetValue(scripts, s => new(s));

    public IEnumerable<SitePath> Named(string name) => _byName[name];

    /// <summary>Returns the name of a script without folder, hash and extension.</summary>
    private static string NameOf(SitePath script) =>
        Path.GetFileNameWithoutExtension(Path.GetFileNameWithoutExtension(script.Value));
}
