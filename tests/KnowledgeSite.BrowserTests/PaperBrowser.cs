namespace KnowledgeSite.BrowserTests;

/// <summary>What is printed, and read back from paper.</summary>
[CollectionDefinition(Name)]
public sealed class PaperBrowser : ICollectionFixture<BuiltSite>
{
    public const string Name = "paper";
}
