namespace KnowledgeSite.Theme;

/// <summary>The place of a link or another element in a string of the UI.</summary>
internal static class Slot
{
    /// <summary>The object replacement character, given to a string as the value of a parameter.</summary>
    public const string Mark = "\uFFFC";

    /// <summary>The texts before and after the mark.</summary>
    public static (string Before, string After) Split(string text)
    {
        var at = text.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + Mark.Length)..]);
    }
}
