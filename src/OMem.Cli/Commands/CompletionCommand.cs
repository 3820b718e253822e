using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem completion</c>: writes a script that teaches a shell to complete <c>omem</c>.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        # omem completion for bash. Load it with: eval "$(omem completion bash)"
        _omem_complete() {
            local line="${COMP_LINE:0:COMP_POINT}"
            line="${line#* }"
            local IFS=$'\n'
            COMPREPLY=($(omem "[suggest:${#line}]" "$line" 2>/dev/null))
        }
        complete -o default -F _omem_complete omem

        """;

    private const string Zsh = """
        # omem completion for zsh. Load it with: eval "$(omem completion zsh)"
        _omem() {
            local -a items
            local line="${BUFFER[1,CURSOR]#* }"
            items=("${(@f)$(omem "[suggest:${#line}]" "$line" 2>/dev/null)}")
            if [[ -n "${items[*]}" ]]; then
                compadd -- "${items[@]}"
            else
                _files
            fi
        }
        compdef _omem omem

        """;

    private const string Fish = """
        # omem completion for fish. Load it with: omem completion fish | source
        function __omem_complete
            set -l line (string replace -r '^\S+ ' '' -- (commandline -cp))
            omem "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c omem -a '(__omem_complete)'

        """;

    private const string PowerShell = """
        # omem completion for PowerShell. Load it with: omem completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName omem -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString().PadRight($cursorPosition) -replace '^\S+ ', ''
            omem "[suggest:$($line.Length)]" "$line" 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", "Write a script that teaches a shell to complete omem.") { shell };
        command.Runs(host, globals, (context, _) =>
        {
            host.Out.Write(context.Get(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                "fish" => Fish,
                _ => PowerShell,
            });
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
