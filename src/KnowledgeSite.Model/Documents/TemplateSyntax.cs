using KnowledgeSite.Files;
using Scriban.Syntax;

namespace KnowledgeSite.Documents;

/// <summary>Reads the syntax tree of a template.</summary>
internal static class TemplateSyntax
{
    /// <summary>The name that the parser gives to <c>forloop</c>.</summary>
    public const string LoopName = "for";

    /// <summary>The value of <c>nil</c>, <c>empty</c> and their other names.</summary>
    public static readonly object Nothing = new();

    public static readonly IReadOnlyList<string> NamesOfNothing = ["nil", "null", "none", "empty", "blank"];

    public static SourceSpan SpanOf(ScriptNode node) =>
        new(node.Span.Start.Offset, Math.Max(1, node.Span.End.Offset + 1 - node.Span.Start.Offset));

    /// <summary>Whole numbers, texts and truths.</summary>
    public static object? ValueOf(ScriptLiteral literal) =>
        literal.Value switch
        {
            string or bool => literal.Value,
            int number => number,
            _ => null,
        };

    /// <summary>The first <c>{% when %}</c> of a <c>{% case %}</c>; the others follow it.</summary>
    public static ScriptWhenStatement? FirstBranchOf(ScriptCaseStatement choice) =>
        choice.Body?.Statements.OfType<ScriptWhenStatement>().FirstOrDefault();

    /// <summary>The value before the first <c>|</c>, and the calls of functions after it.</summary>
    public static (ScriptExpression? Value, IReadOnlyList<ScriptExpression> Calls) ChainOf(ScriptPipeCall pipe)
    {
        var parts = new List<ScriptExpression>();
        Add(pipe);
        return parts is [var value, .. var calls] ? (value, calls) : (null, []);

        void Add(ScriptExpression? part)
        {
            if (part is ScriptPipeCall inner)
            {
                Add(inner.From);
                Add(inner.To);
            }
            else if (part is not null)
            {
                parts.Add(part);
            }
        }
    }

    /// <summary>The name and the arguments of a function after <c>|</c>.</summary>
    public static (string Name, IReadOnlyList<ScriptExpression> Arguments) CallOf(ScriptExpression? call) =>
        call switch
        {
            ScriptFunctionCall { Target: ScriptVariable target } function => (target.Name, [.. function.Arguments]),
            ScriptVariable alone => (alone.Name, []),
            _ => ("", []),
        };
}
