using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// The blocks of a workshop that only one audience may read. For the other audience, the blocks are replaced by spaces
/// and the text is parsed again, so nothing of a block remains, such as its footnotes. A block with an unknown name is
/// for the facilitator.
/// </summary>
internal sealed class AudienceBlocks(MarkdownDocument document, string markdown)
{
    private static readonly string[] ForEveryone =
    [
        .. Callout.KnownTypes,
        "examples",
        "anti-signals",
        "no-search",
        "tabs",
        "tab",
        "code-group",
        "everyone",
    ];

    /// <summary>The names of all blocks that have a meaning.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [.. ForEveryone, "facilitator", "participant", .. WritingSpace.Forms.Keys];

    private readonly List<CustomContainer> _containers = [.. document.Descendants<CustomContainer>()];

    public void Report(SourceFile file, int bodyStart, DiagnosticBag diagnostics)
    {
        foreach (var container in _containers.Where(c => NameOf(c) is { } name && !Known.Contains(name)))
            diagnostics.Add(
                Diagnostic.At(
                    WorkshopRules.UnknownBlock,
                    file,
                    NameSpan(container),
                    NameOf(container),
                    SuggestionIndex.DidYouMean(NameOf(container)!, Known)
                )
            );
        foreach (var container in _containers.Where(c => NameOf(c) is null))
            diagnostics.Add(
                Diagnostic.At(WorkshopRules.StrayBlockEnd, file, new SourceSpan(bodyStart + container.Span.Start, 3))
            );

        SourceSpan NameSpan(CustomContainer container)
        {
            var name = container.Info ?? NameOf(container)!;
            var at = markdown.IndexOf(name, container.Span.Start, StringComparison.Ordinal);
            return new(bodyStart + Math.Max(at, container.Span.Start), name.Length);
        }
    }

    /// <summary>The Markdown without the blocks of the other audience. All characters keep their positions.</summary>
    public string For(Audience audience)
    {
        var text = markdown.ToCharArray();
        foreach (var container in _containers.Where(c => IsLeftOut(NameOf(c), audience)))
        {
            var end =
                container.ClosingFencedCharCount > 0 ? Math.Min(container.Span.End + 1, text.Length) : text.Length;
            for (var i = container.Span.Start; i < end; i++)
                if (text[i] != '\n')
                    text[i] = ' ';
        }

        return new(text);
    }

    private static bool IsLeftOut(string? name, Audience audience)
    {
        if (name is not null && ForEveryone.Contains(name))
            return false;
        return audience == Audience.Participant ? name != "participant" : name == "participant";
    }

    /// <summary>The name of a block in lower case, or its first class. Null if it has neither.</summary>
    private static string? NameOf(CustomContainer container)
    {
        if (container.Info is { Length: > 0 } info)
            return info.ToLowerInvariant();
        return container.TryGetAttributes()?.Classes?.FirstOrDefault()?.ToLowerInvariant();
    }
}
