namespace KnowledgeSite.Rendering.Sharing;

/// <summary>The Open Graph data of a page, which other sites show for a link to it (ogp.me).</summary>
/// <param name="Picture">Null if there is no image.</param>
public sealed record SharedView(string Title, bool IsArticle, CardView? Picture);

/// <param name="Url">The absolute URL.</param>
/// <param name="Says">The alternative text.</param>
public sealed record CardView(string Url, int Width, int Height, string Says);
