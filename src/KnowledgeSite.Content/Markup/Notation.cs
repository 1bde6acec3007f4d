using System.Collections.Frozen;
using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Subscripts (<c>H~2~O</c>), superscripts (<c>x^2^</c>) and keys (<c>++ctrl+c++</c>), as in Pandoc and Material for
/// MkDocs. Words between single tildes that follow a space are struck through, as on GitHub: <c>~old words~</c>.
/// </summary>
internal sealed class Notation : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Insert(0, new ScriptParser());
        pipeline.InlineParsers.Insert(0, new KeysParser());
        pipeline.InlineParsers.Replace<TaskListInlineParser>(new TaskMarkParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer.ObjectRenderers.Find<EmphasisInlineRenderer>() is not { } emphasis)
            return;
        var others = emphasis.GetTag;
        emphasis.GetTag = inline =>
            inline switch
            {
                { DelimiterChar: '~', DelimiterCount: 1 } => "sub",
                { DelimiterChar: '^', DelimiterCount: 1 } => "sup",
                _ => others(inline),
            };
    }
}

/// <summary>
/// Recognises the mark of a task only at the start of a list item, as GitHub does. Markdig also takes brackets further
/// on in the item, whose text would be lost.
/// </summary>
internal sealed class TaskMarkParser : TaskListInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
        processor is { Root.FirstChild: null, Block: { Parent: ListItemBlock item } block }
        && item[0] == block
        && base.Match(processor, ref slice);
}

/// <summary>
/// Recognises a subscript or a superscript. It contains letters, digits and signs only, so that paths such as
/// <c>~/a:~/b</c>, block ids such as <c>^limit</c> and footnotes stay what they are. Approximate numbers such as
/// <c>~5~10</c> are text. A subscript is attached to what is before it; other words between tildes are struck through.
/// </summary>
internal sealed partial class ScriptParser : InlineParser
{
    public ScriptParser() => OpeningCharacters = ['~', '^'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var mark = slice.CurrentChar;
        var before = slice.PeekCharExtra(-1);
        if (before == mark || slice.PeekChar() == mark)
            return false;
        var isStruck = mark == '~' && !IsAttached(before);
        var length = 0;
        foreach (
            var match in (isStruck ? Struck() : Script()).EnumerateMatches(slice.Text.AsSpan(slice.Start, slice.Length))
        )
            length = match.Length;
        if (length == 0)
            return false;
        var after = slice.PeekCharExtra(length);
        if (after == mark || (char.IsDigit(after) && !IsAttached(before)))
            return false;

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var script = new EmphasisInline
        {
            DelimiterChar = mark,
            DelimiterCount = isStruck ? 2 : 1,
            IsClosed = true,
            Line = line,
            Column = column,
            Span = new(start, start + length - 1),
        };
        script.AppendChild(
            new LiteralInline(new StringSlice(slice.Text, slice.Start + 1, slice.Start + length - 2))
            {
                Line = line,
                Column = column + 1,
                Span = new(start + 1, start + length - 2),
            }
        );
        processor.Inline = script;
        slice.Start += length;
        return true;
    }

    private static bool IsAttached(char before) => !before.IsWhiteSpaceOrZero() && before is not ('(' or '[' or '"');

    [GeneratedRegex(@"\G([~^])[\p{L}\p{N}+−=(),.*'′°%-]{1,60}\1", RegexOptions.CultureInvariant)]
    private static partial Regex Script();

    /// <summary>Words between single tildes that contain no other marks and are therefore plain text.</summary>
    [GeneratedRegex(
        @"\G~(?=[\p{L}\p{N}""'(])[^~\n*_`\[\]<>&\\!$:]{0,200}(?<=[\p{L}\p{N}""')%.,;!?])~(?![\p{L}\p{N}/])"
    )]
    private static partial Regex Struck();
}

/// <summary>Keys to press together.</summary>
/// <param name="names">Their names, as they are shown.</param>
internal sealed class KeysInline(IReadOnlyList<string> names) : LeafInline, IBodyElement
{
    public IReadOnlyList<string> Names { get; } = names;

    public void Write(BodyRenderer body)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (i > 0)
                body.Write('+');
            if (body.EnableHtmlForInline)
                body.Write("<kbd>").WriteEscape(Names[i]).Write("</kbd>");
            else
                body.WriteEscape(Names[i]);
        }
    }
}

