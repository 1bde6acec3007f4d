using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Ids under which something was published before, so that addresses with them keep working: <c>## Reach {#reach
/// was=scope}</c>. In braces of anything that takes an id; several stand in quotes, with blanks between.
/// </summary>
internal sealed class FormerIds(SourceFile file, int bodyStart, DiagnosticBag diagnostics)
{
    public const string Key = "was";

    /// <summary>
    /// Puts an empty element with each former id before what has the new one, and adds the ids to those of the page.
    /// </summary>
    public void Put(MarkdownDocument document, HashSet<string> ids)
    {
        foreach (
            var element in document
                .Descendants()
                .Where(e => e.TryGetAttributes()?.Properties?.Exists(p => p.Key == Key) == true)
                .ToList()
        )
        {
            var former = Parse(element.GetAttributes());
            element.GetAttributes().Properties!.RemoveAll(p => p.Key == Key);
            var free = former.Where(id => IsFree(id, element, ids)).ToList();
            if (free.Count > 0)
                PutBefore(element, free);
        }
    }

    public static IReadOnlyList<string> Parse(HtmlAttributes attributes) =>
        attributes
            .Properties?.Find(p => p.Key == Key)
            .Value?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        ?? [];

    private bool IsFree(string id, MarkdownObject element, HashSet<string> ids)
    {
        var isReserved = id.StartsWith(ReservedIds.Prefix, StringComparison.Ordinal);
        if (!isReserved && ids.Add(id))
            return true;
        var written = file.Text!.Value.IndexOf(
            id,
            bodyStart + Math.Max(0, element.Span.Start),
            StringComparison.Ordinal
        );
        diagnostics.Add(
            Diagnostic.At(
                isReserved ? MarkdownRules.ReservedId : MarkdownRules.DuplicateId,
                file,
                new SourceSpan(Math.Max(written, 0), id.Length),
                id
            )
        );
        return false;
    }

    /// <summary>Puts an empty element with each id before an element, inside its text where it has some.</summary>
    public static void PutBefore(MarkdownObject element, IReadOnlyList<string> ids)
    {
        if (element is ListItemBlock { Count: > 0 } item)
            PutBefore(item[0], ids);
        else if (element is LeafBlock { Inline: { FirstChild: { } first } })
            first.InsertBefore(new FormerIdsInline(ids));
        else if (element is Inline inline)
            inline.InsertBefore(new FormerIdsInline(ids));
        else if (element is Block { Parent: { } parent } block)
            parent.Insert(parent.IndexOf(block), new FormerIdsBlock(ids));
    }
}

/// <summary>Among the words that have the new id.</summary>
internal sealed class FormerIdsInline(IReadOnlyList<string> ids) : LeafInline
{
    public IReadOnlyList<string> Ids { get; } = ids;
}

/// <summary>Before a block that holds no words of its own, such as a table.</summary>
internal sealed class FormerIdsBlock(IReadOnlyList<string> ids) : LeafBlock(null)
{
    public IReadOnlyList<string> Ids { get; } = ids;
}

internal sealed class FormerIdsInlineRenderer : HtmlObjectRenderer<FormerIdsInline>
{
    protected override void Write(HtmlRenderer renderer, FormerIdsInline former) => Write(renderer, former.Ids);

    internal static void Write(HtmlRenderer renderer, IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
            renderer.Write("<span class=\"former-id\" id=\"").WriteEscape(id).Write("\"></span>");
    }
}

internal sealed class FormerIdsBlockRenderer : HtmlObjectRenderer<FormerIdsBlock>
{
    protected override void Write(HtmlRenderer renderer, FormerIdsBlock former)
    {
        renderer.EnsureLine();
        FormerIdsInlineRenderer.Write(renderer, former.Ids);
        renderer.EnsureLine();
    }
}
