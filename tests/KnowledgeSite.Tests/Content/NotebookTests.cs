using System.Text;
using System.Text.Json;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Content.Notebooks;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Strings;
using KnowledgeSite.Tests.Fuzz;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Content;

public sealed class NotebookTests
{
    private const string Sample = """
        {"cells": [
          {"cell_type": "markdown", "metadata": {},
            "source": ["# T\u00e9 \"q\" \ud83d\ude00 ü\n", "\\a [x](y.md)\r\n", "end"]},
          {"cell_type": "code", "execution_count": 1, "metadata": {"tags": ["hide-input"]},
           "source": "a\tb", "outputs": [
            {"output_type": "stream", "text": ["1\n", "2"]},
            {"output_type": "display_data", "data": {"text/html": ["<b>x</b>\n"], "text/plain": "x"}},
            {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["t\u001b[0m"]}]}],
         "metadata": {"title": "T", "kernelspec": {"language": "julia"}}, "nbformat": 4, "nbformat_minor": 5}
        """;

    [Fact]
    public void Each_character_of_a_Markdown_cell_has_its_position_in_the_file()
    {
        var file = SourceFile.OfText(new("a.ipynb"), Sample);
        var text = NotebookConverter.Convert(file, new(), UiStrings.English, new(), out _)!.Text!;
        Assert.Contains("# Té \"q\" 😀 ü\n\\a [x](y.md)\nend", text.Value, StringComparison.Ordinal);
        foreach (var word in (string[])["q\\", "ü", "a [x]", "y.md", "end"])
        {
            var offset = text.Value.IndexOf(word.TrimEnd('\\'), StringComparison.Ordinal);
            Assert.Equal(Sample.IndexOf(word, StringComparison.Ordinal), text.Origin!.OffsetOf(offset));
        }
    }

    [Fact]
    public void A_notebook_that_is_cut_or_damaged_anywhere_is_a_page_or_is_reported()
    {
        var parser = new PageParser(new AllowedContent([]));
        var random = new Random(20261130);
        var damaged = Enumerable
            .Range(0, Sample.Length)
            .Select(i => Sample[..i])
            .Concat(
                Enumerable
                    .Range(0, 3_000)
                    .Select(_ =>
                    {
                        var at = random.Next(Sample.Length);
                        var length = Math.Min(random.Next(30), Sample.Length - at);
                        return Sample.Remove(at, length).Insert(at, random.Next(3) == 0 ? "null" : "[]");
                    })
            )
            .Append(new string('[', 100_000))
            .Append(
                """{"nbformat": 4, "cells": [null, 1, "a", [], {"cell_type": [], "source": {}}, {"source": null}]}"""
            )
            .Append(
                """
                {"cells": [{"cell_type": "code", "source": "\ud800", "outputs": [null, {"data": []}, {"data": 1}]}]}
                """
            );
        Assert.All(
            damaged,
            json =>
            {
                var diagnostics = new DiagnosticBag();
                var page = parser.ParseIfPage(SourceFile.OfText(new("a.ipynb"), json), diagnostics);
                Assert.True(
                    page is not null || diagnostics.Sorted().Any(d => d.Rule == NotebookRules.Unreadable),
                    json
                );
            }
        );
    }

    [Fact]
    public void No_vector_of_an_attack_in_an_output_runs_code()
    {
        var site = new TestSite().With("clean.md", "# Clean\n\nText.\n").Prepared();
        foreach (var (path, bytes) in XssVectors.Read().Where(v => v.Key.EndsWith(".md", StringComparison.Ordinal)))
        {
            var text = JsonSerializer.Serialize(Encoding.UTF8.GetString(bytes));
            var outputs = (
                (string[])["text/html", "text/markdown", "image/svg+xml", "text/latex", "text/plain"]
            ).Select(t => $$$"""{"output_type": "display_data", "data": {"{{{t}}}": {{{text}}}}}""");
            site.With(
                $"vectors/{path}.ipynb",
                $$"""
                {"nbformat": 4, "metadata": {"title": {{text}}}, "cells": [
                  {"cell_type": "code", "source": {{text}}, "metadata": {}, "outputs": [{{string.Join(",\n", outputs)}},
                    {"output_type": "error", "ename": {{text}}, "traceback": [{{text}}]},
                    {"output_type": "stream", "text": {{text}}}]}]}
                """
            );
        }

        var result = site.Build();
        var files = result.Files.ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.ToBytes()));
        using var clean = new FinishedPage(files[new("/clean/")], scripting: true);
        var pages = result
            .Site!.Pages.Where(p => p.Path.IsNotebook)
            .Select(p => (p.Path.Value, Html: files[p.Address]));
        Assert.NotEmpty(pages);
        Assert.All(
            pages,
            page =>
            {
                using var finished = new FinishedPage(page.Html, scripting: true);
                Assert.Equal([], finished.Problems(clean.Frame));
            }
        );
        var pictures = files.Where(f => f.Key.IsAsset && f.Key.File.EndsWith(".svg", StringComparison.Ordinal));
        Assert.DoesNotContain(pictures, f => f.Value.Contains("<script", StringComparison.OrdinalIgnoreCase));
    }
}
