using KnowledgeSite.Files;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Word;

/// <summary>A finished page of the site, and what its Word file says about it.</summary>
/// <param name="Html">The HTML file of the page.</param>
/// <param name="Root">The URL of the site with a <c>/</c> at the end; null if it is unknown.</param>
/// <param name="Language">The language of the site, a BCP 47 tag.</param>
internal sealed record WordSource(string Html, SitePath Address, Uri? Root, string Language, UiStrings Text)
{
    public required string SiteTitle { get; init; }

    /// <summary>The state of the page for the header, such as "Data science ladder · version 2.0".</summary>
    public string? State { get; init; }

    /// <summary>The version of the ladder from which the page was made; null if there is none.</summary>
    public string? Version { get; init; }

    /// <summary>The date of the page's review or of the ladder's version; null if neither is known.</summary>
    public DateOnly? Date { get; init; }

    public string? Author { get; init; }

    public string? Description { get; init; }

    /// <summary>
    /// The ids of statements: signals, and cells for their sentences. Each is wrapped in a content control, so that
    /// an edited file can be imported.
    /// </summary>
    public IReadOnlySet<string> Statements { get; init; } = new HashSet<string>();

    /// <summary>Returns the bytes of an image of the site; null if there is none at the address.</summary>
    public Func<SitePath, byte[]?> FindImage { get; init; } = _ => null;

    public bool IsLetter => Language is "en-US" or "en-CA" or "es-MX" or "en-PH" or "es-US" or "fr-CA";
}
