namespace KnowledgeSite.Documents;

/// <summary>A function after <c>|</c> in a placeholder.</summary>
/// <param name="Arguments">The number of its arguments.</param>
/// <param name="TypeOf">The type of the result; null if the function does not apply to a type.</param>
internal sealed record TemplateFunction(
    string Name,
    (int Least, int Most) Arguments,
    Func<TemplateType, TemplateType?> TypeOf,
    Func<object?, IReadOnlyList<object?>, object?> Apply
)
{
    /// <summary>What the function applies to, for messages.</summary>
    public string Of { get; init; } = "a text";
}

/// <summary>The functions that templates can use. They are those of Liquid with these names.</summary>
internal static class TemplateFunctions
{
    /// <summary>Replaces each thing of a list by one of its members. The type depends on the member.</summary>
    public static readonly TemplateFunction Map = OfList(
        "map",
        1,
        type => type,
        (list, arguments) => list.Select(item => TemplateRun.Member(item, TemplateRun.TextOf(arguments[0]))).ToList()
    );

    /// <summary>Keeps the things of a list whose member has a value, or is true.</summary>
    public static readonly TemplateFunction Where = OfList("where", 1, type => type, Filter) with
    {
        Arguments = (1, 2),
    };

    private static readonly Dictionary<string, TemplateFunction> All = new TemplateFunction[]
    {
        new(
            "default",
            (1, 1),
            type => type,
            (value, arguments) => TemplateRun.IsTrue(value) || value is false ? value : arguments[0]
        )
        {
            Of = "a value",
        },
        new(
            "size",
            (0, 0),
            type => type is TemplateType.Text or TemplateType.List or TemplateType.Map ? TemplateType.AnyNumber : null,
            (value, _) =>
                value switch
                {
                    string text => text.Length,
                    IReadOnlyDictionary<string, object> map => map.Count,
                    _ => TemplateRun.ItemsOf(value).Count,
                }
        )
        {
            Of = "a list or a text",
        },
        OfList("first", 0, ItemOf, (list, _) => list.Count > 0 ? list[0] : null),
        OfList("last", 0, ItemOf, (list, _) => list.Count > 0 ? list[^1] : null),
        OfList(
            "join",
            1,
            type => ItemOf(type) is TemplateType.Text or TemplateType.Number ? TemplateType.AnyText : null,
            (list, arguments) =>
                string.Join(
                    arguments.Count == 0 ? ", " : TemplateRun.TextOf(arguments[0]),
                    list.Select(TemplateRun.TextOf)
                )
        ) with
        {
            Of = "a list of texts, such as 'level.next | map: \"title\"'",
            Arguments = (0, 1),
        },
        OfText("upcase", text => text.ToUpperInvariant()),
        OfText("downcase", text => text.ToLowerInvariant()),
        OfText("capitalize", text => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..]),
        Map,
        Where,
    }.ToDictionary(f => f.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static TemplateFunction? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>The functions that can also be written as members: <c>dimensions.size</c>.</summary>
    public static TemplateFunction? AsMember(string name) => name is "size" or "first" or "last" ? All[name] : null;

    private static List<object?> Filter(IReadOnlyList<object?> list, IReadOnlyList<object?> arguments) =>
        [
            .. list.Where(item =>
            {
                var value = TemplateRun.Member(item, TemplateRun.TextOf(arguments[0]));
                return arguments.Count < 2 ? TemplateRun.IsTrue(value) : TemplateRun.AreEqual(value, arguments[1]);
            }),
        ];

    private static TemplateType? ItemOf(TemplateType type) => (type as TemplateType.List)?.Item;

    private static TemplateFunction OfText(string name, Func<string, string> apply) =>
        new(
            name,
            (0, 0),
            type => type is TemplateType.Text ? TemplateType.AnyText : null,
            (value, _) => value is string text ? apply(text) : null
        );

    private static TemplateFunction OfList(
        string name,
        int arguments,
        Func<TemplateType, TemplateType?> typeOf,
        Func<IReadOnlyList<object?>, IReadOnlyList<object?>, object?> apply
    ) =>
        new(
            name,
            (arguments, arguments),
            type => type is TemplateType.List ? typeOf(type) : null,
            (value, given) => apply(TemplateRun.ItemsOf(value), given)
        )
        {
            Of = "a list",
        };
}
