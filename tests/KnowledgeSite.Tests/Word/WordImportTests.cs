using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Word;

public sealed class WordImportTests
{
    internal const string Page = "input/ds/dimensions/scope.md";

    internal const string Dimension = """
        ---
        title: Scope
        kind: dimension
        ---
        How far it reaches.

        ## Junior {#scope.junior}

        Works on a task.

        - Closes *one* task a week, with [a review](../index.md). {#scope.junior.task}
        - Asks for help. {#scope.junior.help}

        ::: examples
        - Closed a ticket.
        :::

        ## Senior {#scope.senior}

        Owns a product.

        - Stays its owner. {#scope.senior.owner raises=scope.junior.task}

        """;

    [Fact]
    public async Task An_unchanged_file_has_no_changes()
    {
        using var folder = await BuiltAsync();
        foreach (var name in new[] { "dimensions/scope", "levels/junior", "levels/senior" })
        {
            var run = await Tool.RunAsync(folder.Root, "import", $"output/ds/{name}.docx");
            Assert.Equal(("", "No changes.\n", 0), (run.Errors, run.Output, run.ExitCode));
        }
    }

    [Fact]
    public async Task New_wordings_are_written_and_keep_the_marks_of_unchanged_words()
    {
        using var folder = await BuiltAsync();
        Edit(
            folder,
            "levels/junior",
            body =>
            {
                TextIn(body, "scope.junior.task", "task a week").Text = " small task a week, with ";
                TextIn(body, "scope.junior:sentence", "Works").Text = "Works on a [small] task.";
                TextIn(body, "scope.junior:example:1", "Closed").Text = "Closed two tickets.";
            }
        );
        var dry = await Tool.RunAsync(folder.Root, "import", "output/ds/levels/junior.docx", "--dry-run");
        Assert.Equal((Dimension, 0), (folder.Read(Page), dry.ExitCode));
        Assert.Contains("patch  reworded: scope.junior.task", dry.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("+ Closes one small task a week, with a review.", dry.Output, StringComparison.Ordinal);

        var run = await Tool.RunAsync(folder.Root, "import", "output/ds/levels/junior.docx");
        Assert.Equal(("", 0), (run.Errors, run.ExitCode));
        Assert.Equal(
            Dimension
                .Replace("Closes *one* task", "Closes *one* small task", StringComparison.Ordinal)
                .Replace("Works on a task.", @"Works on a \[small\] task.", StringComparison.Ordinal)
                .Replace("Closed a ticket.", "Closed two tickets.", StringComparison.Ordinal),
            folder.Read(Page)
        );
    }

    [Fact]
    public async Task Items_are_added_and_removed_and_tracked_changes_are_accepted()
    {
        using var folder = await BuiltAsync();
        Edit(
            folder,
            "dimensions/scope",
            body =>
            {
                var help = TextIn(body, "scope.junior.help", "Asks");
                var item = help.Ancestors<Paragraph>().Single();
                var more = (Paragraph)item.CloneNode(true);
                more.RemoveAllChildren<SdtRun>();
                more.RemoveAllChildren<BookmarkStart>();
                more.RemoveAllChildren<BookmarkEnd>();
                more.Append(
                    new InsertedRun(new Run(new Text("2. Writes * down what was learned."))) { Author = "A", Id = "1" }
                );
                item.InsertAfterSelf(more);
                var run = (Run)help.Parent!;
                run.InsertAfterSelf(
                    new DeletedRun(new Run(new DeletedText("Asks for help."))) { Author = "A", Id = "2" }
                );
                run.Remove();
            }
        );
        var run = await Tool.RunAsync(folder.Root, "import", "output/ds/dimensions/scope.docx");
        Assert.Equal("", run.Errors);
        Assert.Equal(
            Dimension.Replace("- Asks for help. {#scope.junior.help}\n", "", StringComparison.Ordinal),
            folder
                .Read(Page)
                .Replace(
                    "- 2\\. Writes \\* down what was learned. {#scope.junior.writes}\n",
                    "",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task A_moved_item_is_no_new_one_and_is_reported_if_it_stands_in_another_cell()
    {
        using var folder = await BuiltAsync();
        Edit(
            folder,
            "dimensions/scope",
            body =>
            {
                var help = TextIn(body, "scope.junior.help", "Asks").Ancestors<Paragraph>().Single();
                var owner = TextIn(body, "scope.senior.owner", "Stays").Ancestors<Paragraph>().Single();
                help.Remove();
                owner.InsertAfterSelf(help);
                // A tracked move leaves the mark of the item behind.
                var run = (Run)TextIn(body, "scope.senior.owner", "Stays").Parent!;
                var item = (Paragraph)owner.CloneNode(deep: true);
                foreach (var mark in item.Elements().Where(e => e is not ParagraphProperties).ToList())
                    mark.Remove();
                item.Append(new MoveToRun(run.CloneNode(deep: true)) { Author = "A", Id = "1" });
                run.InsertAfterSelf(new MoveFromRun(run.CloneNode(deep: true)) { Author = "A", Id = "2" });
                run.Remove();
                help.InsertAfterSelf(item);
                item.InsertAfterSelf(new Paragraph(new Run(new Text("\u202e\u200b \u2014"))));
            }
        );
        var run = await Tool.RunAsync(folder.Root, "import", "output/ds/dimensions/scope.docx");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1, run.Output.Split("error KS579").Length - 1);
        Assert.Contains("'scope.junior.help' is moved to 'scope.senior'", run.Output, StringComparison.Ordinal);
        Assert.Contains("No statement changes.", run.Output, StringComparison.Ordinal);
        Assert.Equal(Dimension, folder.Read(Page));
    }

    [Fact]
    public async Task Statements_without_marks_are_found_by_their_words_and_other_changes_are_reported()
    {
        using var folder = await BuiltAsync();
        Edit(
            folder,
            "dimensions/scope",
            body =>
            {
                TextIn(body, "scope.senior.owner", "Stays").Text = "Stays its only owner.";
                foreach (var control in body.Descendants<SdtRun>().ToList())
                {
                    foreach (var child in control.SdtContentRun!.ChildElements.ToList())
                    {
                        child.Remove();
                        control.InsertBeforeSelf(child);
                    }

                    control.Remove();
                }

                foreach (var mark in body.Descendants<BookmarkStart>().ToList())
                    mark.Remove();
                body.PrependChild(new Paragraph(new Run(new Text("Please read this."))));
            }
        );
        var run = await Tool.RunAsync(folder.Root, "import", "output/ds/dimensions/scope.docx");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "error KS579: Not imported from 'output/ds/dimensions/scope.docx': 'Please read this.' is not "
                + "part of a statement. "
                + "Write it into the Markdown",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "info KS577: 'scope.senior.owner' has neither a content control",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(
            Dimension.Replace("Stays its owner.", "Stays its only owner.", StringComparison.Ordinal),
            folder.Read(Page)
        );
    }

    [Fact]
    public async Task Formulas_are_tex_and_stay_formulas_beside_changed_words()
    {
        const string Wording = @"Stays its owner for $\frac{1}{2}$ of a *year*.";
        var page = Dimension.Replace("Stays its owner.", Wording, StringComparison.Ordinal);
        using var folder = await BuiltAsync(page);
        Edit(
            folder,
            "levels/senior",
            body => TextIn(body, "scope.senior.owner", "Stays").Text = "Remains its owner for "
        );
        var run = await Tool.RunAsync(folder.Root, "import", "output/ds/levels/senior.docx");
        Assert.Equal(("", 0), (run.Errors, run.ExitCode));
        Assert.DoesNotContain("KS578", run.Output, StringComparison.Ordinal);
        Assert.Equal(page.Replace("Stays its", "Remains its", StringComparison.Ordinal), folder.Read(Page));
    }

    [Fact]
    public async Task A_changed_formula_becomes_text_and_is_reported()
    {
        var page = Dimension.Replace(
            "Stays its owner.",
            @"Stays its owner for $\frac{1}{2}$ year.",
            StringComparison.Ordinal
        );
        using var folder = await BuiltAsync(page);
        Edit(folder, "levels/senior", body => TextIn(body, "scope.senior.owner", "frac").Text = @"$\frac{1}{3}$");
        var run = await Tool.RunAsync(folder.Root, "import", "output/ds/levels/senior.docx");
        Assert.Contains(
            "warning KS578: 'scope.senior.owner' lost links, emphasis or formulas",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(@"for \$\\frac\{1\}\{3\}\$ year.", folder.Read(Page), StringComparison.Ordinal);
    }

    internal static async Task<TemporaryFolder> BuiltAsync(string dimension = Dimension)
    {
        var folder = new TemporaryFolder();
        folder.Write("input/site.yaml", "title: Test\n");
        folder.Write("input/index.md", "# Home\n\n[Ladder](ds/index.md)\n");
        folder.Write("input/ds/index.md", "# Data science\n");
        folder.Write(
            "input/ds/ladder.yaml",
            "title: Data science\ndimensions: [scope]\nlevels:\n  - id: junior\n    title: Junior\n    next: [senior]\n"
                + "  - id: senior\n    title: Senior\n"
        );
        folder.Write(Page, dimension);
        var run = await Tool.RunAsync(folder.Root, "build");
        Assert.Equal(("", 0), (run.Errors, run.ExitCode));
        return folder;
    }

    internal static void Edit(TemporaryFolder folder, string name, Action<Body> change)
    {
        using var document = WordprocessingDocument.Open(folder.Combine($"output/ds/{name}.docx"), isEditable: true);
        change(document.MainDocumentPart!.Document!.Body!);
    }

    /// <summary>The first text of a statement that contains some words.</summary>
    internal static Text TextIn(Body body, string tag, string words) =>
        body.Descendants<SdtRun>()
            .Single(c => c.SdtProperties!.GetFirstChild<Tag>()?.Val == tag)
            .Descendants<Text>()
            .First(t => t.Text.Contains(words, StringComparison.Ordinal));
}
