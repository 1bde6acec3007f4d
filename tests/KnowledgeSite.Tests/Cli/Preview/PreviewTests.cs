using System.Net;
using KnowledgeSite.Files;

namespace KnowledgeSite.Tests.Cli.Preview;

/// <summary>Tests what a preview shows and reports while files are written.</summary>
public sealed class PreviewTests
{
    [Fact]
    public async Task Only_the_page_that_shows_an_edit_is_reloaded()
    {
        await using var preview = await RunningPreview.StartAsync(
            ("index.md", "# Home\n\n[A](a.md), [B](b.md)\n"),
            ("a.md", "# A\n\nOld.\n"),
            ("b.md", "# B\n\nText.\n")
        );
        using var a = await preview.FollowAsync("/a/");
        using var b = await preview.FollowAsync("/b/");
        preview.Write("a.md", "# A\n\nNew.\n");
        await a.NextAsync("reload");
        Assert.Contains("<p>New.</p>", await preview.TextAsync("/a/"), StringComparison.Ordinal);
        preview.Write("b.md", "# B\n\nText, [broken](nowhere.md).\n");
        Assert.Equal(
            EventReader.SeenIn(await ShownAsync(preview, "/b/", "broken")),
            (await b.NextAsync("reload")).Trim('"')
        );
    }

    [Fact]
    public async Task A_page_that_was_changed_before_its_stream_began_is_reloaded_at_once()
    {
        await using var preview = await RunningPreview.StartAsync(("index.md", "# Home\n\nOld.\n"));
        var seen = EventReader.SeenIn(await preview.TextAsync("/"));
        preview.Write("index.md", "# Home\n\nNew.\n");
        await preview.UntilShownAsync("/", "New.");
        using var events = await preview.FollowAsync("/", seen);
        await events.NextAsync("reload");
    }

    [Fact]
    public async Task A_page_follows_a_file_outside_the_input_folder_that_it_shows_as_code()
    {
        await using var preview = await RunningPreview.StartAsync(
            ("index.md", "# Home\n"),
            ("../.git/HEAD", "ref: refs/heads/main\n"),
            ("../src/a.txt", "first\n"),
            ("a.md", "# A\n\n``` file=../src/a.txt\n```\n")
        );
        await preview.UntilShownAsync("/a/", "first");
        preview.Folder.Write("src/a.txt", "the second one\n");
        await preview.UntilShownAsync("/a/", "the second one");
    }

    [Fact]
    public async Task A_change_of_styles_replaces_them_and_a_change_of_scripts_reloads_the_page()
    {
        await using var preview = await RunningPreview.StartAsync(("index.md", "# Home\n"));
        using var events = await preview.FollowAsync("/");
        var before = await events.NextAsync("styles");
        preview.Folder.Write("theme/styles/utilities.css", ".mine { color: red }");
        var after = await events.NextAsync("styles");
        Assert.NotEqual(before, after);
        Assert.Contains(".mine", await preview.TextAsync("/" + after.Trim('[', ']', '"')), StringComparison.Ordinal);
        preview.Folder.Write("theme/scripts/site-search.js", "// Mine.\n");
        await events.NextAsync("reload");
    }

    [Fact]
    public async Task A_script_with_a_missing_import_leaves_the_theme_as_it_was()
    {
        await using var preview = await RunningPreview.StartAsync(("index.md", "# Home\n"));
        preview.Folder.Write("theme/scripts/site-search.js", "import { x } from './nowhere.js';\n");
        await preview.UntilAsync(() =>
            Task.FromResult(preview.Printed.Contains("imports 'nowhere.js'", StringComparison.Ordinal))
        );
        preview.Write("index.md", "# Home\n\nNew.\n");
        await preview.UntilShownAsync("/", "New.");
    }

