namespace KnowledgeSite.Content;

internal enum MediaKind
{
    None,
    Image,
    Audio,
    Video,

    /// <summary>A PDF.</summary>
    Document,
}

/// <summary>Determines how browsers can show an embedded file, by its file extension.</summary>
internal static class MediaFile
{
    /// <param name="address">A path or a URL.</param>
    public static MediaKind KindOf(string address) =>
        ExtensionOf(address) switch
        {
            ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".avif" or ".svg" or ".bmp" => MediaKind.Image,
            ".mp3" or ".ogg" or ".wav" or ".m4a" or ".flac" => MediaKind.Audio,
            ".mp4" or ".webm" or ".ogv" or ".mov" => MediaKind.Video,
            ".pdf" => MediaKind.Document,
            _ => MediaKind.None,
        };

    /// <summary>True for an image in a format that most browsers do not show.</summary>
    /// <param name="address">A path or a URL.</param>
    public static bool IsOtherImage(string address) =>
        ExtensionOf(address) is ".tif" or ".tiff" or ".heic" or ".heif" or ".psd" or ".dng";

    private static string ExtensionOf(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        return Path.GetExtension(end < 0 ? address : address[..end]).ToLowerInvariant();
    }
}
