using System.Buffers;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Renders views to HTML; implemented by the theme. A view contains everything that its template needs.
/// </summary>
public interface IPageRenderer
{
    /// <summary>Writes a whole page as UTF-8. Must be thread-safe.</summary>
    void Render(PageView view, IBufferWriter<byte> output);

    /// <summary>
    /// Writes the content of a page without the frame and without links to related pages. Must be thread-safe.
    /// </summary>
    void RenderText(PageView view, IBufferWriter<byte> output);
}
