namespace KnowledgeSite.BrowserTests;

/// <summary>A window. A narrow one is higher, since it has more of a page below each other.</summary>
internal sealed record LookSize(int Width, int Height)
{
    public static readonly LookSize Phone = new(375, 1800);
    public static readonly LookSize Tablet = new(768, 1600);
    public static readonly LookSize Desk = new(1440, 1440);

    public static IReadOnlyList<LookSize> All => [Desk, Tablet, Phone];
}
