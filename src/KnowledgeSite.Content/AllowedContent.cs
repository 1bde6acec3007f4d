using System.IO.Enumeration;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// What <c>site.yaml</c> allows of that which a reader's browser would run. Nothing, unless it says so.
/// </summary>
internal sealed class AllowedContent(IReadOnlyList<string> entries)
{
    public static readonly AllowedContent Nothing = new([]);

    /// <summary>
    /// An element, attribute or scheme by its name: <c>script</c>, <c>onclick</c>, <c>javascript:</c>.
    /// </summary>
    public bool Allows(string name) => entries.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A file of the input by its path or a pattern of paths: <c>file tools/*.js</c>.</summary>
    public bool AllowsFile(SourcePath path) =>
        entries
            .Where(e => e.StartsWith("file ", StringComparison.OrdinalIgnoreCase))
            .Any(e =>
                FileSystemName.MatchesSimpleExpression(e["file ".Length..].Trim(), path.Value, ignoreCase: false)
            );

    /// <summary>
    /// A frame that shows another address: <c>iframe</c> allows all, <c>iframe https://video.example</c> those of one
    /// origin.
    /// </summary>
    public bool AllowsFrame(string address) =>
        Allows("iframe")
        || FrameOrigins.Any(o => address == o || address.StartsWith(o + "/", StringComparison.OrdinalIgnoreCase));

    /// <summary>Origins that frames may come from; for the Content-Security-Policy.</summary>
    public IEnumerable<string> FrameOrigins => OriginsOf("iframe");

    /// <summary>Where images may come from, beside the site itself; for the Content-Security-Policy.</summary>
    public IEnumerable<string> ImageSources => Allows("img") ? ["https:"] : OriginsOf("img");

    /// <summary>The same of video and sound, which <c>video</c> allows together.</summary>
    public IEnumerable<string> MediaSources => Allows("video") ? ["https:"] : OriginsOf("video");

    /// <summary>
    /// An image, video or sound from this address is shown by a browser that follows the site's policy.
    /// </summary>
    public bool AllowsMedia(string address) =>
        ImageSources
            .Concat(MediaSources)
            .Any(s => address.StartsWith(s.EndsWith(':') ? s : s + "/", StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string> OriginsOf(string element) =>
        entries
            .Where(e => e.StartsWith(element + " ", StringComparison.OrdinalIgnoreCase))
            .Select(e => e[(element.Length + 1)..].Trim().TrimEnd('/'));
}
