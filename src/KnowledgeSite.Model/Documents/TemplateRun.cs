using System.Globalization;
using KnowledgeSite.Files;
using Scriban.Syntax;

namespace KnowledgeSite.Documents;

/// <summary>
/// Fills in a template for one document. The template has been checked, so names exist and values have the right types;
/// a value may be missing.
/// </summary>
internal sealed class TemplateRun(DocumentText text, IReadOnlyDictionary<string, object?> names)
{
    /// <summary>The maximum number of characters of a document.</summary>
    public const int MaxLength = 2_000_000;

    /// <summary>The maximum number of iterations of all loops of a document.</summary>
    private const int MaxIterations = 100_000;

    private readonly Dictionary<string, object?> _names = new(names, StringComparer.Ordinal);
    private Flow _flow;
    private int _iterations;

    private enum Flow
    {
        On,
        Continue,
        Break,
    }

    /// <summary>True if the document is longer than a document may be, so that it is incomplete.</summary>
    public bool IsTooLong => text.Length > MaxLength || _iterations > MaxIterations;

    public void Write(ScriptBlockStatement? block)
    {
        if (block is null)
            return;
        foreach (var statement in block.Statements)
        {
            if (_flow != Flow.On || IsTooLong)
                return;
            Write(statement);
        }
    }

    private void Write(ScriptStatement statement)
    {
        switch (statement)
        {
            case ScriptRawStatement raw:
                text.AppendWritten(raw.Text.Index, raw.Text.Length);
                break;
            case ScriptExpressionStatement { Expression: ScriptAssignExpression assign }:
                _names[((ScriptVariable)assign.Target!).Name] = ValueOf(assign.Value);
                break;
            case ScriptExpressionStatement { Expression: { } expression }:
                Write(ValueOf(expression), TemplateSyntax.SpanOf(expression));
                break;
            case ScriptIfStatement or ScriptElseStatement:
                WriteCondition(statement);
                break;
            case ScriptForStatement loop:
                WriteLoop(loop);
                break;
            case ScriptCaseStatement choice:
                WriteCase(choice);
                break;
            case ScriptBreakStatement:
                _flow = Flow.Break;
                break;
            case ScriptContinueStatement:
                _flow = Flow.Continue;
                break;
        }
    }

    private void Write(object? value, SourceSpan span)
    {
        switch (value)
        {
            case TemplateMarkdown markdown:
                text.AppendMarkdown(markdown, span.Start);
                break;
            case null or "":
            case var nothing when nothing == TemplateSyntax.Nothing:
                text.AddEmpty(span);
                break;
            default:
                text.AppendValue(TextOf(value), span.Start);
                break;
        }
    }

    private void WriteCondition(ScriptStatement? statement)
    {
        while (statement is ScriptIfStatement condition)
        {
            if (IsTrue(ValueOf(condition.Condition)))
            {
                Write(condition.Then);
                return;
            }

            statement = condition.Else;
        }

        if (statement is ScriptElseStatement otherwise)
            Write(otherwise.Body);
    }

    private void WriteCase(ScriptCaseStatement choice)
    {
        var value = ValueOf(choice.Value);
        ScriptStatement? branch = TemplateSyntax.FirstBranchOf(choice);
        while (branch is ScriptWhenStatement when)
        {
            if (when.Values.Any(v => AreEqual(value, ValueOf(v))))
            {
                Write(when.Body);
                return;
            }

            branch = when.Next;
        }

        if (branch is ScriptElseStatement otherwise)
            Write(otherwise.Body);
    }

    private void WriteLoop(ScriptForStatement loop)
    {
        var items = ItemsOf(ValueOf(loop.Iterator)).AsEnumerable();
        if (NumberOf(loop, "offset") is { } offset)
            items = items.Skip(offset);
        if (NumberOf(loop, "limit") is { } limit)
            items = items.Take(limit);
        if (loop.NamedArguments?.Any(a => a.Name?.Name == "reversed") == true)
            items = items.Reverse();
        IReadOnlyList<object?> all = [.. items];
        if (all.Count == 0)
        {
            Write(loop.Else?.Body);
            return;
        }

        var name = ((ScriptVariable)loop.Variable!).Name;
        var (outerItem, outerLoop) = (
            _names.GetValueOrDefault(name),
            _names.GetValueOrDefault(TemplateSyntax.LoopName)
        );
        for (var i = 0; i < all.Count && ++_iterations <= MaxIterations && !IsTooLong; i++)
        {
            _names[name] = all[i];
            _names[TemplateSyntax.LoopName] = new LoopPlace(i, all.Count);
            Write(loop.Body);
            var flow = _flow;
            _flow = Flow.On;
            if (flow == Flow.Break)
                break;
        }

        _names[name] = outerItem;
        _names[TemplateSyntax.LoopName] = outerLoop;
    }

