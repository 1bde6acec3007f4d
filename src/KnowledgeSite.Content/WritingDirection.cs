namespace KnowledgeSite.Content;

/// <summary>
/// Decides the writing direction of a language. The tool runs with invariant globalization, so that a build gives the
/// same bytes on every machine. The languages and scripts that are written from right to left are therefore listed
/// here.
/// </summary>
internal static class WritingDirection
{
    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar",
        "arc",
        "arz",
        "azb",
        "bal",
        "bgn",
        "ckb",
        "dv",
        "fa",
        "glk",
        "haz",
        "he",
        "iw",
        "ji",
        "khw",
        "ks",
        "lrc",
        "mzn",
        "nqo",
        "pnb",
        "ps",
        "sd",
        "skr",
        "syr",
        "ug",
        "ur",
        "yi",
    };

    private static readonly HashSet<string> Scripts = new(StringComparer.OrdinalIgnoreCase)
    {
        "Adlm",
        "Arab",
        "Aran",
        "Hebr",
        "Mand",
        "Nkoo",
        "Rohg",
        "Samr",
        "Syrc",
        "Thaa",
    };

    /// <summary>True if the language is written from right to left.</summary>
    /// <param name="language">A BCP 47 tag. If it contains a script (<c>az-Arab</c>, <c>ks-Deva</c>), the script
    /// decides, otherwise the language.</param>
    public static bool IsRightToLeft(string language)
    {
        var parts = language.Split('-');
        return parts.Skip(1).FirstOrDefault(p => p.Length == 4 && p.All(char.IsAsciiLetter)) is { } script
            ? Scripts.Contains(script)
            : Languages.Contains(parts[0]);
    }
}
