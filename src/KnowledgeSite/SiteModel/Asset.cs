using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A file that pages refer to, published beside them.</summary>
/// <param name="Address">With a hash of the content in its name where the browser fetches it with the page; else
/// stable.</param>
public sealed record Asset(SourceFile File, SitePath Address)
{
    /// <summary>
    /// It stands in the place of a generated file, since <c>site.yaml</c> names it under <c>files</c>.
    /// </summary>
    public bool ReplacesGenerated => ReservedAddresses.PurposeOf(Address) is not null;
}
