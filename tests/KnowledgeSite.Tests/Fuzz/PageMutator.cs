using System.Text;

namespace KnowledgeSite.Tests.Fuzz;

/// <summary>
/// Creates a reproducible page from a number. A third of the pages are random HTML, the others are damaged Markdown.
/// </summary>
/// <param name="pages">Real pages, which are damaged.</param>
internal sealed class PageMutator(IReadOnlyList<string> pages)
{
    private const int MaxPageLength = 6000;

    public string Page(int seed)
    {
        var random = new Random(seed);
        var page = random.Next(6) switch
        {
            0 or 1 => Soup(random),
            2 or 3 => Blocks(random),
            4 => Excerpt(random),
            _ => Soup(random) + "\n\n" + Blocks(random),
        };
        for (var left = random.Next(8); left > 0; left--)
            page = Mutate(page, random);
        return page.Length > MaxPageLength ? page[..MaxPageLength] : page;
    }

    private static string Soup(Random random)
    {
        var soup = new StringBuilder(
            random.Next(3) switch
            {
                0 => "<div>\n",
                1 => "text ",
                _ => "",
            }
        );
        for (var left = random.Next(2, 24); left > 0; left--)
            soup.Append(Any(random, Fragments.Html));
        return soup.ToString();
    }

    private static string Blocks(Random random) =>
        string.Join(
            random.Next(4) == 0 ? "\n" : "\n\n",
            Enumerable.Range(0, random.Next(1, 7)).Select(_ => Any(random, Fragments.Blocks))
        );

    private string Excerpt(Random random)
    {
        var page = Any(random, pages);
        if (random.Next(4) == 0)
            return page;
        var (start, length) = Stretch(page, random, 2000);
        return page.Substring(start, length);
    }

    private static string Mutate(string page, Random random)
    {
        var (start, length) = Stretch(page, random, 60);
        var before = page[..start];
        var stretch = page.Substring(start, length);
        var after = page[(start + length)..];
        return random.Next(10) switch
        {
            0 => before + after,
            1 => before + stretch + stretch + after,
            2 => before + after + stretch,
            3 => before,
            4 => before + Any(random, Fragments.Blocks) + stretch + after,
            5 or 6 => before + Any(random, Fragments.Html) + stretch + after,
            7 => before
                + string.Concat(Enumerable.Repeat(Any(random, Fragments.Marks), random.Next(1, 30)))
                + stretch
                + after,
            8 => Indented(before, random) + stretch + after,
            _ => before + Any(random, Fragments.Marks) + stretch + after,
        };
    }

    private static string Indented(string text, Random random) =>
        text.Replace(
            "\n",
            "\n"
                + random.Next(4) switch
                {
                    0 => "> ",
                    1 => "  ",
                    2 => "- ",
                    _ => "\t",
                }
        );

    private static (int Start, int Length) Stretch(string text, Random random, int longest)
    {
        var start = random.Next(text.Length + 1);
        return (start, random.Next(Math.Min(longest, text.Length - start) + 1));
    }

    private static string Any(Random random, IReadOnlyList<string> all) => all[random.Next(all.Count)];
}
