using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>A small site of a fixture: built on disk, served, and deleted with the fixture.</summary>
public abstract class ServedSite : IAsyncLifetime
{
    /// <summary>The date on which every site of the tests is built.</summary>
    protected static readonly DateOnly Today = new(2026, 11, 20);

    private readonly string _folder = Directory.CreateTempSubdirectory("knowledgesite-").FullName;
    private SiteServer? _server;

    /// <summary>The files to build the site from.</summary>
    private protected abstract ISourceTree Input { get; }

    private protected string Address => _server!.Address;

    private string Output => Path.Combine(_folder, "output");

    /// <summary>The URL of a page, from its path.</summary>
    public string At(string path) => Address + path;

    /// <summary>The URL of a page's file on disk, from its path.</summary>
    public string OnDisk(string path) => "file://" + Output + path;

    public virtual async Task InitializeAsync()
    {
        await BuildAsync(Input, Output);
        _server = await SiteServer.StartAsync(Output);
    }

    public virtual async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Builds a site and asserts that it was written.</summary>
    internal static async Task BuildAsync(ISourceTree input, string output, string url = "https://kb.example/")
    {
        var options = new BuildOptions("input", output, Strict: false, new Uri(url), Today);
        var result = await new SiteBuild(options, input, new Theme.Theme()).RunAsync(
            check: false,
            null,
            CancellationToken.None
        );
        Assert.NotNull(result.Written);
    }
}
