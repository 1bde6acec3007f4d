using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using Scriban.Syntax;

namespace KnowledgeSite.Documents;

/// <summary>
/// Checks the names and types of a whole template before a document is made, also in conditions that are never true.
/// </summary>
/// <param name="ids">The ids that exist in the ladders of the template.</param>
/// <param name="report">Receives the rule, the position in the template and the arguments of the message.</param>
internal sealed class TemplateChecker(
    string template,
    IReadOnlyDictionary<string, TemplateType> names,
    Func<TemplateIds, IReadOnlySet<string>> ids,
    Action<DiagnosticRule, SourceSpan, object?[]> report
)
{
    private readonly Dictionary<string, TemplateType?> _names = names.ToDictionary(
        n => n.Key,
        n => (TemplateType?)n.Value,
        StringComparer.Ordinal
    );

    public void Check(ScriptBlockStatement? block)
    {
        foreach (var statement in block?.Statements ?? [])
            Check(statement);
    }

    private void Check(ScriptStatement? statement)
    {
        switch (statement)
        {
            case ScriptExpressionStatement { Expression: ScriptAssignExpression assign }:
                if (assign.Target is ScriptVariable variable)
                    _names[variable.Name] = TypeOf(assign.Value);
                else
                    Unreadable(assign, "Only a name can be assigned to");
                break;
            case ScriptExpressionStatement { Expression: { } expression }:
                CheckPrinted(expression);
                break;
            case ScriptIfStatement condition:
                TypeOf(condition.Condition);
                Check(condition.Then);
                Check(condition.Else);
                break;
            case ScriptElseStatement otherwise:
                Check(otherwise.Body);
                break;
            case ScriptForStatement loop:
                CheckLoop(loop);
                break;
            case ScriptCaseStatement choice:
                CheckCase(choice);
                break;
        }
    }

    private void CheckPrinted(ScriptExpression expression)
    {
        switch (TypeOf(expression))
        {
            case TemplateType.Thing thing:
                var form = thing.Form();
                var member = form.Names.First(n => n is "title" or "text" or "index" or "earlier");
                Name(
                    expression,
                    $"'{TextOf(expression)}' is {form.Name} and not a text. Write one of its members, such as "
                        + $"'{TextOf(expression)}.{member}'."
                );
                break;
            case TemplateType.List or TemplateType.Map:
                Name(
                    expression,
                    $"'{TextOf(expression)}' is a list and not a text. Write its entries in a loop: "
                        + $"'{{% for entry in {TextOf(expression)} %}}'."
                );
                break;
        }
    }

    private void CheckLoop(ScriptForStatement loop)
    {
        var type = TypeOf(loop.Iterator);
        if (type is not (null or TemplateType.List))
            Name(loop.Iterator, $"'{TextOf(loop.Iterator)}' is not a list, so a loop cannot go through it.");
        foreach (var argument in loop.NamedArguments ?? [])
        {
            if (argument.Name?.Name is not ("limit" or "offset" or "reversed"))
                Unreadable(argument, "A loop can have 'limit', 'offset' and 'reversed'");
            else if (argument is { Value: { } value, Name.Name: not "reversed" })
                TypeOf(value);
        }

        if (loop.Variable is not ScriptVariable { Name: var name })
        {
            Unreadable(loop, "A loop has the form '{% for entry in list %}'");
            return;
        }

        var (outerItem, outerLoop) = (
            _names.TryGetValue(name, out var item) ? (Known: true, Type: item) : default,
            _names.TryGetValue(TemplateSyntax.LoopName, out var place) ? (Known: true, Type: place) : default
        );
        _names[name] = (type as TemplateType.List)?.Item;
        _names[TemplateSyntax.LoopName] = new TemplateType.Thing(() => LoopPlace.TheForm);
        Check(loop.Body);
        Restore(name, outerItem);
        Restore(TemplateSyntax.LoopName, outerLoop);
        Check(loop.Else);
    }

    private void Restore(string name, (bool Known, TemplateType? Type) outer)
    {
        if (outer.Known)
            _names[name] = outer.Type;
        else
            _names.Remove(name);
    }

    private void CheckCase(ScriptCaseStatement choice)
    {
        var type = TypeOf(choice.Value);
        ScriptStatement? branch = TemplateSyntax.FirstBranchOf(choice);
        while (branch is ScriptWhenStatement when)
        {
            foreach (var value in when.Values)
            {
                TypeOf(value);
                CheckId(type, value);
            }

            Check(when.Body);
            branch = when.Next;
        }

        Check(branch);
    }

    /// <summary>The type of a value; null if it is unknown, which has been reported.</summary>
    private TemplateType? TypeOf(ScriptExpression? expression)
    {
        switch (expression)
        {
            case null:
                return null;
            case ScriptNestedExpression nested:
                return TypeOf(nested.Expression);
            case ScriptLiteral literal:
                return literal.Value switch
                {
                    string => TemplateType.AnyText,
                    bool => TemplateType.AnyTruth,
                    int => TemplateType.AnyNumber,
                    _ => Unreadable(literal, "A template can contain whole numbers, texts, true and false"),
                };
            case ScriptVariable variable:
                return Variable(variable);
            case ScriptMemberExpression member:
                return TypeOf(member.Target) is { } owner && member.Member is { } name
                    ? Member(member, owner, name.Name, name)
                    : null;
            case ScriptIndexerExpression indexer:
                return Indexed(indexer);
            case ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not } not:
                TypeOf(not.Right);
                return TemplateType.AnyTruth;
            case ScriptBinaryExpression binary:
                return Binary(binary);
            case ScriptPipeCall pipe:
                return Chain(pipe);
            default:
                return Unreadable(
                    expression,
                    "This is not a value. A placeholder has the form '{{ level.title }}' or "
                        + "'{{ level.title | default: \"…\" }}'"
                );
        }
    }

    private TemplateType? Variable(ScriptVariable variable)
    {
        if (_names.TryGetValue(variable.Name, out var type))
            return type;
        if (TemplateSyntax.NamesOfNothing.Contains(variable.Name))
            return null;
        var name = TextOf(variable);
        if (name == "forloop")
            return Name(variable, "'forloop' exists only within '{% for %}'.");
        return Name(
            variable,
            $"'{name}' is not a name that this template can use."
                + SuggestionIndex.DidYouMean(
                    name,
                    _names.Keys.Where(n => n != TemplateSyntax.LoopName),
                    $"There are {ListOf(names.Keys)}."
                )
        );
    }

    private TemplateType? Member(ScriptExpression whole, TemplateType owner, string name, ScriptNode at)
    {
        switch (owner)
        {
            case TemplateType.Thing thing when thing.Form().Find(name) is { } member:
                return member.Type;
            case TemplateType.Map map:
                var known = ids(map.Ids);
                if (known.Contains(name))
                    return map.Item;
                if (name == "size")
                    return TemplateType.AnyNumber;
                return Name(
                    at,
                    (
                        map.Ids == TemplateIds.Section
                            ? $"'{TextOf(whole)}' is always empty, because no page has a heading with the id '{name}'."
                            : $"'{TextOf(whole)}' is always empty, because there is no '{name}'."
                    )
                        + SuggestionIndex.DidYouMean(
                            name,
                            known,
                            map.Ids == TemplateIds.Section ? $"Give the heading this id: '{{#{name}}}'." : ""
                        )
                );
            case TemplateType.List
            or TemplateType.Text when TemplateFunctions.AsMember(name)?.TypeOf(owner) is { } type:
                return type;
        }

        var (form, members) = owner switch
        {
            TemplateType.Thing thing => (thing.Form().Name, thing.Form().Names),
            TemplateType.List => ("A list", ["size", "first", "last"]),
            TemplateType.Text => ("A text", ["size"]),
            _ => ("This value", (IEnumerable<string>)[]),
        };
        var otherwise = members.Any() ? $"It has {ListOf(members)}." : "";
        return Name(
            at,
            $"{char.ToUpperInvariant(form[0])}{form[1..]} has no '{name}'."
                + SuggestionIndex.DidYouMean(name, members, otherwise)
        );
    }

    private TemplateType? Indexed(ScriptIndexerExpression indexer)
    {
        var owner = TypeOf(indexer.Target);
        if (owner is null)
            return null;
        if (indexer.Index is ScriptLiteral { Value: string name })
            return Member(indexer, owner, name, indexer.Index);
        var index = TypeOf(indexer.Index);
        return (owner, index) switch
        {
            (_, null) => null,
            (TemplateType.List list, TemplateType.Number) => list.Item,
            (TemplateType.Map map, TemplateType.Text) => map.Item,
            _ => Unreadable(indexer, "Square brackets can follow a list, with a number, and sections, with a name"),
        };
    }

    private TemplateType? Binary(ScriptBinaryExpression binary)
    {
        var left = TypeOf(binary.Left);
        var right = TypeOf(binary.Right);
        switch (binary.Operator)
        {
            case ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual:
                CheckId(left, binary.Right);
                CheckId(right, binary.Left);
                return TemplateType.AnyTruth;
            case ScriptBinaryOperator.LiquidContains:
                CheckId((left as TemplateType.List)?.Item, binary.Right);
                return TemplateType.AnyTruth;
            case ScriptBinaryOperator.And
            or ScriptBinaryOperator.Or
            or ScriptBinaryOperator.CompareGreater
            or ScriptBinaryOperator.CompareGreaterOrEqual
            or ScriptBinaryOperator.CompareLess
            or ScriptBinaryOperator.CompareLessOrEqual:
                return TemplateType.AnyTruth;
            case ScriptBinaryOperator.RangeInclude when left is TemplateType.Number && right is TemplateType.Number:
                return new TemplateType.List(TemplateType.AnyNumber);
            default:
                return Unreadable(
                    binary,
                    "Templates can compare (==, !=, <, >, contains) and join conditions (and, or), but not calculate"
                );
        }
    }

    /// <summary>Reports an id that no ladder of the template has.</summary>
    private void CheckId(TemplateType? type, ScriptExpression? value)
    {
        if (type is not TemplateType.Text { Ids: { } sort } || value is not ScriptLiteral { Value: string id })
            return;
        var known = ids(sort);
        if (known.Contains(id))
            return;
        var what = sort switch
        {
            TemplateIds.Ladder => "the id of a ladder",
            TemplateIds.Level => "the id of a level",
            TemplateIds.Dimension => "the id of a dimension",
            TemplateIds.Signal => "the id of a signal",
            TemplateIds.Track => "a track",
            _ => "a standing of a cell",
        };
        var otherwise = known.Count is > 0 and <= 12 ? $"There are {ListOf(known)}." : "";
        report(
            DocumentRules.UnknownId,
            TemplateSyntax.SpanOf(value),
            [id, what, SuggestionIndex.DidYouMean(id, known, otherwise)]
        );
    }

    private TemplateType? Chain(ScriptPipeCall pipe)
    {
        var (value, calls) = TemplateSyntax.ChainOf(pipe);
        var type = TypeOf(value);
        foreach (var call in calls)
            type = Call(type, pipe, call);
        return type;
    }

    private TemplateType? Call(TemplateType? from, ScriptPipeCall pipe, ScriptExpression call)
    {
        var (name, arguments) = TemplateSyntax.CallOf(call);
        foreach (var argument in arguments)
            TypeOf(argument);
        if (TemplateFunctions.Find(name) is not { } function)
            return Name(
                call,
                $"'{name}' is not a function of templates."
                    + SuggestionIndex.DidYouMean(
                        name,
                        TemplateFunctions.Names,
                        $"There are {ListOf(TemplateFunctions.Names)}."
                    )
            );
        if (arguments.Count < function.Arguments.Least || arguments.Count > function.Arguments.Most)
            return Unreadable(
                call,
                function.Arguments.Most == 0
                    ? $"'{name}' needs nothing after it"
                    : $"'{name}' needs a value after it: '{name}: \"…\"'"
            );
        if (from is null)
            return null;
        var type = function.TypeOf(from);
        if (type is null)
            return Name(call, $"'{name}' applies to {function.Of}, and what stands before it is something else.");
        if (function != TemplateFunctions.Map && function != TemplateFunctions.Where)
            return type;
        if (arguments[0] is not ScriptLiteral { Value: string member })
            return Unreadable(call, $"'{name}' needs the name of a member after it: '{name}: \"title\"'");
        var item = Member(pipe, ((TemplateType.List)from).Item, member, arguments[0]);
        if (function == TemplateFunctions.Where)
        {
            CheckId(item, arguments.Count > 1 ? arguments[1] : null);
            return from;
        }

        return item is null ? null : new TemplateType.List(item);
    }

    private TemplateType? Name(ScriptNode? at, string message)
    {
        report(DocumentRules.UnknownName, Span(at), [message]);
        return null;
    }

    private TemplateType? Unreadable(ScriptNode at, string message)
    {
        report(DocumentRules.Unreadable, Span(at), [message + "."]);
        return null;
    }

    private static SourceSpan Span(ScriptNode? at) => at is null ? new(0, 1) : TemplateSyntax.SpanOf(at);

    /// <summary>A part of the template as it is written.</summary>
    private string TextOf(ScriptNode? node)
    {
        var span = Span(node);
        var start = Math.Min(span.Start, template.Length);
        return template[start..Math.Min(span.End, template.Length)];
    }

    private static string ListOf(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));
}
