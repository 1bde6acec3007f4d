namespace KnowledgeSite.Rendering.Sharing;

/// <summary>What other sites show of a page where somebody shares its address (ogp.me).</summary>
/// <param name="Picture">Null where there is none.</param>
public sealed record SharedView(string Title, bool IsArticle, CardView? Picture);

/// <param name="Url">The full address.</param>
/// <param name="Says">For those who do not see it.</param>
public sealed record CardView(string Url, int Width, int Height, string Says);
