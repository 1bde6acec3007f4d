namespace KnowledgeSite.Tests.Output;

/// <summary>Tests files in the output folder that this tool did not create.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly WriteRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Foreign_files_and_folders_survive()
    {
        _run.Write("a.txt=1");
        _run.Folder.Write("output/CNAME", "x.example");
        _run.Folder.Write("output/.git/objects/ab/cd", "0");
        _run.Folder.Age("output");
        _run.Write("a.txt=2", "b/index.html=3");
        Assert.Equal(".git/objects/ab/cd=0 CNAME=x.example a.txt=2 b/index.html=3", _run.Site);
        Assert.DoesNotContain("CNAME", _run.Folder.WrittenSince("output"));
    }

    [Fact]
    public void An_empty_foreign_folder_survives()
    {
        _run.Write("a.txt=1");
        _run.Folder.Folder("output/uploads/new");
        _run.Write("a.txt=2");
        Assert.True(Directory.Exists(_run.Folder.Combine("output/uploads/new")));
    }

    [Fact]
    public void Foreign_links_survive_whether_or_not_they_lead_anywhere()
    {
        if (OperatingSystem.IsWindows())
            return;
        _run.Write("a.txt=1");
        File.CreateSymbolicLink(_run.Folder.Combine("output/file"), "a.txt");
        Directory.CreateSymbolicLink(_run.Folder.Combine("output/folder"), _run.Folder.Folder("elsewhere"));
        File.CreateSymbolicLink(_run.Folder.Combine("output/dangling"), "nowhere");
        _run.Write("a.txt=2");
        Assert.Equal(
            ("a.txt", _run.Folder.Combine("elsewhere"), "nowhere"),
            (TargetOf("file"), TargetOf("folder"), TargetOf("dangling"))
        );
    }

    [Theory]
    [InlineData("b.txt")]
    [InlineData("b.txt/inside")]
    public void A_foreign_file_or_folder_where_a_file_should_be_is_refused(string foreign)
    {
        _run.Write("a.txt=1");
        _run.Folder.Write("output/" + foreign, "mine");
        var outcome = _run.Write("a.txt=2", "b.txt=3");
        Assert.Equal("KS111", outcome.Rule);
        Assert.Contains("b.txt", outcome.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal($"a.txt=1 {foreign}=mine", _run.Site);
    }

    [Fact]
    public void A_foreign_file_where_a_folder_should_be_is_refused()
    {
        _run.Write("a.txt=1");
        _run.Folder.Write("output/guides", "mine");
        Assert.Equal("KS111", _run.Write("a.txt=2", "guides/setup/index.html=3").Rule);
        Assert.Equal("a.txt=1 guides=mine", _run.Site);
    }

    [Fact]
    public void A_folder_that_another_tool_made_is_not_taken_over()
    {
        _run.Folder.Write("output/index.html", "of another tool");
        Assert.Equal("KS111", _run.Write("index.html=1").Rule);
        Assert.Equal("index.html=of another tool", _run.Site);
        Assert.Empty(_run.Leftovers);
    }

    [Fact]
    public void A_damaged_list_of_files_makes_every_file_foreign()
    {
        _run.Write("a.txt=1");
        _run.Folder.Write("output/.knowledgesite", "\0nonsense");
        Assert.Equal("KS111", _run.Write("a.txt=2").Rule);
        Assert.Equal("a.txt=1", _run.Site);
    }

    [Fact]
    public void A_list_that_names_files_elsewhere_removes_nothing_there()
    {
        _run.Write("a.txt=1");
        var elsewhere = _run.Folder.Write("precious.txt", "mine");
        _run.Folder.Write("output/.knowledgesite", $"knowledgesite 1 good\n../precious.txt\na.txt\n{elsewhere}\n");
        Assert.NotNull(_run.Write("a.txt=2").Site);
        Assert.Equal("mine", _run.Folder.Read("precious.txt"));
    }

    private string? TargetOf(string link) => new FileInfo(_run.Folder.Combine("output/" + link)).LinkTarget;
}
