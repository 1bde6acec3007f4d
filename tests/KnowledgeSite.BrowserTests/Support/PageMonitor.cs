using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// Records the console messages, errors, failed requests and requests to other hosts of a page, and violations of its
/// Content-Security-Policy.
/// </summary>
internal sealed class PageMonitor
{
    private const string TellOfThePolicy =
        "addEventListener('securitypolicyviolation', e => console.error(`The policy forbids ${e.blockedURI} "
        + "(${e.effectiveDirective}).`));";

    /// <summary>The error of a prefetch that was cancelled because the page was left.</summary>
    private const string Cancelled = "net::ERR_ABORTED";

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _elsewhere = new();

    private PageMonitor(IPage page, string address)
    {
        page.Console += (_, message) => _complaints.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.RequestFailed += (_, request) =>
        {
            if (request.Failure != Cancelled)
                _complaints.Enqueue($"{request.Url} failed: {request.Failure}");
        };
        page.Request += (_, request) =>
        {
            if (!IsOurs(request.Url, address))
                _elsewhere.Enqueue(request.Url);
        };
    }

    /// <summary>Attaches a monitor to a page. Must be called before the page is opened.</summary>
    public static async Task<PageMonitor> AttachAsync(IPage page, string address)
    {
        await page.AddInitScriptAsync(TellOfThePolicy);
        return new(page, address);
    }

    /// <summary>Returns what was recorded since the last call.</summary>
    public (IReadOnlyList<string> Problems, IReadOnlyList<string> Elsewhere) Take() =>
        (Emptied(_complaints), Emptied(_elsewhere));

    private static bool IsOurs(string url, string address) =>
        url.StartsWith(address + "/", StringComparison.Ordinal)
        || url.StartsWith($"blob:{address}/", StringComparison.Ordinal);

    private static List<string> Emptied(ConcurrentQueue<string> queue)
    {
        var taken = new List<string>();
        while (queue.TryDequeue(out var one))
            taken.Add(one);
        return taken;
    }
}
