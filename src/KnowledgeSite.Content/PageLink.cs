using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>A link as an author wrote it, before it is resolved.</summary>
/// <param name="Target">Character references and backslashes worked out, percent-encoding as written; for a wikilink
/// what stands before <c>|</c>.</param>
/// <param name="Span"> The address in the file, or the whole of a wikilink. Links through one reference definition
/// share its span.
/// </param>
public sealed record PageLink(LinkForm Form, string Target, SourceSpan Span)
{
    /// <summary>
    /// The text of a wikilink after <c>|</c>, or null to show the title of its target.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>The size of an embedded image, or null for its natural size.</summary>
    public ImageSize? Size { get; init; }
}

public enum LinkForm
{
    /// <summary>A link that readers follow.</summary>
    Link,

    /// <summary>A file that the browser loads with the page: an image, audio or video.</summary>
    Image,

    /// <summary><c>[[target]]</c> or <c>[[target|label]]</c>.</summary>
    Wiki,

    /// <summary><c>![[target]]</c>, which is replaced by its target.</summary>
    Include,
}
