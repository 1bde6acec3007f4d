using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>A link as an author wrote it, before it is resolved.</summary>
/// <param name="Target">The target with character references and backslashes decoded, and percent-encoding as written.
/// For a wikilink, the text before <c>|</c>.</param>
/// <param name="Span">The position of the URL in the file, or of the whole wikilink. All links that use one reference
/// definition have its position.</param>
public sealed record PageLink(LinkForm Form, string Target, SourceSpan Span)
{
    /// <summary>
    /// The text of a wikilink after <c>|</c>, or null to show the title of its target.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>
    /// True for a link such as <c>[](page.md)</c>, which shows the title of its target. A wikilink has a
    /// <see cref="Label"/> or none instead.
    /// </summary>
    internal bool IsEmpty { get; init; }

    /// <summary>The index of the link to the captions of a video; null if it has none.</summary>
    internal int? Captions { get; init; }

    /// <summary>The index of the link to the image that stands for a video; null if it has none.</summary>
    internal int? Poster { get; init; }

    /// <summary>The size of an embedded image, or null for its natural size.</summary>
    public ImageSize? Size { get; init; }
}

/// <summary>The syntax in which an author wrote a link.</summary>
public enum LinkForm
{
    /// <summary>A link that readers follow.</summary>
    Link,

    /// <summary>A file that the browser loads with the page: an image, audio or video.</summary>
    Image,

    /// <summary><c>[[target]]</c> or <c>[[target|label]]</c>.</summary>
    Wiki,

    /// <summary><c>![[target]]</c>, which is replaced by its target.</summary>
    Include,
}

/// <summary>
/// The size of an image in CSS pixels, written as in Obsidian after the alt text: <c>|300</c> or <c>|300x200</c>.
/// </summary>
/// <param name="Height">The height, or null to keep the aspect ratio.</param>
public sealed partial record ImageSize(int Width, int? Height)
{
    /// <summary>The attributes of an <c>img</c> element, each with a space before it.</summary>
    public string Attributes => $" width=\"{Width}\"" + (Height is { } height ? $" height=\"{height}\"" : "");

    /// <summary>Parses a size without the <c>|</c>. Null if the text is not a size.</summary>
    public static ImageSize? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } size)
            return null;
        return new(
            Number(size.Groups["width"]),
            size.Groups["height"] is { Success: true } height ? Number(height) : null
        );
    }

    /// <summary>Splits a label into the text and the size after the last <c>|</c>, if there is one.</summary>
    public static (string Label, ImageSize? Size) Split(string label)
    {
        var bar = label.LastIndexOf('|');
        if (Parse(label[(bar + 1)..].Trim()) is not { } size)
            return (label, null);
        return (bar < 0 ? "" : label[..bar].TrimEnd('\\', ' '), size);
    }

    private static int Number(Group digits) =>
        int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<width>[0-9]{1,5})([x×](?<height>[0-9]{1,5}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
