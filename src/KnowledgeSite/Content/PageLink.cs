using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>A link as an author wrote it, not yet matched with anything.</summary>
/// <param name="Target">Character references and backslashes worked out, percent-encoding as written; for a wikilink
/// what stands before <c>|</c>.</param>
/// <param name="Span"> The address in the file, or the whole of a wikilink. Links through one reference definition
/// share its span.
/// </param>
public sealed record PageLink(LinkForm Form, string Target, SourceSpan Span)
{
    /// <summary>
    /// What a wikilink says after <c>|</c>; null where readers see the title of the page it leads to.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>Of an image that is embedded; null where the page decides.</summary>
    public ImageSize? Size { get; init; }
}

public enum LinkForm
{
    /// <summary>An address that readers follow.</summary>
    Link,

    /// <summary>An address that the browser fetches with the page: an image, a sound, a film.</summary>
    Image,

    /// <summary><c>[[target]]</c> or <c>[[target|label]]</c>.</summary>
    Wiki,

    /// <summary><c>![[target]]</c>: what it leads to stands in its place.</summary>
    Include,
}
