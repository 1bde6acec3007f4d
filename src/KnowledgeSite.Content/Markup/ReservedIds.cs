namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Ids of the frame around a page. No heading's own id can begin like this, since GitHub's rule drops the colon.
/// </summary>
internal static class ReservedIds
{
    public const string Prefix = "site:";
}
