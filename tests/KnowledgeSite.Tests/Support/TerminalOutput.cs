using KnowledgeSite.Cli;
using Spectre.Console;

namespace KnowledgeSite.Tests.Support;

/// <summary>Consoles that behave as at a terminal and write to a writer.</summary>
internal static class TerminalOutput
{
    /// <summary>A terminal without colours, as with NO_COLOR.</summary>
    public static CommandConsole Plain(TextWriter output) => Create(output, ColorSystemSupport.NoColors);

    public static CommandConsole Coloured(TextWriter output) => Create(output, ColorSystemSupport.EightBit);

    private static CommandConsole Create(TextWriter output, ColorSystemSupport colours) =>
        new(output, TextWriter.Null)
        {
            IsTerminal = true,
            Terminal = AnsiConsole.Create(
                new()
                {
                    Ansi = AnsiSupport.Yes,
                    ColorSystem = colours,
                    Interactive = InteractionSupport.No,
                    Out = new AnsiConsoleOutput(output),
                }
            ),
        };
}
