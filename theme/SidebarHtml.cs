using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering;
using KnowledgeSite.Theme.Templates;

namespace KnowledgeSite.Theme;

/// <summary>
/// A sidebar as HTML, rendered once for all pages that show it. Placeholders mark what differs from page to page: which
/// link is the current page, and which lists are open.
/// </summary>
internal sealed class SidebarHtml
{
    /// <summary>
    /// The value of a placeholder attribute. No label can contain it, because quotes in text are escaped.
    /// </summary>
    public const string Mark = "site:place";

    private static readonly string[] MarkedAttributes = [$" aria-current=\"{Mark}\"", $" open=\"{Mark}\""];

    private static readonly ConditionalWeakTable<SidebarView, Dictionary<string, SidebarHtml>> Cache = [];

    private readonly byte[][] _parts;
    private readonly IReadOnlyList<SidebarPlace> _places;

    private SidebarHtml(string html, IReadOnlyList<SidebarPlace> places)
    {
        _parts = [.. html.Split(MarkedAttributes, StringSplitOptions.None).Select(Encoding.UTF8.GetBytes)];
        _places = places;
    }

    /// <summary>
    /// Returns the sidebar of a page. Links are relative, so it is rendered once for each depth of pages.
    /// </summary>
    public static SidebarHtml Render(SidebarView view, FrameView frame)
    {
        var byRoot = Cache.GetOrCreateValue(view);
        lock (byRoot)
        {
            if (byRoot.TryGetValue(frame.Root, out var made))
                return made;
            var places = new List<SidebarPlace>();
            var html = Theme.Render<Sidebar>(
                new()
                {
                    [nameof(Sidebar.Frame)] = frame,
                    [nameof(Sidebar.View)] = view,
                    [nameof(Sidebar.Places)] = places,
                }
            );
            return byRoot[frame.Root] = new(html, places);
        }
    }

    public void WriteTo(FrameView frame, IBufferWriter<byte> output)
    {
        output.Write(_parts[0]);
        for (var i = 0; i < _places.Count; i++)
        {
            output.Write(AttributeOf(_places[i], frame));
            output.Write(_parts[i + 1]);
        }
    }

    private static ReadOnlySpan<byte> AttributeOf(SidebarPlace place, FrameView frame)
    {
        if (!place.IsList)
            return place.Address == frame.Address ? " aria-current=\"page\""u8 : [];
        return place.IsOpen || frame.IsWithin(place.Address) ? " open"u8 : [];
    }
}

/// <summary>
/// A placeholder in a sidebar whose value depends on the page: whether a link is the current page, or whether a list is
/// open.
/// </summary>
/// <param name="IsList">True for a collapsible list, false for a link.</param>
/// <param name="IsOpen">True if the list is open on every page.</param>
public sealed record SidebarPlace(SitePath Address, bool IsList, bool IsOpen);
