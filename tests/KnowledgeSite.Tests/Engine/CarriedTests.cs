using KnowledgeSite.Engine;

namespace KnowledgeSite.Tests.Engine;

public sealed class CarriedTests
{
    private static readonly string[] Texts = ["a", "b", "c", "d"];

    [Fact]
    public void The_same_item_keeps_its_value_at_any_position()
    {
        var carried = new ReferenceCache<string, string>();
        carried.Keep(Texts, ["1", "2", "3", "4"]);
        Assert.Equal("4 2 - 1", Known(carried, Texts[3], Texts[1], "new", Texts[0]));
        Assert.Equal("2 3", Known(carried, Texts[1], Texts[2]));
    }

    [Fact]
    public void An_equal_but_different_item_has_no_value()
    {
        var carried = new ReferenceCache<string, string>();
        carried.Keep(Texts, ["1", "2", "3", "4"]);
        Assert.Equal("- 2", Known(carried, new string('a', 1), Texts[1]));
        carried.Forget();
        Assert.Equal("-", Known(carried, Texts[0]));
    }

    private static string Known(ReferenceCache<string, string> carried, params string[] items) =>
        string.Join(' ', carried.Get(items).Select(v => v ?? "-"));
}
