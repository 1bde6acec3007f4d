using System.Diagnostics;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Sources;

public sealed class FolderTreeTests
{
    [Fact]
    public void A_page_whose_name_begins_with_a_dot_is_left_out_with_a_message()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { ".NET.md", ".gitignore", "index.md" })
            File.WriteAllText(folder.Combine(name), "Text.");
        var diagnostics = new DiagnosticBag();
        Assert.Equal(["index.md"], new FolderTree(folder.Root).List(diagnostics).Files.Select(p => p.Value));
        Assert.Equal(
            [".NET.md"],
            diagnostics.Sorted().Where(d => d.Rule == FlavorRules.HiddenPage).Select(d => d.Location!.Path.Value)
        );
    }

    [Fact]
    public void A_file_with_a_decomposed_name_is_found_by_the_composed_one_and_read_by_its_own()
    {
        using var folder = new TemporaryFolder();
        folder.Write("re\u0301sume\u0301/cafe\u0301.md", "# Menu");
        var tree = new FolderTree(folder.Root);
        var path = Assert.Single(tree.List(new DiagnosticBag()).Files);
        Assert.Equal("r\u00e9sum\u00e9/caf\u00e9.md", path.Value);
        Assert.Equal("# Menu"u8, tree.Read(path));
        Assert.True(tree.Contains(path));

        var snapshot = FolderSnapshot.Read(folder.Root);
        Assert.Equal("# Menu"u8, snapshot.Read(Assert.Single(snapshot.List(new DiagnosticBag()).Files)));
    }

    [Fact]
    public async Task A_pipe_is_reported_and_does_not_stop_the_build()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        folder.Write("index.md", "# Home");
        folder.Write("empty.md", "");
        using (var make = Process.Start("mkfifo", folder.Combine("pipe.md")))
            await make.WaitForExitAsync();

        var result = await Task.Run(() => TestSite.Run(new FolderTree(folder.Root))).WaitAsync(TimeSpan.FromMinutes(1));
        var finding = Assert.Single(result.Diagnostics, d => d.Rule == SourceRules.Unreadable);
        Assert.Equal(new SourcePath("pipe.md"), finding.Location!.Path);
        Assert.Contains("a pipe or a device", finding.Message, StringComparison.Ordinal);
        Assert.Equal(2, result.Site!.Pages.Count);
    }
}
