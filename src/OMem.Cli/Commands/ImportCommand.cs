using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Import;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem import</c>: brings in what people have elsewhere, or an export of OMem.</summary>
internal static class ImportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var options = new ImportOptionSet();
        var command = new Command("import", "Bring in an export of OMem, ChatGPT, Claude, Mem0, Zep or Letta, or a table; can be run again, nothing is stored twice.");
        options.AddTo(command);
        command.Runs(host, globals, (context, cancellationToken) => RunAsync(context, options, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, ImportOptionSet options, CancellationToken cancellationToken)
    {
        _ = context.Settings.Scope();
        await using var source = await ImportSource.OpenAsync(context.Host, options.File(context), options.Format(context), cancellationToken);
        if (source.Detected.Format is ImportFormat.Omem && !options.MessagesOnly(context))
        {
            return await RestoreAsync(context, options, source, cancellationToken);
        }

        var survey = new ImportSurvey(context.Host.Time.GetUtcNow(), options.AnyTime(context));
        var items = survey.WatchAsync(source.ReadAsync(options.Import(context), cancellationToken), cancellationToken);
        var output = options.DryRun(context)
            ? await PreviewAsync(context, options, source, survey, items, cancellationToken)
            : await StoreAsync(context, options, source, survey, items, cancellationToken);
        ImportView.Write(context, output);
        return output switch
        {
            { Stopped: not null } => Stop(context, source.Name, output),
            { Parked: > 0 } when options.Wait(context) => ExitCodes.Failed,
            _ => ExitCodes.Done,
        };
    }

    private static async Task<ImportOutput> PreviewAsync(
        CommandContext context, ImportOptionSet options, ImportSource source, ImportSurvey survey, IAsyncEnumerable<ImportedItem> items, CancellationToken cancellationToken)
    {
        await using var session = await MemorySession.PeekAsync(context, cancellationToken);
        var report = await ImportPreview.RunAsync(session.Memory, items, options.SkipInvalid(context), cancellationToken);
        return ImportOutput.Of(source.Detected.Format, dryRun: true, survey, report);
    }

    private static async Task<ImportOutput> StoreAsync(
        CommandContext context, ImportOptionSet options, ImportSource source, ImportSurvey survey, IAsyncEnumerable<ImportedItem> items, CancellationToken cancellationToken)
    {
        await using var session = await MemorySession.CreateAsync(context, cancellationToken);
        return await ProgressDisplay.RunAsync(context, async bars =>
        {
            var stored = await ImportStoring.RunAsync(context, source, session.Memory, items, options.SkipInvalid(context), options.Wait(context), bars, cancellationToken);
            return ImportOutput.Of(source.Detected.Format, dryRun: false, survey, stored.Report) with
            {
                Pending = stored.Status.Pending, Parked = stored.Status.Parked, Usage = stored.Usage,
            };
        });
    }

    private static async Task<int> RestoreAsync(CommandContext context, ImportOptionSet options, ImportSource source, CancellationToken cancellationToken)
    {
        var dryRun = options.DryRun(context);
        await using var session = dryRun ? await MemorySession.PeekAsync(context, cancellationToken) : await MemorySession.CreateAsync(context, cancellationToken);
        try
        {
            var result = await ProgressDisplay.RunAsync(context, bars => session.Memory.RestoreAsync(
                source.AsStream(), new RestoreOptions { DryRun = dryRun, Progress = new Fraction(bars.Start("restoring")) }, cancellationToken));
            ImportView.Write(context, new RestoreOutput("omem", dryRun, result.Content, result.AlreadyThere));
            return ExitCodes.Done;
        }
        catch (InvalidExportException fault)
        {
            throw new UsageException($"{source.Name}, line {PairTable.Count(fault.Line)}: {fault.Fault}.\nNothing was stored.", fault);
        }
        catch (ScopeNotEmptyException fault)
        {
            throw new UsageException(
                $"{fault.Message}\nNothing was stored. Restore into another --user or --data, or add the messages to what is there with --messages-only.", fault);
        }
    }

    private static int Stop(CommandContext context, string source, ImportOutput output)
    {
        var stopped = output.Stopped!;
        var done = output.DryRun
            ? "Nothing was stored."
            : $"The {PairTable.Count(output.Stored + output.AlreadyStored)} messages before it are stored, nothing after it is.";
        ErrorReport.WriteMessage(context.Host, context.NoColor, $"""
            {source}, {stopped.Place}: {stopped.Fault}.
            {done} Mend it and run the same command again
            (what is stored is not stored twice), or pass over such entries with --skip-invalid.
            """);
        return ExitCodes.BadInput;
    }

    private sealed class Fraction(IProgressBar bar) : IProgress<RestoreProgress>
    {
        public void Report(RestoreProgress value) => bar.Report(value.Total == 0 ? 1 : (double)value.Done / value.Total);
    }
}
