using System.Text.RegularExpressions;
using KnowledgeSite.Files;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

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
