using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

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
