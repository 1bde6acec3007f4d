using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Documents;

/// <summary>A placeholder or a tag of a template.</summary>
/// <param name="Start">The offset of its first brace.</param>
/// <param name="End">The offset after its last brace.</param>
/// <param name="Name">The name of the tag, such as <c>for</c>; null for a placeholder.</param>
internal readonly record struct TemplateTag(int Start, int End, string? Name);

/// <summary>
/// Finds the placeholders and tags of a template in linear time, before they are parsed: checks that they are closed
/// and paired, and finds the lines that hold only tags, which are left out of the documents.
/// </summary>
internal sealed class TemplateTags
{
    /// <summary>The maximum depth of nested loops and conditions.</summary>
    private const int MaxDepth = 20;

    /// <summary>The maximum length of a placeholder or a tag.</summary>
    private const int MaxLength = 1_000;

    private static readonly Dictionary<string, string> EndOf = new(StringComparer.Ordinal)
    {
        ["for"] = "endfor",
        ["if"] = "endif",
        ["unless"] = "endunless",
        ["case"] = "endcase",
    };

    private static readonly Dictionary<string, string[]> PartOf = new(StringComparer.Ordinal)
    {
        ["elsif"] = ["if", "unless"],
        ["else"] = ["if", "unless", "case", "for"],
        ["when"] = ["case"],
        ["break"] = [],
        ["continue"] = [],
        ["assign"] = [],
    };

    private static readonly string[] Names = [.. EndOf.Keys, .. EndOf.Values, .. PartOf.Keys, "raw", "comment"];

    private readonly string _text;
    private readonly Action<SourceSpan, string> _report;
    private readonly Stack<TemplateTag> _open = new();
    private readonly List<SourceSpan> _omitted = [];

    /// <summary>The space before each tag of a line that has only tags so far.</summary>
    private readonly List<SourceSpan> _gaps = [];

    private int _lastEnd;

    private TemplateTags(string text, Action<SourceSpan, string> report)
    {
        _text = text;
        _report = report;
    }

    /// <summary>The parts of the text that documents do not show, besides the tags themselves.</summary>
    /// <param name="report">Receives what is wrong, with its position.</param>
    /// <returns>Null if something is wrong.</returns>
    public static IReadOnlyList<SourceSpan>? Check(string text, Action<SourceSpan, string> report)
    {
        var count = 0;
        var tags = new TemplateTags(
            text,
            (span, message) =>
            {
                count++;
                report(span, message);
            }
        );
        tags.Read();
        return count == 0 ? tags._omitted : null;
    }

