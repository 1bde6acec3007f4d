namespace KnowledgeSite.Search;

/// <summary>A section that matches a query.</summary>
/// <param name="Number">The index of the section on its page.</param>
internal sealed record SearchHit(SearchPage Page, int Number, double Score)
{
    public SearchSection Section => Page.Sections[Number];

    /// <summary>The address with the section's id, such as <c>/ladders/promotion/#evidence</c>.</summary>
    public string Address => Section.Anchor.Length == 0 ? Page.Address.Value : $"{Page.Address}#{Section.Anchor}";
}
