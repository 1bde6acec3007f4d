using System.Net;
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

    private PreviewServer(KestrelServer server, int port) => (_server, Port) = (server, port);

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