/// <summary>
/// Recognises keys between <c>++</c> and <c>++</c>. Each one has a known name, is a single character, or is written in
/// quotation marks. Anything else, as in <c>i++ and j++</c>, is text.
/// </summary>
internal sealed partial class KeysParser : InlineParser
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["alt"] = "Alt",
        ["backspace"] = "Backspace",
        ["caps-lock"] = "Caps Lock",
        ["cmd"] = "Cmd",
        ["command"] = "Cmd",
        ["control"] = "Ctrl",
        ["ctrl"] = "Ctrl",
        ["del"] = "Delete",
        ["delete"] = "Delete",
        ["down"] = "↓",
        ["end"] = "End",
        ["enter"] = "Enter",
        ["esc"] = "Esc",
        ["escape"] = "Esc",
        ["fn"] = "Fn",
        ["home"] = "Home",
        ["insert"] = "Insert",
        ["left"] = "←",
        ["meta"] = "Meta",
        ["minus"] = "-",
        ["option"] = "Option",
        ["page-down"] = "Page Down",
        ["page-up"] = "Page Up",
        ["plus"] = "+",
        ["print-screen"] = "Print Screen",
        ["return"] = "Return",
        ["right"] = "→",
        ["shift"] = "Shift",
        ["space"] = "Space",
        ["super"] = "Super",
        ["tab"] = "Tab",
        ["up"] = "↑",
        ["win"] = "Windows",
        ["windows"] = "Windows",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public KeysParser() => OpeningCharacters = ['+'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '+' || char.IsLetterOrDigit(slice.PeekCharExtra(-1)))
            return false;
        var match = Keys().Match(slice.Text, slice.Start, slice.Length);
        if (!match.Success)
            return false;
        var written = match.Groups["key"].Captures.Select(k => k.Value).ToList();
        var names = written.ConvertAll(FindName);
        if (names.Contains(null))
        {
            RememberUnknown(processor, slice.Start, written);
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new KeysInline(names!)
        {
            Line = line,
            Column = column,
            Span = new(start, start + match.Length - 1),
        };
        slice.Start += match.Length;
        return true;
    }

    /// <summary>The unknown names of keys, with their positions. Text that is not about keys is left out.</summary>
    public static IReadOnlyList<(SourceSpan Span, string Name)> FindUnknown(MarkdownDocument document) =>
        document.GetData(typeof(KeysParser)) as List<(SourceSpan, string)> ?? [];

    public static string DidYouMean(string name) => SuggestionIndex.DidYouMean(name.ToLowerInvariant(), Names.Keys);

    private static void RememberUnknown(InlineProcessor processor, int start, List<string> written)
    {
        var unknown = written.Find(k => FindName(k) is null)!;
        var isMeant = written.Exists(k => k.Length > 1 && FindName(k) is not null) || DidYouMean(unknown).Length > 0;
        if (!isMeant)
            return;
        if (processor.Document.GetData(typeof(KeysParser)) is not List<(SourceSpan, string)> found)
            processor.Document.SetData(typeof(KeysParser), found = []);
        var position = processor.GetSourcePosition(start);
        var length = 2 + written.TakeWhile(k => k != unknown).Sum(k => k.Length + 1);
        found.Add((new(position + length, position + length + unknown.Length - 1), unknown));
    }

    private static string? FindName(string key)
    {
        if (key is ['"', .. var text, '"'])
            return text;
        if (Names.TryGetValue(key, out var name))
            return name;
        return key.Length == 1 || FunctionKey().IsMatch(key) ? key.ToUpperInvariant() : null;
    }

    [GeneratedRegex(
        @"\G\+(\+(?<key>""[^""\n]{1,40}""|[\w-]{1,20}|[^\s\w+])){1,6}\+\+(?![+\w])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Keys();

    [GeneratedRegex("^f([1-9]|1[0-9]|2[0-4])$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FunctionKey();
}

/// <summary>
/// Replaces <c>--</c> with an en dash, <c>---</c> with an em dash and <c>...</c> with an ellipsis. Options such as
/// <c>--all</c>, arrows such as <c>--></c> and paths such as <c>.../x</c> stay as they are.
/// </summary>
internal static partial class Typography
{
    public static void Apply(MarkdownDocument document)
    {
        foreach (var literal in document.Descendants<LiteralInline>())
        {
            if (literal.Parent is LinkInline { IsAutoLink: true })
                continue;
            var text = literal.Content.ToString();
            if (text.Contains("--", StringComparison.Ordinal) || text.Contains("...", StringComparison.Ordinal))
                literal.Content = new StringSlice(Marks().Replace(text, Replacement));
        }
    }

    private static string Replacement(Match mark) =>
        mark.Value switch
        {
            "---" => "—",
            "--" => "–",
            _ => "…",
        };

    [GeneratedRegex(
        @"((?<=\s)---?(?=\s)|(?<=[^\s<!-])---?(?=[^\s>-]))|(?<!\.)\.\.\.(?![./\\])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Marks();
}
