using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Engine;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Names the files of the theme by content hash. Files that a script imports or a style sheet loads are named first and
/// replaced in its text, so that its own name changes with them.
/// </summary>
internal sealed partial class ReadTheme(ITheme theme) : IModule<NoInput, IReadOnlyList<ThemeAsset>>
{
    public IReadOnlyList<ThemeAsset> Execute(NoInput input, ModuleContext context)
    {
        var files = theme.Files.ToDictionary(f => f.Name, StringComparer.Ordinal);
        var names = files.Keys.ToHashSet(StringComparer.Ordinal);
        var named = new Dictionary<string, ThemeAsset>(StringComparer.Ordinal);
        return [.. theme.Files.Select(f => Named(f.Name))];

        ThemeAsset Named(string name)
        {
            if (named.TryGetValue(name, out var known))
                return known;
            if (!files.Remove(name, out var file))
                throw new ThemeException(
                    $"A theme script imports '{name}', which is missing or part of an import cycle."
                );
            return named[name] = ThemeAsset.Create(
                name,
                Path.GetExtension(name) switch
                {
                    ".js" => WithImports(file.Bytes),
                    ".css" => WithUrls(file.Bytes),
                    _ => file.Bytes,
                }
            );
        }

        byte[] WithUrls(byte[] style) =>
            Encoding.UTF8.GetBytes(
                Url()
                    .Replace(
                        Encoding.UTF8.GetString(style),
                        m =>
                            names.Contains(m.Groups[1].Value)
                                ? $"url(\"{Path.GetFileName(Named(m.Groups[1].Value).Address.Value)}\")"
                                : m.Value
                    )
            );

        byte[] WithImports(byte[] script) =>
            Encoding.UTF8.GetBytes(
                Import()
                    .Replace(
                        Encoding.UTF8.GetString(script),
                        m => $"{m.Groups[1].Value}./{Path.GetFileName(Named(m.Groups[2].Value).Address.Value)}"
                    )
            );
    }

    [GeneratedRegex(@"^(import\b[^;]*?\bfrom ')\./([^']+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"url\([""']?([^""')/]+)[""']?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Url();
}
