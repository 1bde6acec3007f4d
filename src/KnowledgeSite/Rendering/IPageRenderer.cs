using System.Buffers;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Turns views into HTML. The theme implements it; everything a template may know stands in the view.
/// </summary>
public interface IPageRenderer
{
    /// <summary>Writes one page as UTF-8. Called from many threads at once.</summary>
    void Render(PageView view, IBufferWriter<byte> output);

    /// <summary>
    /// Writes what the frame of a page stands around, without the ways to other pages. Called from many threads at
    /// once.
    /// </summary>
    void RenderText(PageView view, IBufferWriter<byte> output);
}
