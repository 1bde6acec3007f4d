using System.IO.Enumeration;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>Content that <c>site.yaml</c> allows although browsers run it. By default, nothing is allowed.</summary>
internal sealed class AllowedContent(IReadOnlyList<string> entries)
{
    /// <summary>
    /// True if an element, attribute or scheme is allowed by its name: <c>script</c>, <c>onclick</c>,
    /// <c>javascript:</c>.
    /// </summary>
    public bool Allows(string name) => entries.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The elements, attributes and schemes that are allowed by name.</summary>
    public IEnumerable<string> Names => entries.Where(e => !e.Contains(' ', StringComparison.Ordinal));

    /// <summary>True if a file is allowed by its path or a pattern: <c>file tools/*.js</c>.</summary>
    public bool AllowsFile(SourcePath path) =>
        entries
            .Where(e => e.StartsWith("file ", StringComparison.OrdinalIgnoreCase))
            .Any(e =>
                FileSystemName.MatchesSimpleExpression(e["file ".Length..].Trim(), path.Value, ignoreCase: false)
            );

    /// <summary>
    /// True if a frame may show a URL. The entry <c>iframe</c> allows all URLs, <c>iframe https://video.example</c>
    /// those of one origin.
    /// </summary>
    public bool AllowsFrame(string address) =>
        Allows("iframe")
        || FrameOrigins.Any(o => address == o || address.StartsWith(o + "/", StringComparison.OrdinalIgnoreCase));

    /// <summary>The allowed origins of frames, for the Content-Security-Policy.</summary>
    public IEnumerable<string> FrameOrigins => OriginsOf("iframe");

    /// <summary>
    /// The allowed sources of images in addition to the site itself, for the Content-Security-Policy.
    /// </summary>
    public IEnumerable<string> ImageSources => Allows("img") ? ["https:"] : OriginsOf("img");

    /// <summary>
    /// The allowed sources of video and audio in addition to the site itself, for the Content-Security-Policy.
    /// </summary>
    public IEnumerable<string> MediaSources => Allows("video") ? ["https:"] : OriginsOf("video");

    /// <summary>
    /// True if a browser that follows the Content-Security-Policy shows an image, video or audio from the URL.
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
