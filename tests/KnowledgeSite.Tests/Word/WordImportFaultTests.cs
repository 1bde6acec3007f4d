using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using KnowledgeSite.Tests.Support;
using static KnowledgeSite.Tests.Word.WordImportTests;

namespace KnowledgeSite.Tests.Word;

/// <summary>
/// Tests of <c>import</c> with files that are damaged, hostile, of another page or from another editor.
/// </summary>
public sealed class WordImportFaultTests
{
    private const string File = "output/ds/dimensions/scope.docx";

    [Theory]
    [InlineData(
        "input/index.md",
        "KS571: 'input/index.md' cannot be read, because it is not a Word file, or it is damaged"
    )]
    [InlineData(
        "output/ds/matrix.xlsx",
        "KS571: 'output/ds/matrix.xlsx' cannot be read, because it contains no document"
    )]
    [InlineData("output/ds/compare/junior--senior.docx", "KS573: 'output/ds/compare/junior--senior.docx' cannot be")]
    [InlineData("nowhere.docx", "There is no file 'nowhere.docx'. Correct the path.")]
    [InlineData("output", "'output' is a folder. Name the Word file to import.")]
    public async Task Other_files_are_refused(string file, string message)
    {
        using var folder = await BuiltAsync();
        var run = await Tool.RunAsync(folder.Root, "import", file);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_and_hostile_files_are_refused_with_a_reason()
    {
        using var folder = await BuiltAsync();
        await AssertRefusedAsync("old.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "KS571", "before 2007");
        await AssertRefusedAsync("text.docx", "Just text."u8.ToArray(), "KS571", "is not a Word file");
        await AssertRefusedAsync("empty.docx", Zip(("readme.txt", "Hello")), "KS571", "contains no text");
        await AssertRefusedAsync(
            "open.docx",
            Zip(("mimetype", "application/odt"), ("content.xml", "<a/>")),
            "KS571",
            "OpenDocument"
        );
        await AssertRefusedAsync(
            "no-document.docx",
            Zip(
                ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>")
            ),
            "KS571",
            "no document"
        );
        var whole = await System.IO.File.ReadAllBytesAsync(folder.Combine(File));
        await AssertRefusedAsync("cut.docx", whole[..(whole.Length / 2)], "KS571", "damaged");
        await AssertRefusedAsync(
            "broken-xml.docx",
            WithDocument(whole, "<w:document><w:body>"),
            "KS571",
            "'word/document.xml' is damaged"
        );
        await AssertRefusedAsync(
            "entities.docx",
            WithDocument(whole, "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><d>&b;</d>"),
            "KS571",
            "'word/document.xml' is damaged"
        );
        await AssertRefusedAsync(
            "deep.docx",
            WithDocument(
                whole,
                string.Concat(Enumerable.Repeat("<a>", 50_000)) + string.Concat(Enumerable.Repeat("</a>", 50_000))
            ),
            "KS571",
            "nested more than 200 deep"
        );
        await AssertRefusedAsync("bomb.docx", WithDocument(whole, new string(' ', 40_000_000)), "KS572", "30 MB");

        async Task AssertRefusedAsync(string name, byte[] bytes, string rule, string reason)
        {
            folder.Write(name, bytes);
            var run = await Tool.RunAsync(folder.Root, "import", name);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains($"{rule}: '{name}' ", run.Errors, StringComparison.Ordinal);
            Assert.Contains(reason, run.Errors, StringComparison.Ordinal);
            Assert.Equal(Dimension, folder.Read(Page));
        }
    }

    [Fact]
    public async Task A_file_of_another_site_is_refused()
    {
        using var folder = await BuiltAsync();
        await Tool.RunAsync(folder.Root, "build", "--base-url", "https://one.example/");
        var run = await Tool.RunAsync(folder.Root, "import", File, "--base-url", "https://two.example/kb/");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("KS573", run.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "it is from another site: https://one.example/ds/dimensions/scope/",
            run.Errors,
            StringComparison.Ordinal
        );
        var own = await Tool.RunAsync(folder.Root, "import", File, "--base-url", "https://one.example/");
        Assert.Equal(("", "No changes.\n"), (own.Errors, own.Output));
    }

    [Fact]
    public async Task What_has_changed_since_the_version_of_the_file_is_not_changed_back()
    {
        using var folder = await BuiltAsync();
        await Tool.RunAsync(folder.Root, "release", "ds", "1.0", "--date", "2026-01-02");
        await Tool.RunAsync(folder.Root, "build", "--date", "2026-01-02");
        System.IO.File.Copy(folder.Combine(File), folder.Combine("old.docx"));
        var newer = Dimension.Replace("Asks for help.", "Asks for help early.", StringComparison.Ordinal);
        folder.Write(Page, newer);
        await Tool.RunAsync(folder.Root, "release", "ds", "1.1", "--date", "2026-02-03");
        using (var document = WordprocessingDocument.Open(folder.Combine("old.docx"), isEditable: true))
            TextIn(document.MainDocumentPart!.Document!.Body!, "scope.senior.owner", "Stays").Text =
                "Stays its only owner.";
        var run = await Tool.RunAsync(folder.Root, "import", "old.docx", "--date", "2026-02-03");
        Assert.Contains(
            "warning KS574: 'old.docx' was made from version 1.0 of the ladder, and the newest one is 1.1.",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(
            newer.Replace("Stays its owner.", "Stays its only owner.", StringComparison.Ordinal),
            folder.Read(Page)
        );
    }

    [Fact]
    public async Task Comments_are_counted_and_copies_are_reported()
    {
        using var folder = await BuiltAsync();
        using (var document = WordprocessingDocument.Open(folder.Combine(File), isEditable: true))
        {
            var comments = document.MainDocumentPart!.AddNewPart<WordprocessingCommentsPart>();
            comments.Comments = new(new Comment(new Paragraph(new Run(new Text("Why?")))) { Id = "1", Author = "A" });
            var item = TextIn(document.MainDocumentPart.Document!.Body!, "scope.junior.help", "Asks")
                .Ancestors<Paragraph>()
                .Single();
            item.InsertAfterSelf(item.CloneNode(true));
        }

        var run = await Tool.RunAsync(folder.Root, "import", File, "--dry-run");
        Assert.Contains(
            $"info KS575: '{File}' has 1 comment, which is not imported.",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"warning KS576: '{File}' contains 'scope.junior.help' more than once",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Hostile_text_means_nothing_in_the_Markdown()
    {
        const string Hostile =
            "# <script>alert(1)</script> &lt;img src=x onerror=alert(1)&gt; ![x](javascript:alert(1)) "
            + "{#scope.senior .x} ==a== ++b++";
        using var folder = await BuiltAsync();
        Edit(
            folder,
            "dimensions/scope",
            body =>
            {
                TextIn(body, "scope.junior:sentence", "Works").Text = Hostile;
                TextIn(body, "scope.senior.owner", "Stays").Text = Hostile;
            }
        );
        var run = await Tool.RunAsync(folder.Root, "import", File);
        Assert.Equal(("", 0), (run.Errors, run.ExitCode));
        await Tool.RunAsync(folder.Root, "build");
        Assert.DoesNotContain(
            "<script>alert",
            folder.Read("output/ds/dimensions/scope/index.html"),
            StringComparison.Ordinal
        );
        var again = await Tool.RunAsync(folder.Root, "import", File);
        Assert.Equal(("", "No changes.\n"), (again.Errors, again.Output));
        Assert.Contains(
            "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
            folder.Read("output/ds/dimensions/scope/index.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_of_five_megabytes_is_read()
    {
        using var folder = await BuiltAsync();
        using (var document = WordprocessingDocument.Open(folder.Combine(File), isEditable: true))
        {
            var image = document.MainDocumentPart!.AddImagePart(ImagePartType.Png);
            var noise = new byte[5_000_000];
            new Random(1).NextBytes(noise);
            using var stream = new MemoryStream(noise);
            image.FeedData(stream);
        }

        var run = await Tool.RunAsync(folder.Root, "import", File);
        Assert.Equal(("", "No changes.\n", 0), (run.Errors, run.Output, run.ExitCode));
    }

    [Fact]
    public async Task A_file_that_LibreOffice_saved_again_has_only_the_changes_of_its_editor()
    {
        using var folder = await BuiltAsync();
        System.IO.File.Copy(
            Repository.Combine("tests", "fixtures", "word", "scope-libreoffice.docx"),
            folder.Combine("saved.docx")
        );
        // LibreOffice deletes content controls, and keeps bookmarks.
        var run = await Tool.RunAsync(folder.Root, "import", "saved.docx");
        Assert.Equal(("", 0), (run.Errors, run.ExitCode));
        Assert.DoesNotContain("KS5", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            Dimension
                .Replace("Stays its owner.", "Stays its only owner.", StringComparison.Ordinal)
                .Replace("Owns a product.", "Owns a whole product.", StringComparison.Ordinal),
            folder.Read(Page)
        );
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }

        return stream.ToArray();
    }

    private static byte[] WithDocument(byte[] file, string xml)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("word/document.xml")!.Delete();
            using var entry = zip.CreateEntry("word/document.xml").Open();
            entry.Write(Encoding.UTF8.GetBytes(xml));
        }

        return stream.ToArray();
    }
}
