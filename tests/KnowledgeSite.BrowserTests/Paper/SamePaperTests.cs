using System.Diagnostics;
using KnowledgeSite.Cli;

namespace KnowledgeSite.BrowserTests.Paper;

/// <summary>
/// All PDFs of a site with a document of each kind, or of <c>input/</c> with <c>EVERY_PAGE=1</c>, printed with the
/// fonts of this machine and with others: the same words on the same pages.
/// </summary>
public sealed class SamePaperTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("knowledgesite-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_pdf_has_the_same_words_on_the_same_pages_whatever_fonts_a_machine_has()
    {
        var input = PageSample.IsWhole ? Repository.Combine("input") : WriteSite();
        var own = await PrintAsync(input, "own", null);
        var other = await PrintAsync(input, "other", OtherFonts());
        Assert.NotEmpty(own);
        Assert.Equal(own.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        var differences = own.Where(pdf => !pdf.Value.SequenceEqual(other[pdf.Key]))
            .Select(pdf => $"{pdf.Key}: {pdf.Value.Count} and {other[pdf.Key].Count} pages")
            .ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    /// <summary>The site with a workshop that has every kind of field, in a folder.</summary>
    private string WriteSite()
    {
        var folder = Path.Combine(_folder, "input");
        foreach (var (path, bytes) in WorkshopSite.Files())
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        File.AppendAllText(Path.Combine(folder, "site.yaml"), "rules: {KS530: off, KS531: off}\n");
        return folder;
    }

    /// <summary>
    /// Fontconfig settings of a machine on which only the fonts of cards are installed.
    /// </summary>
    private string OtherFonts()
    {
        var fonts = Repository.Combine("src", "KnowledgeSite.Imaging", "Fonts");
        var file = Path.Combine(_folder, "fonts.conf");
        File.WriteAllText(
            file,
            $"""
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>{fonts}</dir><cachedir>{_folder}</cachedir></fontconfig>

            """.TrimStart()
        );
        return file;
    }

    /// <summary>
    /// The letters on each page of each PDF. The tool runs in its own process, because the browser that it starts gets
    /// the fonts from the environment.
    /// </summary>
    private async Task<Dictionary<string, IReadOnlyList<string>>> PrintAsync(string input, string name, string? fonts)
    {
        var output = Path.Combine(_folder, name);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (
            var argument in new[]
            {
                typeof(CommandLine).Assembly.Location,
                "pdf",
                "--input",
                input,
                "--output",
                output,
                "--date",
                "2026-11-29",
                "--browser",
                TestBrowser.Find(),
            }
        )
            start.ArgumentList.Add(argument);
        if (fonts is not null)
            start.Environment["FONTCONFIG_FILE"] = fonts;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(Directory.Exists(Path.Combine(output, "handouts")), await said + await errors);
        return Directory
            .EnumerateFiles(Path.Combine(output, "handouts"), "*.pdf")
            .ToDictionary(
                f => Path.GetFileName(f),
                f => PrintedPages.Read(File.ReadAllBytes(f)),
                StringComparer.Ordinal
            );
    }
}
