using OMem.Cli.Hosting;
using OMem.Cli.Import;
using OMem.Cli.Output;

namespace OMem.Cli.Sessions;

/// <summary>What storing an import came to.</summary>
/// <param name="Report">What was stored and what was not.</param>
/// <param name="Understood">Interactions understood by this call.</param>
/// <param name="Usage">What model calls have cost in this call.</param>
/// <param name="Status">The memory afterwards.</param>
internal sealed record StoredImport(ImportReport Report, long Understood, IReadOnlyList<StageUsage> Usage, MemoryStatus Status);

/// <summary>Stores an import and, when wanted, waits until it is understood.</summary>
internal static class ImportStoring
{
    /// <summary>Stores it.</summary>
    public static async Task<StoredImport> RunAsync(
        CommandContext context,
        ImportSource source,
        IMemory memory,
        IAsyncEnumerable<ImportedItem> items,
        bool skipInvalid,
        bool wait,
        IProgressBars bars,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(source);
        var bar = bars.Start("storing");
        var run = new ImportRun(memory, skipInvalid, _ => bar.Report(source.Length is > 0 and var all ? (double)source.Position / all : 0));
        try
        {
            await run.RunAsync(items, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            context.Host.Error.Write($"{run.Report.Stored + run.Report.AlreadyStored} messages are stored.\n");
            throw;
        }

        bar.Report(1);
        FlushFraction? fraction = null;
        if (wait)
        {
            fraction = new FlushFraction(bars.Start(FlushFraction.Label));
            await UnderstandAsync(context, memory, run.Report, fraction, cancellationToken);
        }

        var status = await memory.GetStatusAsync(cancellationToken);
        return new StoredImport(run.Report, fraction?.Done ?? 0, fraction?.Usage ?? [], status);
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
}
