namespace KnowledgeSite.Rendering;

/// <summary>The appearance of a site: its templates and files.</summary>
public interface ITheme : IPageRenderer
{
    /// <summary>The files that the pages load; published under <c>/assets/</c> with a hash in the name.</summary>
    IReadOnlyList<ThemeFile> Files { get; }
}

/// <param name="Name">The file name, such as <c>site.css</c>. Pages load every style sheet and every script.</param>
public sealed record ThemeFile(string Name, byte[] Bytes);
