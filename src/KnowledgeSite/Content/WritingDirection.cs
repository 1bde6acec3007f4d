namespace KnowledgeSite.Content;

/// <summary>
/// Which way a language is written. The tool runs without the data of cultures, so that a build gives the same bytes on
/// every machine; so the languages and scripts that begin at the right are named here.
/// </summary>
public static class WritingDirection
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

    /// <param name="language">A BCP 47 tag. A script in it decides (<c>az-Arab</c>, <c>ks-Deva</c>); else the
    /// language.</param>
    public static bool IsRightToLeft(string language)
    {
        var parts = language.Split('-');
        return parts.Skip(1).FirstOrDefault(p => p.Length == 4 && p.All(char.IsAsciiLetter)) is { } script
            ? Scripts.Contains(script)
            : Languages.Contains(parts[0]);
    }
}
