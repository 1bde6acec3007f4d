namespace KnowledgeSite.Drafts;

/// <summary>
/// Placeholders in a draft. All begin with the same words, so that a search finds those that are left.
/// </summary>
internal static class Prompt
{
    public const string Opening = Content.Placeholders.Opening;

    public static string For(string what) => $"{Opening}: {char.ToLowerInvariant(what[0])}{what[1..]}";

    public static int CountIn(string text) =>
        (text.Length - text.Replace(Opening, "", StringComparison.Ordinal).Length) / Opening.Length;
}
