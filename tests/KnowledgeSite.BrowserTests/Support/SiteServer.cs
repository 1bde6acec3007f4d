using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// A host of static files on loopback that sends the headers of the site's own <c>_headers</c>, and its 404 page.
/// </summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SiteServer(WebApplication application, string address)
    {
        _application = application;
        Address = address;
    }

    /// <summary>The base URL, without a slash at the end.</summary>
    public string Address { get; }

    /// <param name="enforcesPolicy">False for a host that lets the browser report, but not block, what the
    /// Content-Security-Policy forbids.</param>
    public static async Task<SiteServer> StartAsync(string folder, bool enforcesPolicy = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var headers = HostHeaders.Read(Path.Combine(folder, "_headers"));
        application.Run(context => AnswerAsync(context, folder, enforcesPolicy ? headers : headers.PolicyToReport()));
        await application.StartAsync();
        var address = application
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        return new(application, address);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, string folder, HostHeaders headers)
    {
        var path = context.Request.Path.Value!;
        var file = Path.Combine(folder, path.TrimStart('/') + (path.EndsWith('/') ? "index.html" : ""));
        if (!File.Exists(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            file = Path.Combine(folder, "404.html");
        }

        context.Response.ContentType = new FileExtensionContentTypeProvider().TryGetContentType(file, out var type)
            ? type
            : "application/octet-stream";
        foreach (var (name, value) in headers.Find(path))
            context.Response.Headers[name] = value;
        await context.Response.SendFileAsync(file);
    }
}

/// <summary>
/// Reads the <c>_headers</c> file of a site as a host does: a pattern of paths, which may end in a star, followed by
/// the headers of the files that match it.
/// </summary>
internal sealed class HostHeaders
{
    private const string Policy = "Content-Security-Policy";

    private readonly List<(string Pattern, string Name, string Value)> _headers = [];

    private HostHeaders() { }

    public static HostHeaders Read(string file)
    {
        var read = new HostHeaders();
        var pattern = "";
        foreach (var line in File.ReadLines(file).Where(l => l.Length > 0))
        {
            if (!line.StartsWith(' '))
                pattern = line;
            else if (line.Trim().Split(": ", 2) is [var name, var value])
                read._headers.Add((pattern, name, value));
        }

        return read;
    }

    /// <summary>The same headers with a Content-Security-Policy that browsers report and do not enforce.</summary>
    public HostHeaders PolicyToReport()
    {
        var reported = new HostHeaders();
        foreach (var (pattern, name, value) in _headers)
            reported._headers.Add((pattern, name == Policy ? $"{Policy}-Report-Only" : name, value));
        return reported;
    }

    public IEnumerable<(string Name, string Value)> Find(string path) =>
        _headers.Where(h => Matches(h.Pattern, path)).Select(h => (h.Name, h.Value));

    private static bool Matches(string pattern, string path) =>
        pattern.EndsWith('*') ? path.StartsWith(pattern[..^1], StringComparison.Ordinal) : path == pattern;
}