    private void Read()
    {
        var at = 0;
        while (FindNext(at) is { } tag)
        {
            at = tag.End;
            if (tag.End - tag.Start > MaxLength)
                _report(
                    new(tag.Start, 2),
                    $"This is longer than {MaxLength} characters. Close it earlier with "
                        + $"'{(tag.Name is null ? "}}" : "%}")}'."
                );
            if (tag.Name is null)
                continue;
            if (tag.Name is "raw" or "comment")
            {
                if (FindEnd(tag) is not { } end)
                    return;
                Omit(tag.Name == "raw" ? tag : tag with { End = end.End });
                if (tag.Name == "raw")
                    Omit(end);
                at = end.End;
                continue;
            }

            Omit(tag);
            if (!Pair(tag))
                return;
        }

        foreach (var tag in _open.Reverse())
            _report(Span(tag), $"'{{% {tag.Name} %}}' is not closed. Add '{{% {EndOf[tag.Name!]} %}}' where it ends.");
    }

    private TemplateTag? FindNext(int from)
    {
        for (var at = from; ; at++)
        {
            at = _text.IndexOf('{', at);
            if (at < 0 || at + 1 >= _text.Length)
                return null;
            if (_text[at + 1] is not ('{' or '%'))
                continue;
            var close = _text[at + 1] == '{' ? "}}" : "%}";
            var end = _text.IndexOf(close, at + 2, StringComparison.Ordinal);
            if (end < 0 || _text.AsSpan(at, end - at).IndexOf("\n\n") >= 0)
            {
                _report(new(at, 2), $"'{_text.AsSpan(at, 2)}' is not closed. Add '{close}'.");
                return null;
            }

            end += 2;
            return new(at, end, close == "%}" ? NameIn(_text.AsSpan(at + 2, end - at - 4)) : null);
        }
    }

    private static string NameIn(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart("- \t\n");
        var length = 0;
        while (length < tag.Length && (char.IsAsciiLetterOrDigit(tag[length]) || tag[length] == '_'))
            length++;
        return tag[..length].ToString();
    }

    private TemplateTag? FindEnd(TemplateTag tag)
    {
        for (var at = tag.End; (at = _text.IndexOf("{%", at, StringComparison.Ordinal)) >= 0; at += 2)
        {
            var end = _text.IndexOf("%}", at + 2, StringComparison.Ordinal);
            if (end < 0)
                break;
            if (NameIn(_text.AsSpan(at + 2, end - at - 2)) == "end" + tag.Name)
                return new(at, end + 2, "end" + tag.Name);
        }

        _report(Span(tag), $"'{{% {tag.Name} %}}' is not closed. Add '{{% end{tag.Name} %}}' where it ends.");
        return null;
    }

    /// <summary>Keeps a start tag, or pairs another tag with it.</summary>
    /// <returns>False if the rest of the template cannot be read.</returns>
    private bool Pair(TemplateTag tag)
    {
        var name = tag.Name!;
        if (EndOf.ContainsKey(name))
        {
            _open.Push(tag);
            if (_open.Count <= MaxDepth)
                return true;
            _report(Span(tag), $"Loops and conditions are nested more than {MaxDepth} deep. Nest fewer of them.");
            _open.Clear();
            return false;
        }

        var opened = _open.TryPeek(out var last) ? last.Name : null;
        if (PartOf.TryGetValue(name, out var wholes))
        {
            if (wholes.Length == 0 || wholes.Contains(opened))
                return true;
            _report(Span(tag), $"'{{% {name} %}}' is only possible within '{{% {wholes[0]} %}}'.");
            return true;
        }

        if (EndOf.ContainsValue(name))
        {
            if (opened is not null && EndOf[opened] == name)
            {
                _open.Pop();
                return true;
            }

            _report(
                Span(tag),
                opened is null
                    ? $"'{{% {name} %}}' ends nothing here. Remove it."
                    : $"'{{% {name} %}}' is here, but '{{% {opened} %}}' is still open. Write "
                        + $"'{{% {EndOf[opened]} %}}' first."
            );
            return false;
        }

        _report(
            Span(tag),
            $"'{name}' is not a tag of templates."
                + SuggestionIndex.DidYouMean(name, Names, "There are 'for', 'if', 'unless', 'case' and 'assign'.")
        );
        return true;
    }

    private static SourceSpan Span(TemplateTag tag) => new(tag.Start, tag.End - tag.Start);

    /// <summary>Omits the line of a tag if it holds only tags, so that loops work in tables and lists.</summary>
    private void Omit(TemplateTag tag)
    {
        if (_gaps.Count > 0 && _text.AsSpan(_lastEnd..tag.Start).Trim(" \t").IsEmpty)
            _gaps.Add(new(_lastEnd, tag.Start - _lastEnd));
        else
            BeginLine(tag);
        _lastEnd = tag.End;
        var end = tag.End;
        while (end < _text.Length && _text[end] is ' ' or '\t')
            end++;
        if (_gaps.Count == 0 || (end < _text.Length && _text[end] != '\n'))
            return;
        _omitted.AddRange(_gaps);
        _omitted.Add(new(tag.End, Math.Min(end + 1, _text.Length) - tag.End));
        _gaps.Clear();
    }

    /// <summary>Notes the space before the first tag of a line, if nothing else is before it.</summary>
    private void BeginLine(TemplateTag tag)
    {
        _gaps.Clear();
        var start = tag.Start;
        while (start > 0 && _text[start - 1] is ' ' or '\t')
            start--;
        if (start == 0 || _text[start - 1] == '\n')
            _gaps.Add(new(start, tag.Start - start));
    }
}
