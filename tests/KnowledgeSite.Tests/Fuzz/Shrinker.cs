namespace KnowledgeSite.Tests.Fuzz;

/// <summary>
/// Makes a text that shows a fault as short as it can be (Zeller's delta debugging, by lines and then by characters).
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
