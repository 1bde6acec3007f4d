using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Recognises the lines that begin a tab directly within <c>::: tabs</c>: <c>== Title</c> as in VitePress, and
/// <c>@tab Title</c> or <c>@tab:active Title</c> as in VuePress.
/// </summary>
internal sealed partial class TabLineParser : BlockParser
{
    public TabLineParser() => OpeningCharacters = ['=', '@'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var parent = processor.CurrentContainer;
        while (parent is { IsOpen: false, Parent: not null })
            parent = parent.Parent;
        if (processor.IsCodeIndent || parent is not CustomContainer container || !TabGroups.IsTabs(container))
            return BlockState.None;
        if (Line().Match(processor.Line.ToString()) is not { Success: true } line)
            return BlockState.None;
        var title = line.Groups["title"];
        var start = processor.Start + title.Index;
        var text = new StringSlice(processor.Line.Text, start, start + title.ValueSpan.TrimEnd().Length - 1);
        var block = new TabLine(this)
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
            IsSelected = line.Groups["active"].Success,
        };
        if (!text.IsEmpty)
            block.Add(new BlockTitle(processor, text));
        processor.NewBlocks.Push(block);
        return BlockState.BreakDiscard;
    }

    [GeneratedRegex(@"^(?:==|@tab(?<active>:active)?)(?:[ \t]+(?<title>\S.*)|[ \t]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}

/// <summary>
/// Recognises the tabs of Docusaurus and Starlight: <c>&lt;Tabs groupId="os"&gt;</c>, <c>&lt;TabItem value="linux"
/// label="Linux" default&gt;</c> and their end tags, each on a line of its own or with the text of the tab. As in MDX,
/// the content may be indented.
/// </summary>
internal sealed partial class TabElementParser : BlockParser
{
    /// <summary>The number of characters in which a start tag must end.</summary>
    private const int MaxTag = 2_000;

    /// <summary>
    /// The number of blocks around an element. Deeper elements are text, because the time for a line grows with them.
    /// </summary>
    private const int MaxDepth = 50;

    public TabElementParser() => OpeningCharacters = ['<', 'i'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        if (line.CurrentChar == 'i')
            return OpenImport(processor);
        if (processor.IsCodeIndent || FindName(line.AsSpan()) is not { } name)
            return BlockState.None;
        var end = FindEnd(line.Text, line.Start + name.Length + 1);
        if (end < 0 || IsTooDeep(processor.CurrentContainer))
            return BlockState.None;
        var tag = line.Text[line.Start..end];
        var block = Create(name, tag);
        block.Column = processor.Column;
        block.Span = new SourceSpan(processor.Start, end - 1);
        var element = new TabElement(name, end);
        block.SetData(typeof(TabElement), element);
        if (end > line.End)
            return Open(processor, block, BlockState.ContinueDiscard);
        var rest = line.Text.AsSpan(end, line.End + 1 - end);
        if (name == "Tabs" && !rest.IsWhiteSpace())
            return BlockState.None;
        if (rest.IsWhiteSpace())
            return Open(processor, block, BlockState.ContinueDiscard);

        var content = rest.TrimEnd();
        if (content.EndsWith("</TabItem>"))
        {
            element.HasEnded = true;
            processor.Line.End = end + content.Length - "</TabItem>".Length - 1;
        }

        while (processor.Line.Start < end)
            processor.NextColumn();
        return Open(processor, block, BlockState.Continue);
    }

    /// <summary>The positions of the start tags.</summary>
    public static IEnumerable<SourceSpan> FindTags(MarkdownDocument document) =>
        document
            .Descendants<ContainerBlock>()
            .Where(b => b is TabGroup or TabBlock)
            .Select(b =>
                b.GetData(typeof(TabElement)) is TabElement element ? (b.Span.Start, element.EndOfTag) : default
            )
            .Where(t => t.EndOfTag > 0)
            .Select(t => new SourceSpan(t.Start, t.EndOfTag - 1));

    /// <summary>True for an element whose end tag has not been read.</summary>
    public static bool IsWithoutEnd(ContainerBlock block) =>
        block.GetData(typeof(TabElement)) is TabElement { HasEnded: false };

    /// <summary>The names and positions of elements that have no end tag.</summary>
    public static IEnumerable<(string Name, SourceSpan Tag)> FindOpen(MarkdownDocument document) =>
        document
            .Descendants<ContainerBlock>()
            .Where(IsWithoutEnd)
            .Select(b => (((TabElement)b.GetData(typeof(TabElement))!).Name, b.Span));

    private static bool IsTooDeep(ContainerBlock? block)
    {
        var depth = 0;
        for (; block is not null && depth <= MaxDepth; block = block.Parent)
            depth++;
        return depth > MaxDepth;
    }

    private static BlockState Open(BlockProcessor processor, ContainerBlock block, BlockState state)
    {
        processor.NewBlocks.Push(block);
        return state;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var element = (TabElement)block.GetData(typeof(TabElement))!;
        if (element.HasEnded)
            return BlockState.None;
        if (processor.IsBlankLine)
            return BlockState.Continue;
        block.UpdateSpanEnd(processor.Line.End);
        if (processor.Line.Start < element.EndOfTag)
            return BlockState.ContinueDiscard;
        if (processor.Line.CurrentChar == '<' && element.IsEnd(processor.Line) && EndsHere(element.Name, block))
        {
            element.HasEnded = true;
            return BlockState.BreakDiscard;
        }

        element.Indentation ??= processor.Indent;
        var strip = Math.Min(processor.Indent, element.Indentation.Value);
        if (strip > 0)
            processor.GoToColumn(processor.ColumnBeforeIndent + strip);
        return BlockState.Continue;
    }

    /// <summary>True if the end tag is not within code, and ends no element of the same name within this one.</summary>
    private static bool EndsHere(string name, Block block)
    {
        while (block is ContainerBlock { LastChild: { } last })
        {
            if (last.GetData(typeof(TabElement)) is TabElement { HasEnded: false } inner && inner.Name == name)
                return false;
            block = last;
        }

        return block is not FencedCodeBlock { ClosingFencedCharCount: 0 };
    }

    private BlockState OpenImport(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !Import().IsMatch(processor.Line.ToString()))
            return BlockState.None;
        processor.NewBlocks.Push(
            new TabImport(this)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            }
        );
        return BlockState.BreakDiscard;
    }

    private static string? FindName(ReadOnlySpan<char> line)
    {
        foreach (var name in (ReadOnlySpan<string>)["TabItem", "Tabs"])
            if (
                line.Length > name.Length + 1
                && line[1..].StartsWith(name, StringComparison.Ordinal)
                && line[name.Length + 1] is '>' or ' ' or '\t' or '\r' or '\n'
            )
                return name;
        return line is "<Tabs" ? "Tabs"
            : line is "<TabItem" ? "TabItem"
            : null;
    }

    /// <summary>The offset after the start tag, or -1. Signs within quotes and braces do not count.</summary>
    private static int FindEnd(string text, int start)
    {
        var depth = 0;
        var quote = '\0';
        for (var i = start; i < Math.Min(text.Length, start + MaxTag); i++)
        {
            var character = text[i];
            if (quote != '\0')
                quote = character == quote ? '\0' : quote;
            else if (character is '"' or '\'')
                quote = character;
            else if (character == '{')
                depth++;
            else if (character == '}')
                depth--;
            else if (depth <= 0 && character == '>')
                return text[i - 1] == '/' ? -1 : i + 1;
            else if (depth <= 0 && character == '<')
                return -1;
        }

        return -1;
    }

    private ContainerBlock Create(string name, string tag)
    {
        var values = Attribute()
            .Matches(tag)
            .DistinctBy(a => a.Groups["key"].Value)
            .ToDictionary(a => a.Groups["key"].Value, a => a.Groups["value"].Value, StringComparer.Ordinal);
        if (name == "Tabs")
        {
            var group = new TabGroup(this)
            {
                Name = values.GetValueOrDefault("groupId") ?? values.GetValueOrDefault("syncKey"),
            };
            group.SetData(typeof(TabValues), TabValues.Read(tag, values.GetValueOrDefault("defaultValue")));
            return group;
        }

        var value = values.GetValueOrDefault("value");
        return new TabBlock(this)
        {
            IsElement = true,
            Label = values.GetValueOrDefault("label") ?? value,
            Name = value,
            IsSelected = Default().IsMatch(tag),
        };
    }

    [GeneratedRegex(
        @"\s(?<key>[\w-]+)=(?:""(?<value>[^""]*)""|'(?<value>[^']*)'|\{[""'`](?<value>[^""'`{}]*)[""'`]\})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\sdefault(?=[\s>])|\sdefault=\{true\}", RegexOptions.CultureInvariant)]
    private static partial Regex Default();

    [GeneratedRegex(
        @"^import[ \t]+(?:TabItem|Tabs|\{[ \t]*(?:(?:TabItem|Tabs)[ \t]*,?[ \t]*){1,2}\})[ \t]+from[ \t]+"
            + @"['""]@(?:theme/(?:TabItem|Tabs)|astrojs/starlight/components)['""];?[ \t]*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Import();

    /// <summary>An element whose content is being read.</summary>
    /// <param name="endOfTag">The offset after its start tag.</param>
    private sealed class TabElement(string name, int endOfTag)
    {
        public string Name { get; } = name;

        public int EndOfTag { get; } = endOfTag;

        public bool HasEnded { get; set; }

        /// <summary>The indentation of the first line of the content. It is removed from all lines.</summary>
        public int? Indentation { get; set; }

        public bool IsEnd(StringSlice line) =>
            line.AsSpan().TrimEnd() is ['<', '/', .. var end, '>'] && end.TrimEnd().SequenceEqual(Name);
    }
}
