namespace KnowledgeSite.BrowserTests;

/// <summary>
/// What readers do, in a browser that they share. Collections run beside each other, so that no processor waits for
/// another.
/// </summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<BuiltSite>
{
    public const string Name = "browser";
}
