namespace KnowledgeSite.BrowserTests;

/// <summary>The repository's own pages, served. Tests that use it may assert only what must hold of any site.</summary>
public sealed class InputSite : BuiltSite
{
    public InputSite()
        : base("input") { }
}
