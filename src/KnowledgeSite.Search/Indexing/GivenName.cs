using KnowledgeSite.Files;

namespace KnowledgeSite.Search.Indexing;

/// <summary>A name of a page that comes from elsewhere: the text of a link, or a level of a ladder.</summary>
/// <param name="Suffix">Query and fragment of the link.</param>
/// <param name="Links">The weight, in number of links.</param>
/// <param name="Words">The word numbers within the run.</param>
internal sealed record GivenName(SitePath Page, string Suffix, int Links, int[] Words);
