namespace KnowledgeSite.BrowserTests;

/// <summary>What holds of every page, and every control.</summary>
[CollectionDefinition(Name)]
public sealed class EveryPageBrowser : ICollectionFixture<BuiltSite>
{
    public const string Name = "every page";
}
