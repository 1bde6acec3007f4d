using System.IO.Compression;
using System.Text.Json;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Ladders;

/// <summary>What becomes of notes: documents, Word files, the view of a team. And levels of two ladders.</summary>
public sealed class NotesTests(BuiltSite site, TwoLadders ladders) : IClassFixture<TwoLadders>, IClassFixture<BuiltSite>
{
    private const string Evidence = "Shipped <b>search</b> & rota\nin May";

    [Fact]
    public async Task Notes_fill_the_fields_of_a_document_and_its_Word_file()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(ladders.At("/ladders/data/levels/senior/"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Record evidence" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Evidence" }).First.FillAsync(Evidence);

        await page.GotoAsync(ladders.At("/documents/plan/senior/"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Fill in my notes" }).ClickAsync();
        await Assertions.Expect(page.Locator("form-notes output")).ToHaveTextAsync("1 field filled in.");
        var fields = page.Locator("handout-form tbody textarea");
        Assert.Equal("", await fields.Nth(0).InputValueAsync());
        Assert.Equal(Evidence, await fields.Nth(1).InputValueAsync());

        await page.ReloadAsync();
        Assert.Equal(Evidence, await fields.Nth(1).InputValueAsync());
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.Locator("handout-form").GetByRole(AriaRole.Link, new() { Name = "Download for Word" }).ClickAsync()
        );
        Assert.Equal("plan-senior.docx", download.SuggestedFilename);
        var text = await TextOfAsync(await download.PathAsync());
        Assert.Contains("Shipped &lt;b&gt;search&lt;/b&gt; &amp; rota", text, StringComparison.Ordinal);
        Assert.Contains("in May", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loaded_notes_that_are_no_text_leave_the_notes_of_the_reader_alone()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(ladders.At("/ladders/data/levels/senior/"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Record evidence" }).ClickAsync();
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = "Evidence" }).First;
        await field.FillAsync(Evidence);
        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "Use in a document" }).IsVisibleAsync());
        var id = await page.Locator("[data-statement]").First.GetAttributeAsync("data-statement");
        await page.Locator("level-notes input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "evidence.json",
                    MimeType = "application/json",
                    Buffer = JsonSerializer.SerializeToUtf8Bytes(
                        new
                        {
                            format = "knowledgesite.notes/1",
                            notes = new Dictionary<string, object>
                            {
                                [id!] = new { evidence = new { a = 1 }, word = new { b = "steady" } },
                                ["other.id"] = new { evidence = "Elsewhere" },
                            },
                        }
                    ),
                }
            );
        await page.WaitForFunctionAsync("localStorage.getItem('knowledgesite.notes/1').includes('Elsewhere')");
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Record evidence" }).ClickAsync();
        Assert.Equal(Evidence, await field.InputValueAsync());
    }

    [Fact]
    public async Task The_notes_of_a_team_stand_side_by_side_and_are_forgotten()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(ladders.At("/team/"));
        var input = page.Locator("team-notes input[type=file]");
        await input.SetInputFilesAsync([
            Notes("evidence-Ana.json", ("scope.senior.product", Evidence, "steady")),
            Notes("Bo.json", ("scope.junior.task", "Ten <i>tasks</i>", ""), ("gone.id", "Elsewhere", "")),
            new()
            {
                Name = "bad.json",
                MimeType = "application/json",
                Buffer = "{\"format\": \"other\"}"u8.ToArray(),
            },
        ]);
        var rows = page.Locator("team-notes tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("Only Bo has evidence");
        await Assertions.Expect(rows.Nth(0).Locator("td").Nth(1)).ToHaveTextAsync("Ten <i>tasks</i>");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Bo.json: 1 note");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("bad.json");

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Download (Markdown)" }).ClickAsync()
        );
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains(@"\<b>search\</b> & rota in May", text, StringComparison.Ordinal);
        Assert.Contains(@"Ten \<i>tasks\</i>", text, StringComparison.Ordinal);

        // A second file for the same person is that of another rater.
        await input.SetInputFilesAsync([Notes("Bea.json", ("scope.senior.product", "", "starting"))]);
        await page.Locator(".team-files li").Nth(2).GetByLabel("Person").FillAsync("Ana");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("The raters of Ana differ");

        // Files of the same name are those of different people, until somebody says otherwise.
        await input.SetInputFilesAsync([Notes("Bo.json", ("scope.senior.product", Evidence, ""))]);
        await Assertions.Expect(page.Locator(".team-files li").Nth(3).GetByLabel("Person")).ToHaveValueAsync("Bo (2)");
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
        await page.ReloadAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Levels_of_two_ladders_are_compared_at_an_address_of_their_own()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(ladders.At("/ladders/data/levels/senior/"));
        await page.Locator(".more-actions summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare with another ladder" }).ClickAsync();
        await page.GetByLabel("with").SelectOptionAsync("Lead");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        var result = page.Locator(".cross-result");
        await Assertions.Expect(result).ToContainTextAsync("Only in Senior");
        await Assertions.Expect(result).ToContainTextAsync("Draws it with users.");

        var copy = await context.NewPageAsync();
        await copy.GotoAsync(page.Url);
        await Assertions.Expect(copy.Locator(".cross-result")).ToContainTextAsync("Draws it with users.");
    }

    [Theory]
    [InlineData("?a=gone&b=ladders/data/levels/senior/")]
    [InlineData("?a=ladders/data/levels/senior/&b=gone")]
    [InlineData("?a=gone")]
    [InlineData("?a=ladders/data/levels/senior/&b=ladders/data/levels/senior/")]
    public async Task An_address_that_names_no_comparison_says_so(string query)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(ladders.At("/compare/" + query));
        var result = page.Locator(".cross-result");
        await Assertions.Expect(result).ToContainTextAsync("does not name two levels or two roles");
        await page.Locator("cross-comparison select").First.SelectOptionAsync("Senior");
        await page.GetByLabel("with").SelectOptionAsync("Lead");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Assertions.Expect(result).ToContainTextAsync("Only in Senior");
    }

    [Fact]
    public async Task The_changes_since_a_review_are_those_since_the_version_of_that_day()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(ladders.At("/ladders/data/changes/"));
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Level" }).SelectOptionAsync("Senior");
        await page.GetByLabel("Date of your last review").FillAsync("2026-02-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show changes" }).ClickAsync();
        await page.WaitForURLAsync("**/ladders/data/changes/senior/since-1.0/");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Ships a product.");
    }

    private static FilePayload Notes(string name, params (string Id, string Evidence, string Word)[] notes) =>
        new()
        {
            Name = name,
            MimeType = "application/json",
            Buffer = JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    format = "knowledgesite.notes/1",
                    notes = notes.ToDictionary(n => n.Id, n => new { evidence = n.Evidence, word = n.Word }),
                }
            ),
        };

    /// <summary>The text of a Word file as XML. Reading it also checks the checksum of the entry.</summary>
    private static async Task<string> TextOfAsync(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        return await reader.ReadToEndAsync();
    }
}
