using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

// The types of the tree may change with a version of the framework. The compiler and the tests notice.
#pragma warning disable BL0006

namespace KnowledgeSite.Theme;

/// <summary>
/// Writes templates as HTML. The framework's renderer keeps the tree of each component to compare it with the next one,
/// which takes a tenth of a build. A template is rendered once and has no state, so this renderer writes its tree and
/// forgets it. Components of a custom theme may do all that a component can: the framework renders them.
/// </summary>
/// <param name="templates">The components of a custom theme, which replace built-in ones of the same name; null for
/// none.</param>
internal sealed class TemplateRenderer(Assembly? templates) : IServiceProvider, IComponentActivator
{
    private static readonly HtmlEncoder Encoder = new PageTextEncoder();

    /// <summary>The elements without content and end tag: https://html.spec.whatwg.org/#void-elements</summary>
    private static readonly HashSet<string> VoidElements =
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ];

    private readonly Dictionary<string, Type> _overrides = templates is null
        ? []
        : templates
            .GetExportedTypes()
            .Where(t => t.IsAssignableTo(typeof(IComponent)) && !t.IsAbstract)
            .DistinctBy(t => t.Name)
            .ToDictionary(t => t.Name, StringComparer.Ordinal);

    public void Render(Type type, IDictionary<string, object?> parameters, TextWriter output)
    {
        var view = ParameterView.FromDictionary(parameters);
        if (CreateInstance(type) is not Template template)
        {
            RenderWithFramework(type, view, output);
            return;
        }

        view.SetParameterProperties(template);
        using var builder = new RenderTreeBuilder();
        template.Build(builder);
        var frames = builder.GetFrames();
        Write(frames.Array.AsSpan(0, frames.Count), output);
    }

    public object? GetService(Type serviceType) =>
        serviceType == typeof(HtmlEncoder) ? Encoder
        : serviceType == typeof(IComponentActivator) ? this
        : null;

    /// <summary>
    /// Creates a component with its constructor. The framework's own activator compiles an expression for each
    /// component, which takes a tenth of the time of a small build.
    /// </summary>
    public IComponent CreateInstance(Type componentType) =>
        (IComponent)
            Activator.CreateInstance(
                componentType.Assembly == typeof(Theme).Assembly
                && _overrides.TryGetValue(componentType.Name, out var other)
                    ? other
                    : componentType
            )!;

    private void RenderWithFramework(Type type, ParameterView parameters, TextWriter output)
    {
        // A renderer keeps all components that it rendered until it is disposed.
        using var renderer = new HtmlRenderer(this, NullLoggerFactory.Instance);
        var component = renderer
            .Dispatcher.InvokeAsync(() => renderer.RenderComponentAsync(type, parameters))
            .GetAwaiter()
            .GetResult();
        renderer.Dispatcher.InvokeAsync(() => component.WriteHtmlTo(output)).GetAwaiter().GetResult();
    }

    private void Write(ReadOnlySpan<RenderTreeFrame> frames, TextWriter output)
    {
        for (var i = 0; i < frames.Length; )
        {
            ref readonly var frame = ref frames[i];
            switch (frame.FrameType)
            {
                case RenderTreeFrameType.Element:
                    WriteElement(frames.Slice(i, frame.ElementSubtreeLength), output);
                    i += frame.ElementSubtreeLength;
                    break;
                case RenderTreeFrameType.Component:
                    Render(
                        frame.ComponentType,
                        Parameters(frames.Slice(i + 1, frame.ComponentSubtreeLength - 1)),
                        output
                    );
                    i += frame.ComponentSubtreeLength;
                    break;
                case RenderTreeFrameType.Text:
                    Encoder.Encode(output, frame.TextContent);
                    i++;
                    break;
                case RenderTreeFrameType.Markup:
                    output.Write(frame.MarkupContent);
                    i++;
                    break;
                default:
                    i++;
                    break;
            }
        }
    }

    private void WriteElement(ReadOnlySpan<RenderTreeFrame> element, TextWriter output)
    {
        var name = element[0].ElementName;
        output.Write('<');
        output.Write(name);
        var content = 1;
        for (; content < element.Length && element[content].FrameType == RenderTreeFrameType.Attribute; content++)
            WriteAttribute(element[content], output);
        if (content == element.Length && VoidElements.Contains(name))
        {
            output.Write(" />");
            return;
        }

        output.Write('>');
        Write(element[content..], output);
        output.Write("</");
        output.Write(name);
        output.Write('>');
    }

    private static void WriteAttribute(in RenderTreeFrame attribute, TextWriter output)
    {
        if (attribute.AttributeValue is not (true or string))
            return;
        output.Write(' ');
        output.Write(attribute.AttributeName);
        if (attribute.AttributeValue is not string value)
            return;
        output.Write("=\"");
        Encoder.Encode(output, value);
        output.Write('"');
    }

    private static Dictionary<string, object?> Parameters(ReadOnlySpan<RenderTreeFrame> attributes)
    {
        var parameters = new Dictionary<string, object?>(attributes.Length, StringComparer.Ordinal);
        foreach (ref readonly var attribute in attributes)
            parameters[attribute.AttributeName] = attribute.AttributeValue;
        return parameters;
    }
}
