namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// Most tests: what readers do, with one browser. Collections run in parallel, so that no processor is idle.
/// </summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<BuiltSite>
{
    public const string Name = "browser";
}

/// <summary>The tests that open every page and use every control.</summary>
[CollectionDefinition(Name)]
public sealed class EveryPageBrowser : ICollectionFixture<BuiltSite>
{
    public const string Name = "every page";
}

/// <summary>The tests that open hundreds of pages with attacks.</summary>
[CollectionDefinition(Name)]
public sealed class AttackBrowser : ICollectionFixture<BuiltSite>
{
    public const string Name = "attacks";
}

/// <summary>The tests that print, and read what was printed.</summary>
[CollectionDefinition(Name)]
public sealed class PaperBrowser : ICollectionFixture<BuiltSite>
{
    public const string Name = "paper";
}

/// <summary>The tests that open the pages of <c>input/</c>.</summary>
[CollectionDefinition(Name)]
public sealed class InputBrowser : ICollectionFixture<InputSite>
{
    public const string Name = "input";
}

/// <summary>The repository's own pages. Tests that use it may assert only what must hold for any site.</summary>
public sealed class InputSite : BuiltSite
{
    public InputSite()
        : base("input") { }
}

/// <summary>The tests that open the gallery of constructs.</summary>
[CollectionDefinition(Name)]
public sealed class GalleryBrowser : ICollectionFixture<Pages.GallerySite>
{
    public const string Name = "gallery";
}
