namespace KnowledgeSite.BrowserTests;

/// <summary>What tests run in a page: the scripts beside them.</summary>
internal static class PageScript
{
    public static Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(BuiltSite.RepositoryRoot(), "tests", "KnowledgeSite.BrowserTests", name));
}
