using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A file that pages refer to, published beside them.</summary>
/// <param name="Address">Contains a hash of the content if the browser loads the file with the page; otherwise
/// stable.</param>
public sealed record Asset(SourceFile File, SitePath Address)
{
    /// <summary>
    /// True if the asset replaces a generated file, because <c>site.yaml</c> lists it under <c>files</c>.
    /// </summary>
    public bool ReplacesGenerated => ReservedAddresses.PurposeOf(Address) is not null;
}
