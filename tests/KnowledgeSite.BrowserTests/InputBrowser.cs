namespace KnowledgeSite.BrowserTests;

/// <summary>The tests that open the pages of <c>input/</c>.</summary>
[CollectionDefinition(Name)]
public sealed class InputBrowser : ICollectionFixture<InputSite>
{
    public const string Name = "input";
}
