using System.Globalization;

namespace KnowledgeSite.Files;

/// <summary>Formats lengths of files for people.</summary>
internal static class FileLength
{
    /// <summary>A length in kB of 1,000 bytes, or in MB: <c>12 kB</c>, <c>3.4 MB</c>.</summary>
    public static string Format(long bytes) =>
        bytes < 999_500
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(bytes / 1e3)):N0} kB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N1} MB");
}
