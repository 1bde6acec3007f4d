using System.Buffers;
using KnowledgeSite.Files;
using KnowledgeSite.Output;

namespace KnowledgeSite.Tests.Output;

public sealed class WriteSiteTests : IDisposable
{
    private readonly WriteRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_first_build_writes_every_file_and_a_list_of_them()
    {
        Assert.Equal(new WrittenSite(2, 2, 0), _run.Write("a/index.html=1", "b.txt=2").Site);
        Assert.Equal("a/index.html=1 b.txt=2", _run.Site);
        Assert.Equal("knowledgesite 1 good\na/index.html\nb.txt\n", _run.Folder.Read("output/.knowledgesite"));
        Assert.Empty(_run.Leftovers);
    }

    [Fact]
    public void A_second_build_with_nothing_new_touches_no_file()
    {
        _run.Write("a.txt=1", "b.txt=2");
        _run.Folder.Age("output");
        Assert.Equal(new WrittenSite(2, 0, 0), _run.Write("a.txt=1", "b.txt=2").Site);
        Assert.Empty(_run.Folder.WrittenSince("output"));
    }

    [Fact]
    public void A_change_in_one_file_leaves_the_times_of_the_others()
    {
        _run.Write("a/x.txt=1", "b.txt=2", "c.txt=3");
        _run.Folder.Age("output");
        Assert.Equal(new WrittenSite(3, 1, 0), _run.Write("a/x.txt=1", "b.txt=changed", "c.txt=3").Site);
        Assert.Equal(["b.txt"], _run.Folder.WrittenSince("output").Except([OutputManifest.FileName]));
        Assert.Equal("a/x.txt=1 b.txt=changed c.txt=3", _run.Site);
    }

    [Fact]
    public void Files_of_pages_that_are_gone_are_removed_with_their_folders()
    {
        _run.Write("a/b/index.html=1", "c.txt=2");
        Assert.Equal(new WrittenSite(1, 0, 1), _run.Write("c.txt=2").Site);
        Assert.Equal("c.txt=2", _run.Site);
        Assert.False(Directory.Exists(_run.Folder.Combine("output/a")));
    }

    [Fact]
    public void A_file_that_a_person_deleted_is_written_again()
    {
        _run.Write("a.txt=1", "b.txt=2");
        File.Delete(_run.Folder.Combine("output/a.txt"));
        Assert.Equal(new WrittenSite(2, 1, 0), _run.Write("a.txt=1", "b.txt=2").Site);
        Assert.Equal("a.txt=1 b.txt=2", _run.Site);
    }

    [Fact]
    public void A_file_that_a_person_changed_is_written_again()
    {
        _run.Write("a.txt=1");
        _run.Folder.Write("output/a.txt", "2");
        _run.Write("a.txt=1");
        Assert.Equal("a.txt=1", _run.Site);
    }

    [Fact]
    public void A_page_may_become_a_file_and_a_file_a_page()
    {
        _run.Write("a/index.html=1", "b=2");
        Assert.NotNull(_run.Write("a=3", "b/index.html=4").Site);
        Assert.Equal("a=3 b/index.html=4", _run.Site);
    }

    [Fact]
    public void Ten_builds_leave_what_one_leaves()
    {
        for (var i = 0; i < 10; i++)
            _run.Write("a.txt=1", $"{i}/index.html={i}");
        Assert.Equal("9/index.html=9 a.txt=1", _run.Site);
        Assert.Empty(_run.Leftovers);
    }

    [Fact]
    public void A_page_is_rendered_once_for_itself_and_for_the_file_that_is_made_from_it()
    {
        var times = 0;
        var page = new OutputFile(
            new("/page/"),
            output =>
            {
                times++;
                output.Write("text"u8);
            }
        );
        var made = OutputFile.Converted(
            new("/page.docx"),
            new(page, (bytes, output) => output.Write([.. "from "u8, .. bytes.Span]))
        );

        Assert.Equal(2, _run.Write([page, made]).Site?.Written);
        Assert.Equal("text", _run.Folder.Read("output/page/index.html"));
        Assert.Equal("from text", _run.Folder.Read("output/page.docx"));
        Assert.Equal(1, times);
        Assert.Equal(0, _run.Write([page, made]).Site?.Written);
        Assert.Equal(2, times);

        // Without its page, the file is made on its own.
        _run.Write([made]);
        Assert.Equal("from text", _run.Folder.Read("output/page.docx"));
    }
}
