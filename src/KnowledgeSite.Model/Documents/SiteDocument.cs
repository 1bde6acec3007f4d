using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Documents;

/// <summary>A document that was made from a template.</summary>
/// <param name="Template">The page of the template.</param>
/// <param name="Page">The document as a page. Its path is that of the template.</param>
/// <param name="Ladder">The ladder that it is made from.</param>
/// <param name="From">The level from which a step leads; null if the document is not about a step.</param>
/// <param name="Level">The level of the document, or that to which the step leads; null if a role requires no cell.
/// </param>
/// <param name="Role">The page of the role; null if the document is not about a role.</param>
/// <param name="Label">What it is made for, such as the title of the level.</param>
internal sealed record SiteDocument(
    SitePage Template,
    SitePage Page,
    LadderUrls Ladder,
    Level? From,
    Level? Level,
    SitePage? Role,
    string Label
)
{
    public SitePath Address => Page.Address;

    public string Title => Page.Title;

    /// <summary>The newest version of the ladder; null if it has none.</summary>
    public LadderVersion? Version => Ladder.Ladder.Versions.All is [var newest, ..] ? newest : null;

    /// <summary>Compares by reference, because comparing by value would compare whole pages.</summary>
    public bool Equals(SiteDocument? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Address.GetHashCode();
}
