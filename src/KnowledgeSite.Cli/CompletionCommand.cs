using System.CommandLine;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command <c>completion</c>: prints the script with which a shell gets completions from this tool.
/// </summary>
internal sealed class CompletionCommand : ToolCommand
{
    /// <summary>
    /// The completion script of each shell. It passes the text after the tool's name and the cursor position in it to
    /// the tool's <c>[suggest]</c> directive. Options are offered only after a hyphen.
    /// </summary>
    private static readonly IReadOnlyDictionary<string, string> Scripts = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["bash"] = """
            # In ~/.bashrc: source <(knowledgesite completion bash)
            _knowledgesite() {
                local before="${COMP_LINE%%"$1"*}$1" word="${COMP_WORDS[COMP_CWORD]}" none='^[-/]' found IFS=$'\n'
                local line="${COMP_LINE:${#before}}" point=$((COMP_POINT - ${#before}))
                [[ $word == -* ]] && none='^/'
                COMPREPLY=()
                while read -r found; do
                    [[ $found == "$word"* && ! $found =~ $none ]] && COMPREPLY+=("$(printf '%q' "$found")")
                done < <("$1" "[suggest:$point]" "${line:- }" 2>/dev/null)
                if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]]; then compopt -o nospace 2>/dev/null; fi
            }
            complete -F _knowledgesite knowledgesite

            """,
        ["zsh"] = """
            # In ~/.zshrc, after compinit: source <(knowledgesite completion zsh)
            _knowledgesite() {
                local -a found folders others
                local word="${words[CURRENT]}" before="${(j: :)words[2,CURRENT-1]}"
                local line=" ${before:+$before }$word"
                found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
                [[ $word == -* ]] && found=(${found:#/*}) || found=(${found:#[-/]*})
                folders=(${(M)found:#*/}) others=(${found:#*/})
                (( $#folders )) && compadd -S '' -- $folders
                (( $#others )) && compadd -- $others
            }
            compdef _knowledgesite knowledgesite

            """,
        ["fish"] = """
            # In ~/.config/fish/config.fish: knowledgesite completion fish | source
            function __knowledgesite
                set -l line (string replace -r '^\S+' '' -- (commandline -cp))
                set -l none '^[-/]'
                string match -q -- '-*' (commandline -ct); and set none '^/'
                knowledgesite "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match -rv -- $none
            end
            complete -c knowledgesite -f -a '(__knowledgesite)'

            """,
        ["pwsh"] = """
            # In $PROFILE: knowledgesite completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName knowledgesite -ScriptBlock {
                param($word, $ast, $position)
                $start = $ast.CommandElements[0].Extent.EndOffset
                $line = $ast.Extent.Text.Substring($start - $ast.Extent.StartOffset).PadRight($position - $start)
                $none = if ("$word".StartsWith('-')) { '^/' } else { '^[-/]' }
                $found = knowledgesite "[suggest:$($position - $start)]" "$line" 2>$null
                $found | Where-Object { $_ -like "$word*" -and $_ -notmatch $none } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }

            """,
    };

    private readonly Argument<string> _shell = new("SHELL") { Description = "The shell: bash, zsh, fish or pwsh." };

    public CompletionCommand(BuildCommandOptions options, CommandConsole console)
        : base(
            "completion",
            "Print a script that completes commands, kinds of pages and folders in a shell.",
            options,
            console
        )
    {
        _shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        Add(_shell);
    }

    protected override Task<int> RunAsync(
        BuildRequest request,
        ParseResult arguments,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        console.Output.Write(Scripts[arguments.GetRequiredValue(_shell)].ReplaceLineEndings("\n"));
        return Task.FromResult(0);
    }
}
