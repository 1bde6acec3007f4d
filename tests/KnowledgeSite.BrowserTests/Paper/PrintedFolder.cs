using KnowledgeSite.Cli;

namespace KnowledgeSite.BrowserTests.Paper;

/// <summary>
/// A small site with a workshop, printed by <c>pdf</c> once for all tests. Each test works on a copy.
/// </summary>
public sealed class PrintedFolder : IAsyncLifetime, IDisposable
{
    internal const string Workshop = """
        ---
        kind: workshop
        pages: 1
        title: Talk
        ---
        For all.

        ::: lines 16

        ## Second

        [Home](index.md)

        """;

    public string Path { get; } = Directory.CreateTempSubdirectory("knowledgesite-").FullName;

    /// <summary>The output of the last run.</summary>
    public string Output { get; private set; } = "";

    public async Task InitializeAsync() => Assert.Equal(0, await RunAsync(Workshop));

    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }

    internal PrintedFolder Copy()
    {
        var copy = new PrintedFolder();
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            var to = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    internal Task<byte[]> PdfAsync(string name) =>
        File.ReadAllBytesAsync(System.IO.Path.Combine(Path, "output", "handouts", name + ".pdf"));

    internal async Task<int> RunAsync(string workshop)
    {
        var input = Directory.CreateDirectory(System.IO.Path.Combine(Path, "input")).FullName;
        await File.WriteAllTextAsync(
            System.IO.Path.Combine(input, "site.yaml"),
            "title: Test\nrules:\n  KS530: off\n  KS531: off\n"
        );
        await File.WriteAllTextAsync(System.IO.Path.Combine(input, "index.md"), "# Home\n");
        await File.WriteAllTextAsync(System.IO.Path.Combine(input, "talk.md"), workshop);
        using var output = new StringWriter();
        var exitCode = await CommandLine.RunAsync(
            [
                "pdf",
                "--input",
                input,
                "--output",
                System.IO.Path.Combine(Path, "output"),
                "--base-url",
                "https://kb.example/",
                "--browser",
                TestBrowser.Find(),
            ],
            new(output, output)
        );
        Output = output.ToString();
        return exitCode;
    }
}
