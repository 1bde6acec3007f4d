namespace KnowledgeSite.Tests.Fuzz;

/// <summary>
/// Shortens a text as far as it still fails (delta debugging by Zeller, by lines and then by characters).
/// </summary>
internal static class Shrinker
{
    public static string Shrink(string text, Func<string, bool> fails, TimeSpan patience)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (
            var size = text.Length / 2;
            size > 0 && clock.Elapsed < patience;
            size = text.Length > 0 ? Math.Min(size / 2, text.Length) : 0
        )
        {
            for (var start = 0; start < text.Length && clock.Elapsed < patience; )
            {
                var shorter = text.Remove(start, Math.Min(size, text.Length - start));
                if (fails(shorter))
                    text = shorter;
                else
                    start += size;
            }
        }

        return text;
    }
}
