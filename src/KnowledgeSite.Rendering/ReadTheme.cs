using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Names the files of the theme by content hash. Files that a script imports or a style sheet loads are named first and
/// replaced in its text, so that its own name changes with them.
/// </summary>
internal sealed partial class ReadTheme(ITheme theme, UiStrings text) : IModule<NoInput, IReadOnlyList<ThemeAsset>>
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
                        ScriptStrings.Write(Encoding.UTF8.GetString(script), text),
                        m => $"{m.Groups[1].Value}./{Path.GetFileName(Named(m.Groups[2].Value).Address.Value)}"
                    )
            );
    }

    [GeneratedRegex(@"^(import\b[^;]*?\bfrom ')\./([^']+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"url\([""']?([^""')/]+)[""']?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Url();
}

/// <summary>A theme file with its address on the site.</summary>
internal sealed record ThemeAsset(SitePath Address, byte[] Bytes)
{
    internal static ThemeAsset Create(string name, byte[] bytes) =>
        new(
            SitePath.OfAsset(
                Path.GetFileNameWithoutExtension(name),
                ContentHash.Compute(bytes),
                Path.GetExtension(name)
            ),
            bytes
        );
}

/// <summary>
/// The exception for inconsistent theme files: an error of the theme's author, not of a page's author.
/// </summary>
internal sealed class ThemeException(string message) : Exception(message);

/// <summary>The appearance of a site: its files, and templates that render views to HTML.</summary>
public interface ITheme
{
    /// <summary>The files that the pages load; published under <c>/assets/</c> with a hash in the name.</summary>
    IReadOnlyList<ThemeFile> Files { get; }

    /// <summary>
    /// Writes a whole page as UTF-8. A view contains everything that its template needs. Must be thread-safe.
    /// </summary>
    void Render(PageView view, IBufferWriter<byte> output);

    /// <summary>
    /// Writes the content of a page without the frame and without links to related pages. Must be thread-safe.
    /// </summary>
    void RenderText(PageView view, IBufferWriter<byte> output);
}

/// <param name="Name">The file name, such as <c>site.css</c>. Pages load every style sheet and every script.</param>
public sealed record ThemeFile(string Name, byte[] Bytes);

/// <summary>Determines which files of the theme a site needs.</summary>
internal static class ThemeUse
{
    /// <summary>
    /// The files to publish: all, but the styles and the font of formulas only if a page has formulas.
    /// </summary>
    public static IReadOnlyList<ThemeAsset> UsedBy(this IReadOnlyList<ThemeAsset> theme, Site site) =>
        site.Pages.Any(p => p.Content.Body.HasFormulas) ? theme : [.. theme.Where(t => !t.Address.IsAssetOf("math"))];
}
