using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A term of the site's glossary.</summary>
/// <param name="Page">Where it is defined.</param>
/// <param name="Number">Its place among the terms of all glossaries.</param>
public sealed record Term(WrittenTerm Written, SitePage Page, int Number)
{
    public string Id => Written.Id.Value;

    /// <summary>The heading as it is written.</summary>
    public string Title =>
        Written.Abbreviation is { } letters ? $"{Written.Name.Value} ({letters})" : Written.Name.Value;

    public SitePath Address => Page.Address;

    /// <summary>A fragment, percent-encoded.</summary>
    public string Suffix => new LinkAddress("", null, Id).Suffix(Id);
}
