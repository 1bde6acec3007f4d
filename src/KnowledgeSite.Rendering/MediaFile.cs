using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

internal enum MediaKind
{
    None,
    Image,
    Audio,
    Video,
}

/// <summary>Determines how browsers can show an embedded file, by its file extension.</summary>
internal static class MediaFile
{
    public static MediaKind KindOf(SitePath address) =>
        Path.GetExtension(address.Value) switch
        {
            ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".avif" or ".svg" or ".bmp" => MediaKind.Image,
            ".mp3" or ".ogg" or ".wav" or ".m4a" or ".flac" => MediaKind.Audio,
            ".mp4" or ".webm" or ".ogv" or ".mov" => MediaKind.Video,
            _ => MediaKind.None,
        };
}
