using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

internal enum MediaKind
{
    None,
    Image,
    Sound,
    Film,
}

/// <summary>What a browser can show of a file that is embedded, by the ending of its name.</summary>
internal static class MediaFile
{
    public static MediaKind KindOf(SitePath address) =>
        Path.GetExtension(address.Value) switch
        {
            ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".avif" or ".svg" or ".bmp" => MediaKind.Image,
            ".mp3" or ".ogg" or ".wav" or ".m4a" or ".flac" => MediaKind.Sound,
            ".mp4" or ".webm" or ".ogv" or ".mov" => MediaKind.Film,
            _ => MediaKind.None,
        };
}
