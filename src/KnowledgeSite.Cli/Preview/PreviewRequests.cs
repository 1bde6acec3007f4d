using System.Diagnostics.CodeAnalysis;
using System.Text;
using KnowledgeSite.Files;
using Microsoft.AspNetCore.Http;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// Answers one request after the other from what the site is at that moment. No file of the disk is named by a request.
/// </summary>
internal sealed class PreviewRequests(SiteWatcher site)
{
    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "A page that cannot be made is shown as such; the preview goes on."
    )]
    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            if (Refusal(context) is var (status, reason))
                await TextAsync(context, status, reason);
            else if (context.Request.Path.Value!.StartsWith(DevServerAssets.Folder, StringComparison.Ordinal))
                await OwnAsync(context);
            else
                await PageAsync(context);
        }
        catch (OperationCanceledException)
        {
            // The browser has gone.
        }
        catch (Exception bug)
        {
            site.Log.Failed(bug);
            if (!context.Response.HasStarted)
                await TextAsync(
                    context,
                    StatusCodes.Status500InternalServerError,
                    "This page cannot be shown because of a bug of KnowledgeSite; the terminal says more.\n\n"
                        + $"{bug.GetType().Name}: {bug.Message}\n"
                );
        }
    }

    /// <summary>
    /// A page of another site may lead a browser here under a name of its own, and read what it is not meant to: only
    /// names of this machine are answered.
    /// </summary>
    private static (int Status, string Reason)? Refusal(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return (StatusCodes.Status405MethodNotAllowed, "A preview can be read, and nothing else.\n");
        if (
            request.Host.Host is not ("127.0.0.1" or "[::1]")
                && !request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (request.Host.Port ?? 80) != context.Connection.LocalPort
        )
            return (
                StatusCodes.Status421MisdirectedRequest,
                $"A preview answers on this machine only: http://localhost:{context.Connection.LocalPort}/\n"
            );
        if (!request.Path.Value!.StartsWith(DevServerAssets.Folder, StringComparison.Ordinal))
            return null;
        var isForeign =
            request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")
            || request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"http://{request.Host.Value}";
        return isForeign
            ? (StatusCodes.Status403Forbidden, "This part of a preview is for its own pages only.\n")
            : null;
    }

    private async Task OwnAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        await site.ReadyAsync(context.RequestAborted);
        if (path == DevServerAssets.Folder)
            await FileAsync(context, FindingsPage.Render(site.Shown), FindingsPage.Address, StatusCodes.Status200OK);
        else if (
            path == DevServerAssets.Events
            && context.Request.Query["page"].ToString() is ['/', ..] page
            && site.Shown.PageAt(new(Uri.UnescapeDataString(page))).Look is not null
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
            await TextAsync(context, StatusCodes.Status404NotFound, "A preview has no such file.\n");
    }

    private async Task PageAsync(HttpContext context)
    {
        await site.ReadyAsync(context.RequestAborted);
        var (shown, path) = (site.Shown, context.Request.Path.Value!);
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
    /// For now, whatever the host will say: a browser keeps a lasting one for the next site on this port.
    /// </summary>
    private static void Redirect(HttpContext context, string target)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(target);
    }

    private async Task FileAsync(HttpContext context, ShownFile file, SitePath address, int status)
    {
        var (request, response) = (context.Request, context.Response);
        var bytes = file.Look is null ? file.Bytes : file.Followed(address);
        response.StatusCode = status;
        response.ContentType = file.Type;
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        foreach (var (name, value) in site.Shown.Rules.HeadersOf(request.Path.ToUriComponent()))
            response.Headers[name] = value;
        if (response.Headers.CacheControl.Count == 0)
            response.Headers.CacheControl = "no-cache";
        var tag = $"\"{(file.Look is null ? file.Tag : ShownFile.TagOf(bytes))}\"";
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
        (context.Response.StatusCode, context.Response.ContentType, context.Response.Headers.CacheControl) = (
            status,
            "text/plain; charset=utf-8",
            "no-store"
        );
        context.Response.Headers["X-Content-Type-Options"] = "nosniff";
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(text);
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(text);
    }
}
