using KnowledgeSite.Strings;

namespace KnowledgeSite.Files;

/// <summary>Formats lengths of files for people.</summary>
internal static class FileLength
{
    /// <summary>A length in reports, which are in English.</summary>
    public static string Format(long bytes) => Format(bytes, UiStrings.English);

    /// <summary>A length in kB of 1,000 bytes, or in MB: <c>12 kB</c>, <c>3.4 MB</c>.</summary>
    public static string Format(long bytes, UiStrings text) =>
        bytes < 999_500
            ? text.Number(Math.Max(1, Math.Round(bytes / 1e3)), 0) + " kB"
            : text.Number(bytes / 1e6, 1) + " MB";
}
