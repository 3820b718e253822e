using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Import;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem remember</c>: stores chats and reads them.</summary>
internal static class RememberCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var options = new RememberOptions();
        var command = new Command("remember", "Store messages from a file or standard input and understand them; can be run again, nothing is stored twice.");
        options.AddTo(command);
        command.Runs(host, globals, (context, cancellationToken) => RunAsync(context, options, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, RememberOptions options, CancellationToken cancellationToken)
    {
        _ = context.Settings.Scope();
        await using var source = await ImportSource.OpenAsync(context.Host, options.File(context), options.Format(context), cancellationToken);
        if (options.Estimate(context))
        {
            await using var peek = await MemorySession.PeekAsync(context, cancellationToken);
            return await RememberEstimate.RunAsync(context, options, source, peek.Memory, cancellationToken);
        }

        await using var session = await MemorySession.CreateAsync(context, cancellationToken);
        var output = await ProgressDisplay.RunAsync(context, bars => StoreAsync(context, options, source, session.Memory, bars, cancellationToken));
        Write(context, output);
        return output switch
        {
            { Stopped: not null } => Stop(context, source.Name, output),
            { Parked: > 0 } when options.Wait(context) => ExitCodes.Failed,
            _ => ExitCodes.Done,
        };
    }

    private static async Task<RememberOutput> StoreAsync(
        CommandContext context, RememberOptions options, ImportSource source, IMemory memory, IProgressBars bars, CancellationToken cancellationToken)
    {
        var bar = bars.Start("storing");
        var run = new ImportRun(memory, options.SkipInvalid(context), _ => bar.Report(source.Length is > 0 and var all ? (double)source.Position / all : 0));
        try
        {
            await run.RunAsync(source.ReadAsync(options.Import(context), cancellationToken), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            context.Host.Error.Write($"{run.Report.Stored + run.Report.AlreadyStored} messages are stored.\n");
            throw;
        }

        bar.Report(1);
        FlushFraction? fraction = null;
        if (options.Wait(context))
        {
            fraction = new FlushFraction(bars.Start(FlushFraction.Label));
            await UnderstandAsync(context, memory, run.Report, fraction, cancellationToken);
        }

        var status = await memory.GetStatusAsync(cancellationToken);
        return RememberOutput.From(run.Report, fraction?.Done ?? 0, fraction?.Usage ?? [], status);
    }

    private static async Task UnderstandAsync(
        CommandContext context, IMemory memory, ImportReport report, FlushFraction fraction, CancellationToken cancellationToken)
    {
        try
        {
            await UnderstandingWait.RunAsync(memory, fraction, memory.FlushAsync, cancellationToken);
        }
        catch (ModelException)
        {
            context.Host.Error.Write(
                $"{PairTable.Count(report.Stored + report.AlreadyStored)} messages are stored and can be recalled. What was not understood waits: mend the fault below and run 'omem flush'.\n");
            throw;
        }
    }

    private static void Write(CommandContext context, RememberOutput output)
    {
        foreach (var fault in output.Skipped)
        {
            context.Host.Error.Write($"skipped {SafeText.Line(fault.Place)}: {SafeText.Line(fault.Fault)}\n");
        }

        if (context.Json)
        {
            JsonText.Write(context.Host.Out, output, OutputJson.Readable.RememberOutput);
            return;
        }

        var waiting = output.Pending > 0 ? $" {PairTable.Count(output.Pending)} wait to be understood." : "";
        context.Host.Out.Write(
            $"Stored {PairTable.Count(output.Stored)} new, {PairTable.Count(output.AlreadyStored)} were there already, "
            + $"{PairTable.Count(output.Skipped.Count)} skipped.{waiting}\n");
        if (output.Usage.Count > 0)
        {
            context.Host.Out.Write($"Models: {UsageText.Sum(output.Usage)}.\n");
        }

        if (output.Parked > 0)
        {
            ErrorReport.WriteMessage(context.Host, context.NoColor, $"{PairTable.Count(output.Parked)} could not be understood; 'omem status' says why.");
        }
    }

    private static int Stop(CommandContext context, string source, RememberOutput output)
    {
        var stopped = output.Stopped!;
        ErrorReport.WriteMessage(context.Host, context.NoColor, $"""
            {source}, {stopped.Place}: {stopped.Fault}.
            The {PairTable.Count(output.Stored + output.AlreadyStored)} messages before it are stored, nothing after it is. Mend it and run the same command again
            (what is stored is not stored twice), or pass over such entries with --skip-invalid.
            """);
        return ExitCodes.BadInput;
    }
}