    [Theory]
    [InlineData("/robots.txt")]
    [InlineData("/search/search.js")]
    public async Task A_file_that_is_not_a_page_has_no_events(string path)
    {
        await using var preview = await RunningPreview.StartAsync(("index.md", "# Home\n"));
        await preview.UntilAsync(async () =>
        {
            using var file = await preview.GetAsync(path);
            return file.IsSuccessStatusCode;
        });
        using var answer = await preview.GetAsync($"/_preview/events?page={path}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("bug", preview.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagnostics_are_sent_to_their_page_and_to_the_terminal_only_when_they_change()
    {
        await using var preview = await RunningPreview.StartAsync(
            ("site.yaml", "title: T\n"),
            ("index.md", "# Home\n\n[A](a.md)\n"),
            ("a.md", "# A\n\n[Broken](nowhere.md)\n")
        );
        using var a = await preview.FollowAsync("/a/");
        Assert.Contains("\"rule\":\"KS401\"", await a.NextAsync("findings"), StringComparison.Ordinal);
        using var home = await preview.FollowAsync("/");
        Assert.Equal("{\"onSite\":1,\"here\":[]}", await home.NextAsync("findings"));
        preview.Write("a.md", "# A\n\nMore above.\n\n[Broken](nowhere.md)\n");
        await a.NextAsync("reload");
        preview.Write("a.md", "# A\n\nMended.\n");
        Assert.Equal("{\"onSite\":0,\"here\":[]}", await home.NextAsync("findings"));
        await preview.UntilAsync(() =>
            Task.FromResult(preview.Printed.Contains("Now no problems.", StringComparison.Ordinal))
        );
        Assert.Equal(2, preview.Printed.Split("KS401").Length - 1);
        Assert.Contains("fixed: ", preview.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_whose_file_is_deleted_becomes_the_not_found_page_and_comes_back_with_its_file()
    {
        await using var preview = await RunningPreview.StartAsync(("index.md", "# Home\n"), ("a.md", "# A\n\nText.\n"));
        using var events = await preview.FollowAsync("/a/");
        File.Delete(preview.Folder.Combine("input/a.md"));
        await events.NextAsync("reload");
        using (var gone = await preview.GetAsync("/a/"))
        {
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
            Assert.Contains("Page not found", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        preview.Write("a.md", "# A\n\nBack.\n");
        await preview.UntilShownAsync("/a/", "Back.");
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_says_why_and_comes_back_automatically()
    {
        await using var preview = await RunningPreview.StartAsync(("index.md", "# Home\n"), ("a.md", "# A\n\nText.\n"));
        using var events = await preview.FollowAsync("/a/");
        preview.Write("a.md", [0xFF, 0x80, 0x41]);
        await events.NextAsync("reload");
        using (var gone = await preview.GetAsync("/a/"))
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("KS1", await events.NextAsync("findings"), StringComparison.Ordinal);
        preview.Write("a.md", "# A\n\nBack.\n");
        await preview.UntilShownAsync("/a/", "Back.");
    }

    [Fact]
    public async Task A_folder_without_pages_and_one_that_is_not_there_show_what_to_do_until_there_is_a_page()
    {
        await using var preview = await RunningPreview.StartAsync();
        Assert.Contains("There is no page yet", await preview.TextAsync("/"), StringComparison.Ordinal);
        preview.Write("index.md", "# Home\n");
        await preview.UntilShownAsync("/", "<h1");
        Directory.Delete(preview.Folder.Combine("input"), recursive: true);
        await preview.UntilShownAsync("/", "There is no page yet");
        preview.Write("index.md", "# Back\n");
        await preview.UntilShownAsync("/", "Back");
    }

    [Fact]
    public async Task A_file_that_is_written_in_ten_pieces_is_shown_whole_in_the_end()
    {
        await using var preview = await RunningPreview.StartAsync(("index.md", "# Home\n"), ("a.md", "# A\n"));
        await using (
            var file = File.Open(
                preview.Folder.Combine("input/a.md"),
                FileMode.Create,
                FileAccess.Write,
                FileShare.ReadWrite
            )
        )
        {
            for (var i = 0; i < 10; i++)
            {
                var piece = i switch
                {
                    0 => "---\ntitle: Whole\nPiece 0: x\n\n",
                    1 => "---\nPiece 1.\n\n",
                    _ => $"Piece {i}.\n\n",
                };
                await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(piece));
                await file.FlushAsync();
                if (i % 3 == 0)
                    await preview.UntilAsync(() => Task.FromResult(preview.Site.Shown.Result.Site is not null));
            }
        }

        await preview.UntilShownAsync("/a/", "Piece 9.");
    }

    [Fact]
    public async Task After_a_thousand_edits_in_a_row_the_last_one_is_shown_and_nothing_is_lost()
    {
        await using var preview = await RunningPreview.StartAsync([
            ("index.md", "# Home\n"),
            .. Enumerable.Range(0, 20).Select(i => ($"p{i}.md", $"# Page {i}\n")),
        ]);
        for (var i = 0; i < 1000; i++)
        {
            var path = $"p{i % 20}.md";
            if (i % 50 == 7)
                File.Delete(preview.Folder.Combine("input/" + path));
            else if (i % 50 == 9)
                File.Move(
                    preview.Folder.Write($"w{i}.tmp", $"# Renamed {i}\n"),
                    preview.Folder.Combine("input/" + path),
                    overwrite: true
                );
            else
                preview.Write(path, $"# Page\n\nEdit {i}.\n");
        }

        for (var i = 980; i < 1000; i++)
            await preview.UntilShownAsync($"/p{i % 20}/", $"Edit {i}.");
        await preview.UntilAsync(() =>
            Task.FromResult(preview.Site.Shown.Find(new SitePath("/search/search.js")) is not null)
        );
        Assert.DoesNotContain("bug", preview.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_response_is_what_a_build_writes()
    {
        await using var preview = await RunningPreview.StartAsync(
            ("index.md", "# Home\n\n[A](a.md)\n"),
            ("a.md", "# A\n\nOld.\n"),
            ("in/b.md", "# B\n\n[A](../a.md)\n")
        );
        preview.Write("a.md", "# Another\n\nNew.\n");
        await preview.UntilShownAsync("/a/", "New.");
        var built = await new SiteBuild(
            preview.Site.Options with
            {
                Output = null,
            },
            new KnowledgeSite.Sources.FolderTree(preview.Folder.Combine("input")),
            new Theme.Theme()
        ).RunAsync(false, null, CancellationToken.None);
        await preview.UntilAsync(async () =>
        {
            foreach (var file in built.Files)
            {
                using var response = await preview.GetAsync("/" + file.Path.Href);
                if (response.StatusCode != HttpStatusCode.OK)
                    return false;
                var shown = await response.Content.ReadAsStringAsync();
                var script = shown.IndexOf("<script type=\"module\" src=\"/_preview/", StringComparison.Ordinal);
                if (script >= 0)
                    shown = shown.Remove(script, shown.IndexOf('\n', script) + 1 - script);
                if (shown != System.Text.Encoding.UTF8.GetString(file.ToBytes()))
                    return false;
            }

            return true;
        });
    }

    private static async Task<string> ShownAsync(RunningPreview preview, string path, string text)
    {
        await preview.UntilShownAsync(path, text);
        return await preview.TextAsync(path);
    }
}
