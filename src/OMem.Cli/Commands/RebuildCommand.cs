using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem rebuild</c> and <c>omem flush</c>: read the log again from its start, or what still waits.</summary>
internal static class RebuildCommand
{
    /// <summary>Makes <c>rebuild</c>.</summary>
    public static Command Create(CliHost host, GlobalOptions globals) => Create(
        host, globals, "rebuild", "Clear what was derived and read the whole log again; the log and the ledger stay.",
        (memory, _, progress, cancellationToken) => memory.RebuildAsync(progress, cancellationToken));

    /// <summary>Makes <c>flush</c>.</summary>
    public static Command CreateFlush(CliHost host, GlobalOptions globals)
    {
        var retryParked = OptionFactory.Switch("--retry-parked", "Take up again what was given up.");
        var command = Create(
            host, globals, "flush", "Understand what still waits, for example after 'remember --no-wait'.",
            async (memory, context, progress, cancellationToken) =>
            {
                if (context.Get(retryParked))
                {
                    await memory.RetryParkedAsync(cancellationToken);
                }

                await memory.FlushAsync(progress, cancellationToken);
            });
        command.Options.Add(retryParked);
        return command;
    }

    private static Command Create(
        CliHost host, GlobalOptions globals, string name, string description, Func<IMemory, CommandContext, IProgress<FlushProgress>, CancellationToken, Task> work)
    {
        var command = new Command(name, description);
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            await using var session = await MemorySession.OpenAsync(context, cancellationToken);
            var output = await ProgressDisplay.RunAsync(context, async bars =>
            {
                var fraction = new FlushFraction(bars.Start(FlushFraction.Label));
                await UnderstandingWait.RunAsync(
                    session.Memory, fraction, (progress, stop) => work(session.Memory, context, progress, stop), cancellationToken);
                var status = await session.Memory.GetStatusAsync(cancellationToken);
                return new FlushOutput(fraction.Done, status.Pending, status.Parked, status.LogSequence, fraction.Usage);
            });
            Write(context, output);
            return output.Parked == 0 ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }

    private static void Write(CommandContext context, FlushOutput output)
    {
        if (context.Json)
        {
            JsonText.Write(context.Host.Out, output, OutputJson.Readable.FlushOutput);
            return;
        }

        context.Host.Out.Write($"Understood {PairTable.Count(output.Understood)} of {PairTable.Count(output.LogSequence)} messages.\n");
        if (output.Usage.Count > 0)
        {
            context.Host.Out.Write($"Models: {UsageText.Sum(output.Usage)}.\n");
        }

        if (output.Parked > 0)
        {
            ErrorReport.WriteMessage(context.Host, context.NoColor, $"{PairTable.Count(output.Parked)} could not be understood; 'omem status' says why.");
        }
    }
}
