using System.Net;
using System.Net.Sockets;
using System.Text;
using KnowledgeSite.Cli.Preview;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli.Preview;

/// <summary>Tests which requests the preview answers, and with what.</summary>
public sealed class PreviewServerTests
{
    private static readonly (string Path, string Text)[] Files =
    [
        ("index.md", "# Home\n\n[A](in/a.md)\n"),
        ("in/a.md", "---\nredirect_from: /old/file.pdf\n---\n# A\n\nText.\n"),
    ];

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:PORT")]
    [InlineData("localhost")]
    [InlineData("localhost:1")]
    [InlineData("localhost.evil.example:PORT")]
    [InlineData("127.0.0.1.nip.io:PORT")]
    [InlineData("10.0.0.1:PORT")]
    [InlineData("user@localhost:PORT")]
    public async Task A_host_name_of_another_machine_is_rejected(string host)
    {
        await using var preview = await RunningPreview.StartAsync(Files);
        var answer = await GetFromHostAsync(preview, host);
        Assert.Matches("^HTTP/1.1 4(00|21) ", answer);
        Assert.DoesNotContain("<html", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:PORT")]
    [InlineData("LOCALHOST:PORT")]
    [InlineData("127.0.0.1:PORT")]
    [InlineData("[::1]:PORT")]
    public async Task Requests_to_the_host_names_of_this_machine_are_answered(string host)
    {
        await using var preview = await RunningPreview.StartAsync(Files);
        var answer = await GetFromHostAsync(preview, host);
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/in/../../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/..\\secret.txt")]
    [InlineData("//secret.txt")]
    [InlineData("/in/%00a")]
    [InlineData("/%c0%ae%c0%ae/secret.txt")]
    [InlineData("/_preview/../../secret.txt")]
    [InlineData("/_preview/%2e%2e/secret.txt")]
    [InlineData("/_preview/follow.js/../../secret.txt")]
    [InlineData("/in/a.md")]
    [InlineData("/.git/config")]
    public async Task Only_files_of_the_site_are_sent(string path)
    {
        await using var preview = await RunningPreview.StartAsync(Files);
        preview.Folder.Write("secret.txt", "secret");
        preview.Write(".git/config", "secret");
        var answer = await RawAsync(
            preview,
            $"GET {path} HTTP/1.1\r\nHost: localhost:{preview.Server.Port}\r\nConnection: close\r\n\r\n"
        );
        Assert.Matches("^HTTP/1.1 (400|404|302) ", answer);
        Assert.DoesNotContain("\r\n\r\nsecret", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_URL_that_is_too_long_and_a_request_with_a_body_are_rejected()
    {
        await using var preview = await RunningPreview.StartAsync(Files);
        Assert.StartsWith(
            "HTTP/1.1 414 ",
            await RawAsync(
                preview,
                $"GET /{new string('a', 100_000)} HTTP/1.1\r\nHost: localhost:{preview.Server.Port}\r\n\r\n"
            ),
            StringComparison.Ordinal
        );
        foreach (
            var method in new[]
            {
                HttpMethod.Post,
                HttpMethod.Put,
                HttpMethod.Delete,
                HttpMethod.Options,
                new("PROPFIND"),
            }
        )
        {
            using var response = await preview.SendAsync(method, "/");
            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Origin", "null")]
    public async Task Other_sites_cannot_read_events(string header, string value)
    {
        await using var preview = await RunningPreview.StartAsync(Files);
        foreach (var path in new[] { "/_preview/", "/_preview/follow.js", "/_preview/events?page=/&seen=x" })
        {
            using var response = await preview.GetAsync(path, (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task Pages_have_the_headers_of_the_site_and_are_not_cached()
    {
        await using var preview = await RunningPreview.StartAsync(Files);
        using var page = await preview.GetAsync("/in/a/");
        Assert.Contains(
            "script-src 'self'",
            page.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ("text/html; charset=utf-8", "no-cache"),
            (page.Content.Headers.ContentType!.ToString(), page.Headers.CacheControl!.ToString())
        );
        using var same = await preview.GetAsync("/in/a/", ("If-None-Match", page.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        using var head = await preview.SendAsync(HttpMethod.Head, "/in/a/");
        Assert.Equal(page.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal("", await head.Content.ReadAsStringAsync());
        using var missing = await preview.GetAsync("/nowhere/");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("Page not found", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var markdown = await preview.GetAsync("/in/a/index.md");
        Assert.Equal("text/markdown; charset=utf-8", markdown.Content.Headers.ContentType!.ToString());
        Assert.DoesNotContain("_preview", await markdown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_work_as_on_the_host()
    {
        await using var preview = await RunningPreview.StartAsync("https://kb.example/team/kb/", Files);
        Assert.Equal("/team/kb/", await LocationAsync(preview, "/"));
        Assert.Equal("/team/kb/in/a/?q=1", await LocationAsync(preview, "/team/kb/in/a?q=1"));
        Assert.Equal("/team/kb/in/a/", await LocationAsync(preview, "/team/kb/old/file.pdf"));
        Assert.Contains("Text.", await preview.TextAsync("/team/kb/in/a/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_previews_can_run_and_a_port_in_use_is_reported()
    {
        await using var preview = await RunningPreview.StartAsync(Files);
        Assert.Null(await PreviewServer.StartAsync(preview.Site, preview.Server.Port, CancellationToken.None));
        await using var other = await RunningPreview.StartAsync(("index.md", "# Other\n"));
        Assert.Contains("Home", await preview.TextAsync("/"), StringComparison.Ordinal);
        Assert.Contains("Other", await other.TextAsync("/"), StringComparison.Ordinal);
        var run = await Tool.RunAsync(preview.Folder.Root, "preview", "--port", $"{preview.Server.Port}");
        Assert.Equal(
            (2, $"Port {preview.Server.Port} is in use by another program."),
            (run.ExitCode, run.Errors[..run.Errors.IndexOf(" Try", StringComparison.Ordinal)])
        );
    }

    [Fact]
    public async Task A_restarted_preview_shows_edits_that_were_made_meanwhile()
    {
        await using var preview = await RunningPreview.StartAsync(Files);
        var seen = EventReader.SeenIn(await preview.TextAsync("/in/a/"));
        using (var process = Tool.Start(preview.Folder.Root, "preview", "--port", "0"))
        {
            var first = await AddressAsync(process);
            Assert.Contains(
                "Text.",
                await preview.Http.GetStringAsync(new Uri(first, "/in/a/")),
                StringComparison.Ordinal
            );
            process.Kill();
            await process.WaitForExitAsync();
        }

        preview.Write("in/a.md", "# A\n\nMeanwhile.\n");
        using var again = Tool.Start(preview.Folder.Root, "preview", "--port", "0");
        var address = await AddressAsync(again);
        using var events = new EventReader(
            await preview.Http.GetAsync(
                new Uri(address, $"/_preview/events?page=/in/a/&seen={seen}"),
                HttpCompletionOption.ResponseHeadersRead
            )
        );
        await events.NextAsync("reload");
        Assert.Contains(
            "Meanwhile.",
            await preview.Http.GetStringAsync(new Uri(address, "/in/a/")),
            StringComparison.Ordinal
        );
        again.Kill();
        await again.WaitForExitAsync();
    }

    private static async Task<Uri> AddressAsync(System.Diagnostics.Process process)
    {
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
                return new(line[at..line.IndexOf(' ', at)]);
        throw new EndOfStreamException(await process.StandardError.ReadToEndAsync());
    }

    private static async Task<string?> LocationAsync(RunningPreview preview, string path)
    {
        using var response = await preview.GetAsync(path);
        return response.Headers.Location?.OriginalString;
    }

    /// <param name="host">The value of the Host header, in which PORT stands for the port of the preview.</param>
    private static Task<string> GetFromHostAsync(RunningPreview preview, string host) =>
        RawAsync(
            preview,
            $"GET / HTTP/1.1\r\nHost: {host.Replace("PORT", $"{preview.Server.Port}", StringComparison.Ordinal)}\r\n"
                + "Connection: close\r\n\r\n"
        );

    private static async Task<string> RawAsync(RunningPreview preview, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, preview.Server.Port);
        await using var stream = socket.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (IOException)
        {
            return "HTTP/1.1 400 cut off";
        }
    }
}
