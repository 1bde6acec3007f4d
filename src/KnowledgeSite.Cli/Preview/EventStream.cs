using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using Microsoft.AspNetCore.Http;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// Tells one browser what becomes of the page it shows (Server-Sent Events): <c>reload</c> when it would look another
/// way, <c>styles</c> when these alone have changed, <c>findings</c> when others are about it.
/// </summary>
/// <param name="page">The address that the browser shows.</param>
/// <param name="seen">The tag of what it shows.</param>
internal sealed class EventStream(HttpResponse response, SiteWatcher site, SitePath page, string seen)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private string _styles = "";
    private string _findings = "";

    public async Task RunAsync(CancellationToken cancellation)
    {
        (response.ContentType, response.Headers.CacheControl) = ("text/event-stream", "no-store");
        await WriteAsync("retry: 400\n\n", cancellation);
        while (true)
        {
            var changed = site.NextChange;
            await SendAsync(site.Shown, cancellation);
            while (await Task.WhenAny(changed, Task.Delay(Heartbeat, cancellation)) != changed)
            {
                cancellation.ThrowIfCancellationRequested();
                await WriteAsync(": still here\n\n", cancellation);
            }
        }
    }

    private async Task SendAsync(ShownSite shown, CancellationToken cancellation)
    {
        if (shown.PageAt(page).Look is not { } look)
            return;
        if (look.Tag != seen)
        {
            seen = look.Tag;
            await SendAsync("reload", Json(json => json.WriteStringValue(look.Tag)), cancellation);
            return;
        }

        var styles = Json(json => WriteTexts(json, look.Styles));
        if (styles != _styles)
            await SendAsync("styles", _styles = styles, cancellation);
        var findings = Json(json => WriteFindings(json, shown));
        if (findings != _findings)
            await SendAsync("findings", _findings = findings, cancellation);
    }

    private void WriteFindings(Utf8JsonWriter json, ShownSite shown)
    {
        json.WriteStartObject();
        json.WriteNumber("onSite", shown.Findings.All.Count);
        json.WriteStartArray("here");
        foreach (var finding in page == FindingsPage.Address ? [] : shown.Findings.On(page))
            WriteFinding(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteFinding(Utf8JsonWriter json, Diagnostic finding)
    {
        json.WriteStartObject();
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("message", finding.Message);
        if (finding.Location is { } at)
        {
            json.WriteString("place", $"{Reports.Report.PathOf(site.Options.Input, at.Path)}:{at.Line}:{at.Column}");
            if (at.Excerpt is { Text.Length: > 0 } excerpt)
                json.WriteString("source", excerpt.Text);
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
            write(json);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private Task SendAsync(string name, string data, CancellationToken cancellation) =>
        WriteAsync($"event: {name}\ndata: {data}\n\n", cancellation);

    private async Task WriteAsync(string text, CancellationToken cancellation)
    {
        await response.WriteAsync(text, cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}
