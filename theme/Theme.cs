using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering;
using KnowledgeSite.Theme.Templates;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeSite.Theme;

/// <summary>
/// The built-in theme: Razor templates, one style sheet that combines the files of <c>styles/</c>, and the scripts of
/// <c>scripts/</c>.
/// </summary>
public sealed partial class Theme : ITheme
{
    private static readonly IReadOnlyList<string> OwnNames = Assembly.GetExecutingAssembly().GetManifestResourceNames();

    /// <summary>The styles of formulas, which only pages with formulas load. They name the layers too.</summary>
    private const string FormulaStyle = "styles/math.css";

    private static readonly TemplateRenderer Own = new(null);

    private readonly IReadOnlyDictionary<string, byte[]> _overrides;
    private readonly TemplateRenderer _renderer;
    private readonly (string Light, string Dark)? _surface;

    public Theme()
        : this(new Dictionary<string, byte[]>()) { }

    /// <param name="overrides">Styles and scripts of a custom theme by path (<c>styles/base.css</c>). They replace
    /// built-in files or are added.</param>
    /// <param name="templates">Its components, which replace built-in ones of the same name; null for none.</param>
    public Theme(IReadOnlyDictionary<string, byte[]> overrides, Assembly? templates = null)
    {
        _overrides = overrides;
        _renderer = new(templates);
        var style = StyleSheet();
        Files = [Combine("math.css", ["styles/layers.css", FormulaStyle]), style, .. Scripts(), .. Fonts()];
        _surface = Surface().Matches(Encoding.UTF8.GetString(style.Bytes)).LastOrDefault() is { } surface
            ? (surface.Groups[1].Value, surface.Groups[2].Value)
            : null;
    }

    /// <summary>
    /// Determines whether a script is built in. Pages load only the built-in scripts that they need, but all others.
    /// </summary>
    /// <param name="name">The file name without its extension.</param>
    internal static bool IsOwnScript(string name) => OwnNames.Contains($"scripts/{name}.js");

    public IReadOnlyList<ThemeFile> Files { get; }

    /// <summary>
    /// Renders an empty page and discards it. The first page loads half of the framework, which takes a tenth of the
    /// time of a small build, but none if it runs while the pages are being read.
    /// </summary>
    public void WarmUp()
    {
        var frame = new FrameView(
            SiteTitle: "",
            Language: "en",
            Address: SitePath.Home,
            Root: "",
            Title: "",
            Description: null,
            Canonical: null,
            IsIndexed: true,
            Sections: [],
            HasMoreSections: false,
            Breadcrumbs: [],
            Sidebar: new(new("", SitePath.Home), []),
            Contents: [],
            Previous: null,
            Next: null,
            MarkdownFile: null,
            Styles: [],
            Scripts: []
        );
        Render(
            new ArticleView(
                Frame: frame,
                Kind: PageKind.Page,
                IsHome: true,
                TitleId: null,
                TitleHtml: "",
                IsDescribed: false,
                WriteBody: _ => { },
                Tags: [],
                Owner: null,
                Reviewed: null,
                ReviewBy: null,
                Entries: EntryListView.Empty,
                Part: null
            ),
            new ArrayBufferWriter<byte>()
        );
    }

    public void Render(PageView view, IBufferWriter<byte> output)
    {
        using var writer = new Utf8Writer(output, view);
        _renderer.Render(
            typeof(Document),
            new Dictionary<string, object?> { [nameof(Document.View)] = view, [nameof(Document.Surface)] = _surface },
            writer
        );
    }

    public void RenderText(PageView view, IBufferWriter<byte> output)
    {
        using var writer = new Utf8Writer(output, view);
        _renderer.Render(typeof(PageText), new Dictionary<string, object?> { [nameof(PageText.View)] = view }, writer);
    }

    internal static string Render<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        using var writer = new TemplateWriter();
        Own.Render(typeof(TComponent), parameters, writer);
        return writer.ToString();
    }

    private sealed class TemplateWriter() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void Write(string? value) => base.Write(value is null ? null : TemplateLiteral.Unindent(value));
    }

    /// <summary>
    /// Combines the styles in the order of their layers into one file, so that a page needs one request. Styles of a
    /// custom theme come last.
    /// </summary>
    private ThemeFile StyleSheet()
    {
        string[] components =
        [
            "fields",
            "frame",
            "navigation",
            "frame-tools",
            "article",
            "endmatter",
            "ladder",
            "matrix",
            "matrix-views",
            "matrix-phone",
            "matrix-filter",
            "level",
            "ladder-changes",
            "sheet",
            "diagram",
            "code",
            "tabs",
            "map",
            "review",
            "workshop",
            "writing",
            "handout",
            "glossary",
            "link-panel",
            "offline",
            "access",
        ];
        string[] names =
        [
            "layers",
            "fonts",
            "reset",
            "tokens",
            "base",
            "layout",
            "content",
            "callouts",
            "media",
            "tables",
            .. components,
            "search",
            "utilities",
            "print",
            "handout-print",
        ];
        var paths = names.Select(n => $"styles/{n}.css").ToList();
        var others = _overrides
            .Keys.Where(n => n.StartsWith("styles/", StringComparison.Ordinal))
            .Except([.. paths, FormulaStyle])
            .Order(StringComparer.Ordinal);
        return Combine("site.css", paths.Concat(others));
    }

    private ThemeFile Combine(string name, IEnumerable<string> styles) =>
        new(name, Encoding.UTF8.GetBytes(string.Join('\n', styles.Select(n => Minifier.MinifyStyle(Text(n))))));

    private IEnumerable<ThemeFile> Scripts() =>
        OwnNames
            .Union(_overrides.Keys)
            .Where(n => n.StartsWith("scripts/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => new ThemeFile(n["scripts/".Length..], Encoding.UTF8.GetBytes(Minifier.MinifyScript(Text(n)))));

    private IEnumerable<ThemeFile> Fonts() =>
        OwnNames
            .Union(_overrides.Keys)
            .Where(n => n.StartsWith("fonts/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => new ThemeFile(n["fonts/".Length..], Read(n)));

    private string Text(string name) => Encoding.UTF8.GetString(Read(name));

    private byte[] Read(string name)
    {
        if (_overrides.TryGetValue(name, out var given))
            return given;
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The theme has no file '{name}'.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Matches the surface colours; the last match counts, since custom styles come last.</summary>
    [GeneratedRegex(
        @"--surface:\s*light-dark\(\s*(#[0-9a-fA-F]{3,8})\s*,\s*(#[0-9a-fA-F]{3,8})\s*\)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Surface();
}
