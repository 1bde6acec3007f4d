using System.Text.RegularExpressions;

namespace KnowledgeSite.Tests.Cli.Preview;

/// <summary>Reads a stream of events as a browser does.</summary>
internal sealed partial class EventReader(HttpResponseMessage response) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private StreamReader? _reader;

    public HttpResponseMessage Response => response;

    public static string SeenIn(string html) => Seen().Match(html).Groups[1].Value;

    /// <summary>The data of the next event with this name. Other events are skipped.</summary>
    public async Task<string> NextAsync(string name)
    {
        _reader ??= new(await response.Content.ReadAsStreamAsync());
        for (var current = ""; ; )
        {
            var line =
                await _reader.ReadLineAsync().WaitAsync(Patience)
                ?? throw new EndOfStreamException("The stream ended.");
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                current = line[7..];
            if (current == name && line.StartsWith("data: ", StringComparison.Ordinal))
                return line[6..];
        }
    }

    public void Dispose()
    {
        _reader?.Dispose();
        response.Dispose();
    }

    [GeneratedRegex("data-seen=\"(\\w+)\"")]
    private static partial Regex Seen();
}
