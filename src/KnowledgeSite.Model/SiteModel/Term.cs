using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A term of the site's glossary.</summary>
/// <param name="Page">The page that defines it.</param>
/// <param name="Number">The index among the terms of all glossaries.</param>
public sealed record Term(WrittenTerm Written, SitePage Page, int Number)
{
    public string Id => Written.Id.Value;

    /// <summary>The heading as written.</summary>
    public string Title =>
        Written.Abbreviation is { } letters ? $"{Written.Name.Value} ({letters})" : Written.Name.Value;

    public SitePath Address => Page.Address;

    /// <summary>The link fragment of the term, percent-encoded.</summary>
    public string Suffix => new LinkAddress("", null, Id).Suffix(Id);
}
