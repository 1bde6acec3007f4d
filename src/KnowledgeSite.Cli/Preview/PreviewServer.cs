using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using KnowledgeSite.Files;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// Kestrel on the loopback address, without the generic host, whose settings are not needed here and which would slow
/// down the start.
/// </summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private readonly KestrelServer _server;

    private PreviewServer(KestrelServer server, int port)
    {
        _server = server;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Starts a server, or returns null if the port is in use.</summary>
    public static async Task<PreviewServer?> StartAsync(SiteWatcher site, int port, CancellationToken cancellation)
    {
        var options = new KestrelServerOptions
        {
            AddServerHeader = false,
            ApplicationServices = new ServiceCollection().BuildServiceProvider(),
        };
        options.Limits.MaxRequestBodySize = 0;
        if (port == 0)
            options.Listen(IPAddress.Loopback, 0, Http1);
        else
            options.ListenLocalhost(port, Http1);
        var server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance
        );
        try
        {
            await server.StartAsync(new Application(new(site)), cancellation);
            return new(server, new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port);
        }
        catch (IOException)
        {
            server.Dispose();
            return null;
        }
    }

    /// <summary>
    /// Closes all connections at once. Event streams never end on their own, so a graceful shutdown would wait for
    /// them.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }

    private static void Http1(ListenOptions options) => options.Protocols = HttpProtocols.Http1;

    private sealed class Application(PreviewRequests requests) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => requests.AnswerAsync(context);

        public void DisposeContext(HttpContext context, Exception? exception) { }
    }
}

/// <summary>Answers requests from the current state of the site. A request can never name a file on the disk.</summary>
internal sealed class PreviewRequests(SiteWatcher site)
{
    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "A page that cannot be rendered shows an error, and the preview continues."
    )]
    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            if (Refusal(context) is var (status, reason))
                await TextAsync(context, status, reason);
            else if (context.Request.Path.Value!.StartsWith(DevServerAssets.Folder, StringComparison.Ordinal))
                await PreviewFileAsync(context);
            else
                await PageAsync(context);
        }
        catch (OperationCanceledException)
        {
            // The browser closed the connection.
        }
        catch (Exception bug)
        {
            site.Log.Failed(bug);
            if (!context.Response.HasStarted)
                await TextAsync(
                    context,
                    StatusCodes.Status500InternalServerError,
                    "This page cannot be shown because of an internal error of KnowledgeSite. See the "
                        + "terminal for details.\n\n"
                        + $"{bug.GetType().Name}: {bug.Message}\n"
                );
        }
    }

    /// <summary>
    /// Refuses requests whose host name is not local. Another site could otherwise point its own host name to this
    /// machine and read the preview (DNS rebinding).
    /// </summary>
    private static (int Status, string Reason)? Refusal(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return (StatusCodes.Status405MethodNotAllowed, "The preview supports only GET and HEAD.\n");
        if (
            request.Host.Host is not ("127.0.0.1" or "[::1]")
                && !request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (request.Host.Port ?? 80) != context.Connection.LocalPort
        )
            return (
                StatusCodes.Status421MisdirectedRequest,
                $"The preview is available on this machine only: http://localhost:{context.Connection.LocalPort}/\n"
            );
        if (!request.Path.Value!.StartsWith(DevServerAssets.Folder, StringComparison.Ordinal))
            return null;
        var isForeign =
            request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")
            || request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"http://{request.Host.Value}";
        return isForeign
            ? (StatusCodes.Status403Forbidden, "Only pages of the preview may request this address.\n")
            : null;
    }

    private async Task PreviewFileAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        await site.ReadyAsync(context.RequestAborted);
        if (path == DevServerAssets.Folder)
            await FileAsync(context, FindingsPage.Render(site.Shown), FindingsPage.Address, StatusCodes.Status200OK);
        else if (
            path == DevServerAssets.Events
            && context.Request.Query["page"].ToString() is ['/', ..] page
            && site.Shown.PageAt(new(Uri.UnescapeDataString(page))).Fingerprint is not null
        )
            await new EventStream(
                context.Response,
                site,
                new(Uri.UnescapeDataString(page)),
                context.Request.Query["seen"].ToString()
            ).RunAsync(context.RequestAborted);
        else if (DevServerAssets.Find(path) is { } file)
            await FileAsync(context, file, file.Path, StatusCodes.Status200OK);
        else
            await TextAsync(context, StatusCodes.Status404NotFound, "The preview has no such file.\n");
    }

    private async Task PageAsync(HttpContext context)
    {
        await site.ReadyAsync(context.RequestAborted);
        var shown = site.Shown;
        var path = context.Request.Path.Value!;
        if (!path.StartsWith(shown.BasePath, StringComparison.Ordinal))
        {
            Redirect(context, shown.BasePath);
            return;
        }

        var address = new SitePath(path[(shown.BasePath.Length - 1)..]);
        if (shown.Find(address) is { } file)
            await FileAsync(context, file, address, StatusCodes.Status200OK);
        else if (!address.IsPage && shown.Find(address.Append("/")) is not null)
            Redirect(context, shown.BasePath + address.Append("/").Href + context.Request.QueryString);
        else if (shown.Rules.MovedTo(shown.BasePath + address.Href) is { } target)
            Redirect(context, target);
        else
            await FileAsync(context, shown.PageAt(address), address, StatusCodes.Status404NotFound);
    }

    /// <summary>
    /// Redirects temporarily, even where the host redirects permanently: browsers cache a permanent redirect and would
    /// apply it to the next site on this port.
    /// </summary>
    private static void Redirect(HttpContext context, string target)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(target);
    }

    private async Task FileAsync(HttpContext context, ShownFile file, SitePath address, int status)
    {
        var request = context.Request;
        var response = context.Response;
        var bytes = file.Fingerprint is null ? file.Bytes : file.WithScript(address);
        response.StatusCode = status;
        response.ContentType = file.Type;
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        foreach (var (name, value) in site.Shown.Rules.HeadersOf(request.Path.ToUriComponent()))
            response.Headers[name] = value;
        if (response.Headers.CacheControl.Count == 0)
            response.Headers.CacheControl = "no-cache";
        var tag = $"\"{(file.Fingerprint is null ? file.Tag : ShownFile.TagOf(bytes))}\"";
        response.Headers.ETag = tag;
        if (status == StatusCodes.Status200OK && request.Headers.IfNoneMatch == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(request.Method))
            await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Content-Type-Options"] = "nosniff";
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(text);
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(text);
    }
}
