using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>A tag in a stretch of HTML, as a browser's tokenizer would see it.</summary>
/// <param name="Span">From <c>&lt;</c> to after <c>&gt;</c>, or to the end of the text where the tag is not
/// finished.</param>
internal sealed record HtmlTag(
    HtmlTagKind Kind,
    string Name,
    IReadOnlyList<HtmlAttribute> Attributes,
    bool IsSelfClosing,
    bool IsFinished,
    SourceSpan Span
)
{
    /// <summary>There are so many attributes that the rest was not read.</summary>
    public bool HasMoreAttributes { get; init; }

    public string? Value(string name) => Attributes.FirstOrDefault(a => a.Name == name)?.Value;
}

internal enum HtmlTagKind
{
    Start,
    End,

    /// <summary>A comment, a doctype, a processing instruction.</summary>
    Comment,
}

/// <param name="Name">In lower case.</param>
/// <param name="Value">Character references worked out.</param>
/// <param name="Span">The whole attribute.</param>
/// <param name="ValueSpan">The value between its quotes, as written.</param>
internal sealed record HtmlAttribute(string Name, string Value, SourceSpan Span, SourceSpan ValueSpan)
{
    /// <summary>A <c>=</c> follows the name.</summary>
    public bool HasValue => Span.Length > Name.Length;
}
