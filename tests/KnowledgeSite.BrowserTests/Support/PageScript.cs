namespace KnowledgeSite.BrowserTests.Support;

/// <summary>Reads the scripts that tests run in a page.</summary>
internal static class PageScript
{
    /// <param name="path">Relative to the folder of this project.</param>
    public static Task<string> ReadAsync(string path) =>
        File.ReadAllTextAsync(Repository.Combine("tests", "KnowledgeSite.BrowserTests", path));
}
