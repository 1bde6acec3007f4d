namespace KnowledgeSite.Rendering;

/// <summary>How a site looks.</summary>
public interface ITheme : IPageRenderer
{
    /// <summary>
    /// The files that its pages load; they are published under <c>/assets/</c> with a hash in the name.
    /// </summary>
    IReadOnlyList<ThemeFile> Files { get; }
}

/// <param name="Name">Such as <c>site.css</c>: pages load every style and every script.</param>
public sealed record ThemeFile(string Name, byte[] Bytes);