    private int? NumberOf(ScriptForStatement loop, string name) =>
        loop.NamedArguments?.FirstOrDefault(a => a.Name?.Name == name)?.Value is { } value
            ? ValueOf(value) as int? ?? 0
            : null;

    private object? ValueOf(ScriptExpression? expression) =>
        expression switch
        {
            ScriptNestedExpression nested => ValueOf(nested.Expression),
            ScriptLiteral literal => TemplateSyntax.ValueOf(literal),
            ScriptVariable variable when TemplateSyntax.NamesOfNothing.Contains(variable.Name) =>
                TemplateSyntax.Nothing,
            ScriptVariable variable => _names.GetValueOrDefault(variable.Name),
            ScriptMemberExpression member => Member(ValueOf(member.Target), member.Member!.Name),
            ScriptIndexerExpression indexer => ValueOf(indexer.Index) switch
            {
                int number => ItemsOf(ValueOf(indexer.Target)).ElementAtOrDefault(number),
                string name => Member(ValueOf(indexer.Target), name),
                _ => null,
            },
            ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not } not => !IsTrue(ValueOf(not.Right)),
            ScriptBinaryExpression binary => Compare(binary),
            ScriptPipeCall pipe => Apply(pipe),
            _ => null,
        };

    public static object? Member(object? target, string name) =>
        target switch
        {
            ITemplateThing thing => thing.Form.Find(name)?.Read(thing),
            IReadOnlyDictionary<string, object> map => map.GetValueOrDefault(name),
            _ => TemplateFunctions.AsMember(name)?.Apply(target, []),
        };

    private object? Apply(ScriptPipeCall pipe)
    {
        var (start, calls) = TemplateSyntax.ChainOf(pipe);
        var value = ValueOf(start);
        foreach (var call in calls)
        {
            var (name, arguments) = TemplateSyntax.CallOf(call);
            value = TemplateFunctions.Find(name)!.Apply(value, [.. arguments.Select(ValueOf)]);
        }

        return value;
    }

    private object? Compare(ScriptBinaryExpression binary)
    {
        var left = ValueOf(binary.Left);
        switch (binary.Operator)
        {
            case ScriptBinaryOperator.And:
                return IsTrue(left) && IsTrue(ValueOf(binary.Right));
            case ScriptBinaryOperator.Or:
                return IsTrue(left) || IsTrue(ValueOf(binary.Right));
        }

        var right = ValueOf(binary.Right);
        return binary.Operator switch
        {
            ScriptBinaryOperator.CompareEqual => AreEqual(left, right),
            ScriptBinaryOperator.CompareNotEqual => !AreEqual(left, right),
            ScriptBinaryOperator.CompareGreater => left is int a && right is int b && a > b,
            ScriptBinaryOperator.CompareGreaterOrEqual => left is int a && right is int b && a >= b,
            ScriptBinaryOperator.CompareLess => left is int a && right is int b && a < b,
            ScriptBinaryOperator.CompareLessOrEqual => left is int a && right is int b && a <= b,
            ScriptBinaryOperator.LiquidContains => left is string whole
                ? right is string part && whole.Contains(part, StringComparison.Ordinal)
                : ItemsOf(left).Any(i => AreEqual(i, right)),
            ScriptBinaryOperator.RangeInclude => left is int first && right is int last && last >= first
                ? Enumerable.Range(first, Math.Min(last - first, MaxIterations) + 1).Select(n => (object?)n).ToList()
                : [],
            _ => null,
        };
    }

    /// <summary>Missing values, empty texts and empty lists count as false, as in Jinja.</summary>
    public static bool IsTrue(object? value) =>
        value switch
        {
            null or false or "" => false,
            IReadOnlyDictionary<string, object> map => map.Count > 0,
            IReadOnlyList<object?> list => list.Count > 0,
            _ => true,
        };

    public static bool AreEqual(object? a, object? b) =>
        a == TemplateSyntax.Nothing || b == TemplateSyntax.Nothing
            ? IsTrue(a == TemplateSyntax.Nothing ? b : a) is false
            : Equals(a, b);

    public static string TextOf(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            bool truth => truth ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    public static IReadOnlyList<object?> ItemsOf(object? value) => value as IReadOnlyList<object?> ?? [];
}

/// <summary>The place in a loop, which templates see as <c>forloop</c>.</summary>
internal sealed record LoopPlace(int Index, int Count) : ITemplateThing
{
    public static readonly TemplateForm TheForm = new(
        "the place in a loop",
        Number("index", l => l.Index + 1),
        Number("index0", l => l.Index),
        Number("length", l => l.Count),
        new("first", TemplateType.AnyTruth, l => ((LoopPlace)l).Index == 0),
        new("last", TemplateType.AnyTruth, l => ((LoopPlace)l).Index == ((LoopPlace)l).Count - 1)
    );

    public TemplateForm Form => TheForm;

    private static TemplateMember Number(string name, Func<LoopPlace, int> read) =>
        new(name, TemplateType.AnyNumber, l => read((LoopPlace)l));
}
