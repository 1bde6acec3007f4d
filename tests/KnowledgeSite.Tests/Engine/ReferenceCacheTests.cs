using KnowledgeSite.Engine;

namespace KnowledgeSite.Tests.Engine;

public sealed class ReferenceCacheTests
{
    private static readonly string[] Texts = ["a", "b", "c", "d"];

    [Fact]
    public void The_same_item_keeps_its_value_at_any_index()
    {
        var cache = new ReferenceCache<string, string>();
        cache.Keep(Texts, ["1", "2", "3", "4"]);
        Assert.Equal("4 2 - 1", Known(cache, Texts[3], Texts[1], "new", Texts[0]));
        Assert.Equal("2 3", Known(cache, Texts[1], Texts[2]));
    }

    [Fact]
    public void An_equal_but_different_item_has_no_value()
    {
        var cache = new ReferenceCache<string, string>();
        cache.Keep(Texts, ["1", "2", "3", "4"]);
        Assert.Equal("- 2", Known(cache, new string('a', 1), Texts[1]));
        cache.Forget();
        Assert.Equal("-", Known(cache, Texts[0]));
    }

    private static string Known(ReferenceCache<string, string> cache, params string[] items) =>
        string.Join(' ', cache.Get(items).Select(v => v ?? "-"));
}
