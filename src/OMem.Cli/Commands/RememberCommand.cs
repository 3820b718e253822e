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
        var items = source.ReadAsync(options.Import(context), cancellationToken);
        var stored = await ImportStoring.RunAsync(context, source, memory, items, options.SkipInvalid(context), options.Wait(context), bars, cancellationToken);
        return RememberOutput.From(stored.Report, stored.Understood, stored.Usage, stored.Status);
    }

    private static void Write(CommandContext context, RememberOutput output)
    {
        foreach (var fault in output.Skipped)
        {
            context.Host.Error.Write($"skipped {SafeText.Line(fault.Place)}: {SafeText.Line(fault.Fault)}\n");
        }

        SensitiveView.WriteRefused(context, output.Refused);
        if (context.Json)
        {
            JsonText.Write(context.Host.Out, output, OutputJson.Readable.RememberOutput);
            return;
        }

        var recognised = output.Recognised > 0 ? $" {PairTable.Count(output.Recognised)} were recalled memory and not stored again." : "";
        var waiting = output.Pending > 0 ? $" {PairTable.Count(output.Pending)} wait to be understood." : "";
        context.Host.Out.Write(
            $"Stored {PairTable.Count(output.Stored)} new, {PairTable.Count(output.AlreadyStored)} were there already, "
            + $"{PairTable.Count(output.Skipped.Count)} skipped.{recognised}{waiting}\n");
        SensitiveView.WriteCounts(context, output.Masked, output.Refused.Count);
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
