namespace KnowledgeSite.Drafts;

/// <summary>
/// What stands in a draft until its author has written it. All begin alike, so that a search finds what is left.
/// </summary>
internal static class Prompt
{
    public const string Opening = Content.Placeholders.Opening;

    public static string For(string what) => $"{Opening}: {char.ToLowerInvariant(what[0])}{what[1..]}";

    public static int CountIn(string text) =>
        (text.Length - text.Replace(Opening, "", StringComparison.Ordinal).Length) / Opening.Length;
}
