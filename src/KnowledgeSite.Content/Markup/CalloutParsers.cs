using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Recognises the first line of a quotation that is a callout: <c>[!note]</c> as on GitHub, or as in Obsidian any type,
/// a sign that makes it collapsible (<c>-</c> closed, <c>+</c> open) and a title.
/// </summary>
internal sealed partial class CalloutParser : BlockParser
{
    public CalloutParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || processor.CurrentContainer is not QuoteBlock { Count: 0 } quote)
            return BlockState.None;
        if (FirstLine().Match(processor.Line.ToString()) is not { Success: true } line)
            return BlockState.None;
        var form = line.Groups["fold"].Value switch
        {
            "-" => CalloutForm.Closed,
            "+" => CalloutForm.Open,
            _ => CalloutForm.Box,
        };
        new Callout(line.Groups["type"].Value, form).AttachTo(quote);
        AddTitle(processor, quote, line.Groups["title"]);
        return BlockState.BreakDiscard;
    }

    public static void AddTitle(BlockProcessor processor, ContainerBlock block, Group title)
    {
        var length = title.ValueSpan.TrimEnd().Length;
        if (length == 0)
            return;
        var start = processor.Start + title.Index;
        block.Add(new BlockTitle(processor, new StringSlice(processor.Line.Text, start, start + length - 1)));
    }

    [GeneratedRegex(
        @"^\[!(?<type>[\p{L}][\p{L}\d_-]*)(\|[^\]\r\n]*)?\](?<fold>[+-]?)(?:[ \t]+(?<title>\S.*)|[ \t]*)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex FirstLine();
}

/// <summary>
/// Recognises the blocks of Material for MkDocs: admonitions <c>!!! note "Title"</c>, collapsible blocks <c>???</c> and
/// <c>???+</c>, and tabs <c>=== "Title"</c>. The content is indented by four spaces.
/// </summary>
internal sealed partial class AdmonitionParser : BlockParser
{
    private const int Indentation = 4;

    public AdmonitionParser() => OpeningCharacters = ['!', '?', '='];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || FirstLine().Match(processor.Line.ToString()) is not { Success: true } line)
            return BlockState.None;
        var title = line.Groups["title"];
        if (title.Length == 0 && !IsContentBelow(processor))
            return BlockState.None;
        var mark = line.Groups["mark"].Value;
        var block =
            mark == "==="
                ? new TabBlock(this)
                {
                    StartsGroup = line.Groups["options"].Value.Contains('!'),
                    IsSelected = line.Groups["options"].Value.Contains('+'),
                }
                : new AdmonitionBlock(this);
        block.Column = processor.Column;
        block.Span = new SourceSpan(processor.Start, processor.Line.End);
        if (block is not TabBlock)
            new Callout(line.Groups["type"].Value, FormOf(mark)).AttachTo(block);
        CalloutParser.AddTitle(processor, block, title);
        processor.NewBlocks.Push(block);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine)
            return BlockState.Continue;
        if (!processor.IsCodeIndent)
            return BlockState.None;
        processor.GoToCodeIndent();
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    private static CalloutForm FormOf(string mark) =>
        mark switch
        {
            "???" => CalloutForm.Closed,
            "???+" => CalloutForm.Open,
            _ => CalloutForm.Box,
        };

    /// <summary>True if the next line that is not empty is indented further than this one.</summary>
    private static bool IsContentBelow(BlockProcessor processor)
    {
        var text = processor.Line.Text;
        var width = 0;
        for (var i = processor.Line.End + 1; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r')
                width = 0;
            else if (text[i] == '\t')
                width += Indentation - (width % Indentation);
            else if (text[i] == ' ')
                width++;
            else
                return width >= processor.Column + Indentation;
        }

        return false;
    }

    [GeneratedRegex(
        @"^(?:(?<mark>!!!|\?\?\?\+?)[ \t]*(?<type>[\p{L}][\w-]*)(?:[ \t]+[\p{L}][\w-]*)*"
            + @"(?:[ \t]+""(?<title>.*)"")?|(?<mark>===)(?<options>[!+]{0,2})[ \t]+""(?<title>.*)"")[ \t]*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex FirstLine();
}

/// <summary>
/// Recognises the blocks of PyMdown Extensions: <c>/// note | Title</c> … <c>///</c>, with options below the first
/// line, indented by four spaces. <c>/// details</c> is a collapsible block, <c>/// tab</c> a tab. A block with more
/// slashes can contain blocks with fewer.
/// </summary>
internal sealed partial class SlashBlockParser : BlockParser
{
    public SlashBlockParser() => OpeningCharacters = ['/'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || FirstLine().Match(processor.Line.ToString()) is not { Success: true } line)
            return BlockState.None;
        var slashes = line.Groups["slashes"].Length;
        if (!LastLines.Get(processor).IsBelow(slashes, processor.Line.End))
            return BlockState.None;
        var type = line.Groups["type"].Value;
        var title = line.Groups["title"];
        var options = Options()
            .Match(processor.Line.Text, Math.Min(processor.Line.End + 1, processor.Line.Text.Length));
        var block =
            type == "tab"
                ? new TabBlock(this)
                {
                    StartsGroup = Option(options, "new") is "true" or "True",
                    IsSelected = Option(options, "select") is "true" or "True",
                }
                : new AdmonitionBlock(this);
        block.Column = processor.Column;
        block.Span = new SourceSpan(processor.Start, processor.Line.End);
        block.Slashes = slashes;
        block.EndOfOptions = options.Success ? options.Index + options.Length : processor.Line.End + 1;
        var callout = CreateCallout(type, options);
        callout?.AttachTo(block);
        if (callout is not null || block is TabBlock)
            CalloutParser.AddTitle(processor, block, title);

        processor.NewBlocks.Push(block);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var slashBlock = (AdmonitionBlock)block;
        block.UpdateSpanEnd(processor.Line.End);
        if (processor.Line.Start < slashBlock.EndOfOptions && !processor.IsBlankLine)
            return BlockState.ContinueDiscard;
        if (processor.IsCodeIndent || !IsEnd(processor.Line, slashBlock.Slashes) || !EndsHere(slashBlock))
            return BlockState.Continue;
        slashBlock.HasEnded = true;
        return BlockState.BreakDiscard;
    }

    /// <summary>The callout for a block type, or null for a type without a frame, such as a caption.</summary>
    private static Callout? CreateCallout(string type, Match options)
    {
        var kind = Option(options, "type");
        return type switch
        {
            "html" or "caption" or "figure-caption" or "table-caption" or "define" or "tab" => null,
            "details" => new(
                kind ?? "details",
                Option(options, "open") is "true" or "True" ? CalloutForm.Open : CalloutForm.Closed
            ),
            "admonition" => new(kind ?? "note", CalloutForm.Box),
            _ => new(type, CalloutForm.Box),
        };
    }

    private static string? Option(Match options, string key)
    {
        var line = options
            .Value.Split('\n')
            .Select(l => l.Trim())
            .FirstOrDefault(l => l.StartsWith(key + ":", StringComparison.Ordinal));
        return line?[(key.Length + 1)..].Trim() is { Length: > 0 } value ? value : null;
    }

    private static bool IsEnd(StringSlice line, int slashes)
    {
        var text = line.AsSpan().Trim();
        return text.Length == slashes && !text.ContainsAnyExcept('/');
    }

    /// <summary>
    /// True if the line closes this block: it is not inside code, and no inner block is closed first.
    /// </summary>
    private static bool EndsHere(AdmonitionBlock block)
    {
        var last = block.LastChild;
        while (last is AdmonitionBlock { Slashes: > 0, HasEnded: false } inner)
        {
            if (inner.Slashes == block.Slashes)
                return false;
            last = inner.LastChild;
        }

        return last is not FencedCodeBlock { ClosingFencedCharCount: 0 };
    }

    [GeneratedRegex(
        @"^(?<slashes>/{3,})[ \t]*(?<type>[a-z][a-z0-9-]*)[ \t]*(?:\|[ \t]*(?<title>\S.*)?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex FirstLine();

    [GeneratedRegex(
        @"\G(?:\r?\n)?(?:(?:[ ]{4,}|[ ]*\t)[^\r\n]*\S[^\r\n]*(?:\r?\n|\z))+",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Options();

    /// <summary>The position of the last line that consists only of a given number of slashes.</summary>
    private sealed class LastLines
    {
        private readonly Dictionary<int, int> _positions = [];

        private LastLines(string text)
        {
            for (
                var at = text.IndexOf("///", StringComparison.Ordinal);
                at >= 0;
                at = at < text.Length ? text.IndexOf("///", at, StringComparison.Ordinal) : -1
            )
            {
                var start = at;
                while (at < text.Length && text[at] == '/')
                    at++;
                var rest = text.AsSpan(at);
                var end = rest.IndexOfAny('\r', '\n');
                if ((end < 0 ? rest : rest[..end]).IsWhiteSpace())
                    _positions[at - start] = start;
            }
        }

        public static LastLines Get(BlockProcessor processor)
        {
            if (processor.Document.GetData(typeof(LastLines)) is LastLines known)
                return known;
            var lines = new LastLines(processor.Line.Text);
            processor.Document.SetData(typeof(LastLines), lines);
            return lines;
        }

        public bool IsBelow(int slashes, int position) => _positions.GetValueOrDefault(slashes, -1) > position;
    }
}
