using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using Microsoft.AspNetCore.Http;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// Notifies one browser of changes to the page that it shows (Server-Sent Events): <c>reload</c> if the content has
/// changed, <c>styles</c> if only the style sheets have changed, <c>findings</c> if its diagnostics have changed.
/// </summary>
/// <param name="page">The URL path of the page that the browser shows.</param>
/// <param name="seen">The fingerprint of the page that the browser shows.</param>
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
        if (shown.PageAt(page).Fingerprint is not { } fingerprint)
            return;
        if (fingerprint.Tag != seen)
        {
            seen = fingerprint.Tag;
            await SendAsync("reload", Json(json => json.WriteStringValue(fingerprint.Tag)), cancellation);
            return;
        }

        var styles = Json(json => WriteTexts(json, fingerprint.Styles));
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
