namespace KnowledgeSite.Cli;

/// <summary>Detects what the terminal supports.</summary>
internal static class Terminal
{
    /// <summary>The style for an output. NO_COLOR (no-color.org) disables only the colours.</summary>
    public static TextStyle Style(TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected && !IsSet("CI");
        return new(HasColour: isTerminal && !IsSet("NO_COLOR"), ShowsSource: isTerminal);
    }

    public static bool ShowsProgress(string format) =>
        format == "text"
        && !Console.IsOutputRedirected
        && !IsSet("CI")
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Whether a person can answer questions at the terminal.</summary>
    public static bool CanAsk =>
        !Console.IsInputRedirected
        && !Console.IsOutputRedirected
        && !IsSet("CI")
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}

/// <param name="ShowsSource">Whether each problem is shown with its source line, in which its position is
/// underlined.</param>
internal sealed record TextStyle(bool HasColour, bool ShowsSource)
{
    public string Red(string text) => Paint("31;1", text);

    public string Yellow(string text) => Paint("33;1", text);

    public string Blue(string text) => Paint("34;1", text);

    public string Bold(string text) => Paint("1", text);

    public string Quiet(string text) => Paint("2", text);

    private string Paint(string code, string text) => HasColour ? $"\e[{code}m{text}\e[0m" : text;
}
