using System.Globalization;
using System.Text.Json.Nodes;
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
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
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
            await SendAsync("reload", JsonValue.Create(fingerprint.Tag).ToJsonString(), cancellation);
            return;
        }

        var styles = new JsonArray([.. fingerprint.Styles.Select(s => (JsonNode)s)]).ToJsonString();
        if (styles != _styles)
            await SendAsync("styles", _styles = styles, cancellation);
        var findings = FindingsOf(shown).ToJsonString();
        if (findings != _findings)
            await SendAsync("findings", _findings = findings, cancellation);
    }

    private JsonObject FindingsOf(ShownSite shown) =>
        new()
        {
            ["onSite"] = shown.Findings.All.Count,
            ["here"] = new JsonArray([.. (page == FindingsPage.Address ? [] : shown.Findings.On(page)).Select(ToJson)]),
        };

    private JsonObject ToJson(Diagnostic finding)
    {
        var json = new JsonObject
        {
            ["severity"] = finding.Severity.ToString().ToLowerInvariant(),
            ["rule"] = finding.Rule.Id,
            ["message"] = finding.Message,
        };
        if (finding.Location is { } at)
        {
            json["place"] = $"{Reports.Report.PathOf(site.Options.Input, at.Path)}:{at.Line}:{at.Column}";
            if (at.Excerpt is { Text.Length: > 0 } excerpt)
                json["source"] = excerpt.Text;
        }

        return json;
    }

    private Task SendAsync(string name, string data, CancellationToken cancellation) =>
        WriteAsync($"event: {name}\ndata: {data}\n\n", cancellation);

    private async Task WriteAsync(string text, CancellationToken cancellation)
    {
        await response.WriteAsync(text, cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}
