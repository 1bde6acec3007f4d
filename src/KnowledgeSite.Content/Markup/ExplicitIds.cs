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
/// Former ids of elements, so that published links to them still work: <c>## Reach {#reach was=scope}</c>. Any element
/// with an id can have them. Several ids are in quotes and separated by spaces.
/// </summary>
internal sealed class FormerIds(SourceFile file, int bodyStart, DiagnosticBag diagnostics)
{
    public const string Key = "was";

    /// <summary>
    /// Inserts an empty element for each former id before the element with the new id, and adds the ids to those of the
    /// page.
    /// </summary>
    public void Insert(MarkdownDocument document, HashSet<string> ids)
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
                InsertBefore(element, free);
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

    /// <summary>
    /// Inserts an empty element for each id before an element, or at the start of its text if it has some.
    /// </summary>
    public static void InsertBefore(MarkdownObject element, IReadOnlyList<string> ids)
    {
        if (element is ListItemBlock { Count: > 0 } item)
            InsertBefore(item[0], ids);
        else if (element is LeafBlock { Inline: { FirstChild: { } first } })
            first.InsertBefore(new FormerIdsInline(ids));
        else if (element is Inline inline)
            inline.InsertBefore(new FormerIdsInline(ids));
        else if (element is Block { Parent: { } parent } block)
            parent.Insert(parent.IndexOf(block), new FormerIdsBlock(ids));
    }
}

/// <summary>Former ids within the text of an element.</summary>
internal sealed class FormerIdsInline(IReadOnlyList<string> ids) : LeafInline, IBodyElement
{
    public void Write(BodyRenderer body)
    {
        foreach (var id in ids)
            body.Write("<span class=\"former-id\" id=\"").WriteEscape(id).Write("\"></span>");
    }
}

/// <summary>Former ids before a block without text of its own, such as a table.</summary>
internal sealed class FormerIdsBlock(IReadOnlyList<string> ids) : LeafBlock(null), IBodyElement
{
    public void Write(BodyRenderer body)
    {
        body.EnsureLine();
        new FormerIdsInline(ids).Write(body);
        body.EnsureLine();
    }
}

/// <summary>
/// Block ids as in Obsidian: <c>^limit</c> at the end of a paragraph or list item, or on a line of its own below a
/// table, quote or list. The block gets the id <c>^limit</c>, which readers do not see.
/// </summary>
internal static partial class BlockIds
{
    /// <summary>Assigns the block ids and removes them from the text.</summary>
    /// <param name="ids">The ids of the page. The block ids are added to them.</param>
    public static void Assign(MarkdownDocument document, HashSet<string> ids)
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

    /// <summary>
    /// The element that gets the id: the list item of a first paragraph, because a tight list has no paragraph
    /// elements, otherwise the paragraph.
    /// </summary>
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
    /// Matches a block id. A power such as <c>2 ^n</c> or <c>^10</c> is text: an id has at least three characters and a
    /// letter.
    /// </summary>
    [GeneratedRegex(@"^\^(?=[0-9-]*[A-Za-z])[A-Za-z0-9-]{3,}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}

/// <summary>
/// Labels as in MyST, which links on any page can refer to: <c>(label)=</c> on the line above a block, <c>:label:
/// name</c> or <c>:name: name</c> in a directive, <c>label: name</c> in front matter or a code cell, <c>$$ (name)</c>
/// after an equation, and <c>+++ {"label": "name"}</c> between blocks.
/// </summary>
internal static partial class MystLabels
{
    /// <summary>
    /// Removes each <c>(label)=</c> and inserts an element with the label as its id before the next block.
    /// </summary>
    /// <param name="ids">The ids of the page. New labels are added to them.</param>
    public static void Assign(MarkdownDocument document, HashSet<string> ids)
    {
        foreach (var paragraph in document.Descendants<ParagraphBlock>().ToList())
        {
            if (paragraph.Inline?.FirstChild is not LiteralInline first || LabelIn(first) is not { } label)
                continue;
            if (first.NextSibling is LineBreakInline line)
            {
                first.Remove();
                line.Remove();
                InsertId(paragraph, label, ids);
            }
            else if (first.NextSibling is null && BlockBelow(paragraph) is { } below)
            {
                paragraph.Parent!.Remove(paragraph);
                InsertId(below, label, ids);
            }
        }
    }

    /// <summary>All distinct labels of a page in ordinal order, including those without an element.</summary>
    public static string[] Find(string markdown)
    {
        if (
            !markdown.Contains(")=", StringComparison.Ordinal)
            && !markdown.Contains("label", StringComparison.Ordinal)
            && !markdown.Contains("$$ (", StringComparison.Ordinal)
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

    private static void InsertId(Block block, string label, HashSet<string> ids)
    {
        if (!label.StartsWith(ReservedIds.Prefix, StringComparison.Ordinal) && ids.Add(label))
            FormerIds.InsertBefore(block, [label]);
    }

    [GeneratedRegex(@"^\((?<label>[^()\s]{1,100})\)=[ \t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelLine();

    [GeneratedRegex(
        @"^[ \t]{0,20}(?:\((?<label>[^()\s]{1,100})\)=|:(?:label|name):[ \t]{1,8}(?<label>[^\s]{1,100})"
            + @"|(?:#\|[ \t]{1,8})?label:[ \t]{1,8}(?<label>[^\s]{1,100})|\$\$[ \t]\((?<label>[^()\s]{1,100})\)"
            + @"|\+\+\+ ?\{""label"": ?""(?<label>[^""\s]{1,100})"" ?\})[ \t]*\r?$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex Label();
}

/// <summary>
/// The prefix of ids outside the text of a page. The id of a heading cannot begin with it, because headings lose the
/// colon.
/// </summary>
internal static class ReservedIds
{
    public const string Prefix = "site:";
}
