using KnowledgeSite.Files;

namespace KnowledgeSite.Search.Indexing;

/// <summary>What a page is called elsewhere: by a link, or by the ladder that it is a level of.</summary>
/// <param name="Suffix">Query and fragment of the link.</param>
/// <param name="Links">How many links it counts for.</param>
/// <param name="Words">By their numbers in the run.</param>
internal sealed record GivenName(SitePath Page, string Suffix, int Links, int[] Words);
