using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeSite.BrowserTests;

/// <summary>
/// A host of static files on loopback that sends the headers of the site's own <c>_headers</c>, and its 404 page.
/// </summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SiteServer(WebApplication application, string address) => (_application, Address) = (application, address);

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    public static async Task<SiteServer> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var headers = HostHeaders.Read(Path.Combine(folder, "_headers"));
        application.Run(context => AnswerAsync(context, folder, headers));
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
