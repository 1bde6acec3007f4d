using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>Formats the name of a ladder within a sentence.</summary>
public static class LadderName
{
    /// <summary>Returns "Data science ladder" for "Data science", and "Our ladder" unchanged.</summary>
    public static string Format(string title, UiStrings text) =>
        title.Contains(text.LadderWord, StringComparison.OrdinalIgnoreCase) ? title : text.LadderInText(title);
}
