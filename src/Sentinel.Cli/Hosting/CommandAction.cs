using System.CommandLine;
using Sentinel.Cli.Settings;

namespace Sentinel.Cli.Hosting;

/// <summary>Gives a command its action, with failures turned into messages and exit codes.</summary>
internal static class CommandAction
{
    /// <summary>Sets the action.</summary>
    public static void Runs(this Command command, CliHost host, GlobalOptions globals, Func<CommandContext, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = new CommandContext(host, parsed, globals);
            try
            {
                return await action(context, cancellationToken);
            }
#pragma warning disable CA1031 // The door of the process: every failure becomes a message and an exit code here.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                return ErrorReport.Write(host, context.NoColor, fault, cancellationToken.IsCancellationRequested);
            }
        });
}
