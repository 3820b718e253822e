using OMem.Cli.Hosting;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>The consoles commands draw on.</summary>
internal static class Terminals
{
    /// <summary>The console for data.</summary>
    public static IAnsiConsole Out(CliHost host, bool noColor) => TerminalConsole.Create(host.Out, host.Environment, host.OutIsTerminal, noColor);

    /// <summary>The console for progress and errors.</summary>
    public static IAnsiConsole Error(CliHost host, bool noColor) => TerminalConsole.Create(host.Error, host.Environment, host.ErrorIsTerminal, noColor);
}
