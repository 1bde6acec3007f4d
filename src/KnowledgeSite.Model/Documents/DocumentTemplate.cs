using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Documents;

/// <summary>A template that has been parsed and checked.</summary>
internal sealed class DocumentTemplate
{
    private readonly string _text;
    private readonly int _start;
    private readonly ScriptBlockStatement _body;
    private readonly IReadOnlyList<SourceSpan> _omitted;

    private DocumentTemplate(string text, int start, ScriptBlockStatement body, IReadOnlyList<SourceSpan> omitted)
    {
        _text = text;
        _start = start;
        _body = body;
        _omitted = omitted;
    }

    /// <summary>Parses the text of a template, or the title of its documents.</summary>
    /// <param name="start">The offset of the text in the file.</param>
    /// <param name="report">Receives the rule, the position in the text and the arguments of the message.</param>
    /// <returns>Null if the template cannot be used.</returns>
    public static DocumentTemplate? Parse(
        string text,
        int start,
        Action<ScriptBlockStatement, Action<DiagnosticRule, SourceSpan, object?[]>> check,
        Action<DiagnosticRule, SourceSpan, object?[]> report
    )
    {
        text = ProtectedText.WithoutMarks(text);
        if (
            TemplateTags.Check(text, (span, message) => report(DocumentRules.Unreadable, span, [message]))
            is not { } omitted
        )
            return null;
        var parsed = Template.ParseLiquid(text);
        if (parsed.Page?.Body is not { } body || parsed.HasErrors)
        {
            // What follows the first mistake is not understood.
            var place = SpanOf(
                text,
                parsed.Messages.FirstOrDefault(m => m.Type == ParserMessageType.Error)?.Span ?? default
            );
            report(DocumentRules.Unreadable, place, [Explain(text, place)]);
            return null;
        }

        var errors = 0;
        check(
            body,
            (rule, span, arguments) =>
            {
                errors++;
                report(rule, span, arguments);
            }
        );
        return errors == 0 ? new(text, start, body, omitted) : null;
    }

    /// <summary>Fills in the template.</summary>
    /// <param name="isTooLong">True if the document is longer than a document may be, so that it is incomplete.</param>
    public DocumentText Fill(IReadOnlyDictionary<string, object?> values, out bool isTooLong)
    {
        var text = new DocumentText(_text, _start, _omitted);
        var run = new TemplateRun(text, values);
        run.Write(_body);
        isTooLong = run.IsTooLong;
        return text;
    }

    /// <summary>A placeholder as it is written, and the value in it without functions.</summary>
    public (string Placeholder, string Value) Describe(SourceSpan span)
    {
        var written = _text[span.Start..Math.Min(_text.Length, span.End)].Trim();
        return (written, written.Split('|')[0].Trim());
    }

    /// <summary>The placeholder or tag that an error is in.</summary>
    private static SourceSpan SpanOf(string text, Scriban.Parsing.SourceSpan error)
    {
        var at = error.Start.Offset < 0 ? text.Length : Math.Min(error.Start.Offset, text.Length);
        var start = at == 0 ? 0 : Math.Max(0, text.LastIndexOf('{', at - 1));
        if (start > 0 && text[start - 1] == '{')
            start--;
        var close = text.IndexOf('}', start);
        var end =
            close < 0
                ? text.Length
                : Math.Min(text.Length, close + (text[start..].StartsWith("{{", StringComparison.Ordinal) ? 2 : 1));
        return new(start, Math.Max(1, end - start));
    }

    private static string Explain(string text, SourceSpan span)
    {
        var tag = text[span.Start..Math.Min(text.Length, span.End)].Split('\n')[0];
        var name = tag.Trim('{', '%', '-', ' ').Split(' ')[0];
        return name switch
        {
            "for" => $"'{tag}' cannot be read. A loop has the form '{{% for entry in list %}}'.",
            "if" or "elsif" or "unless" =>
                $"'{tag}' cannot be read. A condition has the form '{{% if level.track == \"manager\" %}}'.",
            _ when tag.Contains('-', StringComparison.Ordinal) =>
                $"'{tag}' cannot be read. A name with a hyphen is written in brackets: 'sections[\"first-year\"]'.",
            _ => $"'{tag}' cannot be read. A placeholder has the form '{{{{ level.title }}}}' or "
                + "'{{ level.title | default: \"…\" }}'.",
        };
    }
}
