namespace KnowledgeSite.Documents;

/// <summary>The type of a value that templates see. It is known before any document is made.</summary>
internal abstract record TemplateType
{
    public static readonly Text AnyText = new();

    public static readonly Number AnyNumber = new();

    public static readonly Truth AnyTruth = new();

    public static readonly Markdown AnyMarkdown = new();

    /// <param name="Ids">What the text is an id of; null for any text.</param>
    public sealed record Text(TemplateIds? Ids = null) : TemplateType;

    public sealed record Number : TemplateType;

    public sealed record Truth : TemplateType;

    /// <summary>Text of another page.</summary>
    public sealed record Markdown : TemplateType;

    public sealed record List(TemplateType Item) : TemplateType;

    /// <summary>Values with names that authors choose, such as the sections of a page.</summary>
    public sealed record Map(TemplateType Item, TemplateIds Ids) : TemplateType;

    /// <param name="Form">Created on first use, because forms refer to each other.</param>
    public sealed record Thing(Func<TemplateForm> Form) : TemplateType
    {
        public bool Equals(Thing? other) => other is not null && Form() == other.Form();

        public override int GetHashCode() => 0;
    }
}

/// <summary>Ids whose values are known before any document is made.</summary>
internal enum TemplateIds
{
    Ladder,
    Level,
    Dimension,
    Signal,
    Track,
    Standing,
    Section,
}

/// <summary>A member of a thing, such as <c>level.title</c>.</summary>
internal sealed record TemplateMember(string Name, TemplateType Type, Func<object, object?> Read);

/// <summary>The members that things of one sort have.</summary>
/// <param name="name">What such a thing is called in messages, such as "a level".</param>
internal sealed class TemplateForm(string name, params IReadOnlyList<TemplateMember> members)
{
    private readonly Dictionary<string, TemplateMember> _members = members.ToDictionary(
        m => m.Name,
        StringComparer.Ordinal
    );

    public string Name => name;

    public IEnumerable<string> Names => _members.Keys;

    public TemplateMember? Find(string member) => _members.GetValueOrDefault(member);
}

/// <summary>A value with members.</summary>
internal interface ITemplateThing
{
    TemplateForm Form { get; }
}

/// <summary>Text that is inserted as Markdown.</summary>
internal sealed record TemplateMarkdown(string Text);
