using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Engine;

namespace KnowledgeSite.Rendering;

/// <summary>Names the files of the theme by their content. What a script imports from another of them is named so in its text first, so that its own name changes with that.</summary>
public sealed partial class ReadTheme(ITheme theme) : IModule<Nothing, ThemeAsset>
{
    public IReadOnlyList<ThemeAsset> Execute(IReadOnlyList<Nothing> documents, ModuleContext context)
    {
        var files = theme.Files.ToDictionary(f => f.Name, StringComparer.Ordinal);
        var named = new Dictionary<string, ThemeAsset>(StringComparer.Ordinal);
        return [.. theme.Files.Select(f => Named(f.Name))];

        ThemeAsset Named(string name)
        {
            if (named.TryGetValue(name, out var known)) return known;
            if (!files.Remove(name, out var file)) throw new ThemeException($"A script of the theme imports '{name}', which is not there or imports it in turn.");
            return named[name] = ThemeAsset.Of(name, name.EndsWith(".js", StringComparison.Ordinal) ? WithImports(file.Bytes) : file.Bytes);
        }

        byte[] WithImports(byte[] script) => Encoding.UTF8.GetBytes(Import().Replace(Encoding.UTF8.GetString(script), m => $"{m.Groups[1].Value}./{Path.GetFileName(Named(m.Groups[2].Value).Address.Value)}"));
    }

    [GeneratedRegex(@"^(import\b.*?\bfrom ')\./([^']+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Import();
}
