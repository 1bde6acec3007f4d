using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering;
using KnowledgeSite.Theme.Templates;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeSite.Theme;

/// <summary>The site's own look: Razor templates, one style sheet put together from <c>styles/</c>, the scripts of <c>scripts/</c>.</summary>
public sealed class Theme : ITheme
{
    private readonly IReadOnlyDictionary<string, byte[]> _instead;

    public Theme() : this(new Dictionary<string, byte[]>()) { }

    /// <param name="instead">Styles and scripts by their paths (<c>styles/base.css</c>), in the place of its own or beside them.</param>
    public Theme(IReadOnlyDictionary<string, byte[]> instead)
    {
        _instead = instead;
        Files = [StyleSheet(), .. Scripts()];
    }

    private static readonly RendererServices Services = new();

    public IReadOnlyList<ThemeFile> Files { get; }

    /// <summary>
    /// Renders a page that nobody sees. The first page loads half of the framework, which costs a small build a tenth of its time;
    /// begun while the pages are still being read, it costs none.
    /// </summary>
    public void WarmUp()
    {
        var frame = new FrameView("", "en", SitePath.Home, "", "", null, null, true, [], false, [], new(new("", SitePath.Home), []), [], null, null, null, [], []);
        Render(new ArticleView(frame, PageKind.Page, true, null, "", false, _ => { }, [], null, null, null, EntryListView.Empty, null), new ArrayBufferWriter<byte>());
    }

    public void Render(PageView view, IBufferWriter<byte> output)
    {
        using var writer = new Utf8Writer(output, view);
        Render<Document>(new() { [nameof(Document.View)] = view }, writer);
    }

    public void RenderText(PageView view, IBufferWriter<byte> output)
    {
        using var writer = new Utf8Writer(output, view);
        Render<PageText>(new() { [nameof(PageText.View)] = view }, writer);
    }

    internal static string Render<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Render<TComponent>(parameters, writer);
        return writer.ToString();
    }

    private static void Render<TComponent>(Dictionary<string, object?> parameters, TextWriter writer)
        where TComponent : IComponent
    {
        // A renderer keeps every component it has rendered until it is disposed, so each page has its own.
        using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var component = renderer.Dispatcher.InvokeAsync(() => renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).GetAwaiter().GetResult();
        renderer.Dispatcher.InvokeAsync(() => component.WriteHtmlTo(writer)).GetAwaiter().GetResult();
    }

    /// <summary>The styles in the order of their layers, as one file: a page waits for one answer, not for many.</summary>
    private ThemeFile StyleSheet()
    {
        string[] components = ["frame", "navigation", "article", "endmatter", "rubric", "matrix", "level", "ladder-changes", "sheet", "diagram", "map", "review", "workshop", "writing", "handout", "glossary", "link-panel"];
        string[] names = ["layers", "reset", "tokens", "base", "layout", "content", .. components, "search", "utilities", "print", "handout-print"];
        return new("site.css", Encoding.UTF8.GetBytes(string.Join('\n', names.Select(n => Encoding.UTF8.GetString(Read($"styles/{n}.css"))))));
    }

    private IEnumerable<ThemeFile> Scripts() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Union(_instead.Keys).Where(n => n.StartsWith("scripts/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(n => new ThemeFile(n["scripts/".Length..], Read(n)));

    private byte[] Read(string name)
    {
        if (_instead.TryGetValue(name, out var given)) return given;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The theme has no file '{name}'.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>
    /// What a renderer asks for: an encoder that leaves letters of every script as they are, and a maker of components. The
    /// framework's own maker compiles an expression for each component, which costs a small build a tenth of its time.
    /// </summary>
    private sealed class RendererServices : IServiceProvider, IComponentActivator
    {
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        public object? GetService(Type serviceType) =>
            serviceType == typeof(HtmlEncoder) ? Encoder : serviceType == typeof(IComponentActivator) ? this : null;

        public IComponent CreateInstance(Type componentType) => (IComponent)Activator.CreateInstance(componentType)!;
    }
}
