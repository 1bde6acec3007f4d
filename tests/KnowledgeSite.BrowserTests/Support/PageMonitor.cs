using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// Listens to a page: what it writes to the console, what breaks its Content-Security-Policy, what fails, and what it
/// asks other hosts for.
/// </summary>
internal sealed class PageMonitor
{
    private const string TellOfThePolicy =
        "addEventListener('securitypolicyviolation', e => console.error(`The policy forbids ${e.blockedURI} "
        + "(${e.effectiveDirective}).`));";

    /// <summary>What a page asks for ahead is given up when the page is left.</summary>
    private const string GivenUp = "net::ERR_ABORTED";

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _elsewhere = new();

    private PageMonitor(IPage page, string address)
    {
        page.Console += (_, message) => _complaints.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.RequestFailed += (_, request) =>
        {
            if (request.Failure != GivenUp)
                _complaints.Enqueue($"{request.Url} failed: {request.Failure}");
        };
        page.Request += (_, request) =>
        {
            if (!IsOurs(request.Url, address))
                _elsewhere.Enqueue(request.Url);
        };
    }

    /// <summary>Before the page is sent anywhere.</summary>
    public static async Task<PageMonitor> OfAsync(IPage page, string address)
    {
        await page.AddInitScriptAsync(TellOfThePolicy);
        return new(page, address);
    }

    /// <summary>What was seen since it was asked last.</summary>
    public (IReadOnlyList<string> Complaints, IReadOnlyList<string> Elsewhere) Take() =>
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
