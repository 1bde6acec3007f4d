using System.Runtime.CompilerServices;
using KnowledgeSite.Engine;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KnowledgeSite.Cli;

/// <summary>
/// The standard output and error of the tool. A person at a terminal gets styles, progress and questions from
/// Spectre.Console. All others get the same words as plain text. Spectre.Console is loaded only if it is needed,
/// because loading it takes longer than building a small site.
/// </summary>
/// <param name="output">The standard output. Machine-readable reports are written to it directly.</param>
internal sealed class CommandConsole(TextWriter output, TextWriter errors)
{
    private const int ChoicesShown = 12;

    private static readonly TimeSpan DelayBeforeProgress = TimeSpan.FromMilliseconds(600);

    private IAnsiConsole? _terminal;

    public TextWriter Output => output;

    public TextWriter Errors => errors;

    /// <summary>
    /// Whether a person reads the output. Then lines have styles, and problems show their source line.
    /// </summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether the terminal can replace text that it shows, which progress needs.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Whether a person can answer questions.</summary>
    public bool CanAsk { get; init; }

    /// <summary>The terminal itself.</summary>
    public IAnsiConsole Terminal
    {
        get => _terminal ??= AnsiConsole.Console;
        init => _terminal = value;
    }

    /// <summary>The console of this process.</summary>
    public static CommandConsole Create()
    {
        var isTerminal = !Console.IsOutputRedirected && !IsSet("CI");
        var isInteractive = isTerminal && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new(Console.Out, Console.Error)
        {
            IsTerminal = isTerminal,
            ShowsProgress = isInteractive,
            CanAsk = isInteractive && !Console.IsInputRedirected,
        };
    }

    /// <summary>Writes a line. Lines are not wrapped, so that paths in them can be copied and clicked.</summary>
    public void WriteLine(params ReadOnlySpan<StyledText> parts)
    {
        var text = "";
        var isStyled = false;
        foreach (var part in parts)
        {
            text += part.Text;
            isStyled |= part.Style != TextStyle.None;
        }

        if (IsTerminal && isStyled)
            WriteStyled([.. parts]);
        else
            output.WriteLine(text);
    }

    /// <summary>Shows the progress of a build if it takes longer than a moment.</summary>
    public async Task<BuildResult> ShowProgressAsync(Func<IProgress<PhaseTiming>?, Task<BuildResult>> build)
    {
        if (!ShowsProgress)
            return await build(null);
        var progress = new LastPhase();
        var running = build(progress);
        if (await Task.WhenAny(running, Task.Delay(DelayBeforeProgress)) != running)
            await SpinAsync(running, progress);
        return await running;
    }

    /// <summary>Asks for a text.</summary>
    /// <param name="refusal">Returns the reason why an answer is not valid, or null if it is.</param>
    public string AskText(string question, string? defaultAnswer, Func<string, string?> refusal)
    {
        var prompt = new TextPrompt<string>(Markup.Escape(question)) { AllowEmpty = defaultAnswer is "" };
        if (defaultAnswer is { Length: > 0 })
            prompt.DefaultValue(defaultAnswer);
        prompt.Validator = answer =>
            refusal(answer) is { } reason ? ValidationResult.Error(Markup.Escape(reason)) : ValidationResult.Success();
        return Terminal.Prompt(prompt).Trim();
    }

    /// <summary>Asks for one of several choices, which are selected with the arrow keys.</summary>
    /// <param name="choices">The choices, with an explanation if the name needs one. The first is the default.</param>
    public string AskOne(string question, IReadOnlyList<(string Name, string? Meaning)> choices)
    {
        var width = choices.Max(c => c.Name.Length);
        var prompt = new SelectionPrompt<(string Name, string? Meaning)>
        {
            Title = Markup.Escape(question),
            PageSize = ChoicesShown,
            Converter = c => Markup.Escape(c.Meaning is null ? c.Name : $"{c.Name.PadRight(width)}  {c.Meaning}"),
        };
        return Terminal.Prompt(prompt.AddChoices(choices)).Name;
    }

    /// <summary>Asks for any number of choices.</summary>
    public IReadOnlyList<string> AskSeveral(string question, IReadOnlyList<string> choices) =>
        Terminal.Prompt(
            new MultiSelectionPrompt<string>
            {
                Title = Markup.Escape(question),
                PageSize = ChoicesShown,
                Required = false,
                Converter = Markup.Escape,
            }.AddChoices(choices)
        );

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteStyled(StyledText[] parts) => Terminal.Write(new StyledLine(parts));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task SpinAsync(Task running, LastPhase progress) =>
        Terminal
            .Status()
            .StartAsync(
                "Building",
                async status =>
                {
                    while (!running.IsCompleted)
                    {
                        if (progress.Latest is { } phase)
                            status.Status = Markup.Escape(
                                $"Building: {phase.Pipeline} {phase.Phase}, {phase.Documents:N0} documents"
                            );
                        await Task.WhenAny(running, Task.Delay(100));
                    }
                }
            );

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    private sealed class LastPhase : IProgress<PhaseTiming>
    {
        public PhaseTiming? Latest { get; private set; }

        public void Report(PhaseTiming value) => Latest = value;
    }

    /// <summary>A line that is not wrapped. Spectre.Console wraps its own texts at the width of the terminal.</summary>
    private sealed class StyledLine(StyledText[] parts) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            parts
                .Select(p =>
                    options.ColorSystem == ColorSystem.NoColors
                        ? new Segment(p.Text)
                        : new Segment(p.Text, StyleOf(p.Style))
                )
                .Append(Segment.LineBreak);

        private static Style StyleOf(TextStyle style) =>
            style switch
            {
                TextStyle.Bold => new(decoration: Decoration.Bold),
                TextStyle.Quiet => new(decoration: Decoration.Dim),
                TextStyle.Error => new(Color.Maroon, decoration: Decoration.Bold),
                TextStyle.Warning => new(Color.Olive, decoration: Decoration.Bold),
                TextStyle.Info => new(Color.Navy, decoration: Decoration.Bold),
                _ => Style.Plain,
            };
    }
}

/// <summary>A part of a line with its style.</summary>
internal readonly record struct StyledText(string Text, TextStyle Style = TextStyle.None)
{
    public static implicit operator StyledText(string text) => new(text);
}

internal enum TextStyle
{
    None,
    Bold,
    Quiet,
    Error,
    Warning,
    Info,
}
