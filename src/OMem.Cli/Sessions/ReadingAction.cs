using System.CommandLine;
using System.Text.Json.Serialization.Metadata;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Settings;
using Spectre.Console;

namespace OMem.Cli.Sessions;

/// <summary>Gives a command the action of most: ask the memory of the scope for one thing and show it.</summary>
internal static class ReadingAction
{
    /// <summary>Sets the action.</summary>
    /// <param name="command">The command.</param>
    /// <param name="host">The outside world.</param>
    /// <param name="globals">The options of every command.</param>
    /// <param name="read">Asks the memory.</param>
    /// <param name="json">See <see cref="Showing.Show"/>.</param>
    /// <param name="draw">See <see cref="Showing.Show"/>.</param>
    public static void Reads<T>(
        this Command command,
        CliHost host,
        GlobalOptions globals,
        Func<IMemory, CommandContext, CancellationToken, Task<T>> read,
        Func<OutputJson, JsonTypeInfo<T>> json,
        Action<IAnsiConsole, T> draw) => command.Runs(host, globals, async (context, cancellationToken) =>
        {
            await using var session = await MemorySession.OpenAsync(context, cancellationToken);
            context.Show(await read(session.Memory, context, cancellationToken), json, draw);
            return ExitCodes.Done;
        });
}
