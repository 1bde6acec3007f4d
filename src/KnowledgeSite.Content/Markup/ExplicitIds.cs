using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using Markdig.Helpers;
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

/// <summary>
/// Ids of blocks as Obsidian writes them: <c>^limit</c> at the end of a paragraph or a list item, or on a line of its
/// own below a table, a quote or a list. The block gets the id <c>^limit</c>, and readers do not see it.
/// </summary>
internal static partial class BlockIds
{
    /// <param name="ids">Those of the page; the ids found are added.</param>
    public static void Take(MarkdownDocument document, HashSet<string> ids)
    {
        foreach (var paragraph in document.Descendants<ParagraphBlock>().ToList())
        {
            if (paragraph.Inline?.LastChild is not LiteralInline last || IdAtEnd(last.Content.AsSpan()) is not { } id)
                continue;
            if (
                !id.FollowsSpace
                && last.PreviousSibling is not (null or LineBreakInline or WikiLinkInline or LinkInline)
            )
                continue;
            var isAlone = id.Start == 0 && last.PreviousSibling is null;
            if ((isAlone ? BlockBefore(paragraph) : HolderOf(paragraph)) is not { } holder)
                continue;

            if (ids.Add(id.Name))
                holder.GetAttributes().Id ??= id.Name;
            if (isAlone)
                paragraph.Parent!.Remove(paragraph);
            else
                RemoveId(last, id.Start);
        }
    }

    private static (int Start, bool FollowsSpace, string Name)? IdAtEnd(ReadOnlySpan<char> text)
    {
        var mark = text.LastIndexOf('^');
        if (mark < 0)
            return null;
        var followsSpace = mark > 0 && char.IsWhiteSpace(text[mark - 1]);
        return (mark == 0 || followsSpace) && Id().IsMatch(text[mark..])
            ? (followsSpace ? mark - 1 : mark, followsSpace, text[mark..].Trim().ToString())
            : null;
    }

    /// <summary>An item of a tight list has no paragraph element of its own.</summary>
    private static Block HolderOf(ParagraphBlock paragraph) =>
        paragraph.Parent is ListItemBlock item && item[0] == paragraph ? item : paragraph;

    private static Block? BlockBefore(ParagraphBlock paragraph) =>
        paragraph.Parent is { } parent
        && parent.IndexOf(paragraph) is > 0 and var place
        && parent[place - 1] is not HeadingBlock
            ? parent[place - 1]
            : null;

    private static void RemoveId(LiteralInline text, int start)
    {
        text.Content = new StringSlice(text.Content.AsSpan()[..start].TrimEnd().ToString());
        if (start == 0 && text.PreviousSibling is LineBreakInline line)
            line.Remove();
    }

    /// <summary>
    /// A power such as <c>2 ^n</c> or <c>^10</c> is text: an id has three characters or more, and a letter.
    /// </summary>
    [GeneratedRegex(@"^\^(?=[0-9-]*[A-Za-z])[A-Za-z0-9-]{3,}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}

/// <summary>
/// Labels as MyST writes them, which links of any page lead to: <c>(label)=</c> on the line above a block, and
/// <c>:label: name</c> or <c>:name: name</c> in a directive.
/// </summary>
internal static partial class MystLabels
{
    /// <summary>
    /// Takes out each <c>(label)=</c>, and puts an element with the label as its id before the block below.
    /// </summary>
    /// <param name="ids">Those of the page; labels that are none of them are added.</param>
    public static void Take(MarkdownDocument document, HashSet<string> ids)
    {
        foreach (var paragraph in document.Descendants<ParagraphBlock>().ToList())
        {
            if (paragraph.Inline?.FirstChild is not LiteralInline first || LabelIn(first) is not { } label)
                continue;
            if (first.NextSibling is LineBreakInline line)
            {
                first.Remove();
                line.Remove();
                PutId(paragraph, label, ids);
            }
            else if (first.NextSibling is null && BlockBelow(paragraph) is { } below)
            {
                paragraph.Parent!.Remove(paragraph);
                PutId(below, label, ids);
            }
        }
    }

    /// <summary>All labels of a page, given to elements or not, each once and sorted (ordinal).</summary>
    public static string[] Find(string markdown)
    {
        if (
            !markdown.Contains(")=", StringComparison.Ordinal)
            && !markdown.Contains(":label:", StringComparison.Ordinal)
            && !markdown.Contains(":name:", StringComparison.Ordinal)
        )
            return [];
        return
        [
            .. Label()
                .Matches(markdown)
                .Select(m => ComposedText.Compose(m.Groups["label"].Value))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string? LabelIn(LiteralInline text)
    {
        var label = LabelLine().Match(text.Content.ToString());
        return label.Success ? ComposedText.Compose(label.Groups["label"].Value) : null;
    }

    private static Block? BlockBelow(ParagraphBlock paragraph) =>
        paragraph.Parent is { } parent && parent.IndexOf(paragraph) is var place && place + 1 < parent.Count
            ? parent[place + 1]
            : null;

    private static void PutId(Block block, string label, HashSet<string> ids)
    {
        if (!label.StartsWith(ReservedIds.Prefix, StringComparison.Ordinal) && ids.Add(label))
            FormerIds.PutBefore(block, [label]);
    }

    [GeneratedRegex(@"^\((?<label>[^()\s]{1,100})\)=[ \t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelLine();

    [GeneratedRegex(
        @"^[ \t]{0,20}(?:\((?<label>[^()\s]{1,100})\)=|:(?:label|name):[ \t]{1,8}(?<label>[^\s]{1,100}))[ \t]*\r?$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex Label();
}

/// <summary>
/// Ids of the frame around a page. No heading's own id can begin like this, since GitHub's rule drops the colon.
/// </summary>
internal static class ReservedIds
{
    public const string Prefix = "site:";
}
