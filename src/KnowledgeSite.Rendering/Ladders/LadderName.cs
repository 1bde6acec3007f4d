namespace KnowledgeSite.Rendering.Ladders;

/// <summary>Formats the name of a ladder within a sentence.</summary>
public static class LadderName
{
    /// <summary>Returns "Data science ladder" for "Data science", and "Our ladder" unchanged.</summary>
    public static string Format(string title) =>
        title.EndsWith("ladder", StringComparison.OrdinalIgnoreCase) ? title : $"{title} ladder";
}
