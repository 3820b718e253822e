using OMem.Interactions;
using OMem.Models;
using OMem.Storage;
using OMem.Telemetry;

namespace OMem.Understanding;

/// <summary>
/// One leased batch: its requests are read ahead, consolidated and committed one after the other in log order, and what fails is recorded,
/// so that one bad message holds up no other and no reading that was paid for is thrown away.
/// </summary>
internal sealed class OutboxBatch(EngineParts parts, string owner)
{
    /// <summary>Requests in a row that failed as a whole, after which the rest of the batch is not even tried.</summary>
    private const int MostFailedRequests = 2;

    private const int MostTogether = 512;

    /// <summary>Readings one after the other of what is consolidated together: about as long as a judge is waited for, a slot for it included; with more, more would be lost with a process.</summary>
    private const int RoundsTogether = 2;

    /// <summary>
    /// How many messages are consolidated together at least, where there are so many. With a model several times as many as are read at a time, so that
    /// its calls are few and the next messages are read meanwhile; a small rest goes with the ones before it. It does not depend on how fast they come.
    /// </summary>
    private int Together => parts.Consolidation.DecidesAhead
        ? (int)Math.Min(MostTogether, (long)parts.Options.Models.MessagesPerCall * parts.Options.Models.MaxParallelCalls * RoundsTogether)
        : 1;

    /// <summary>Understands a batch.</summary>
    /// <param name="state">The scope.</param>
    /// <param name="claim">Its rows.</param>
    /// <param name="lease">Their lease. Over when this returns.</param>
    /// <param name="committed">Told how many rows each commit has finished.</param>
    /// <param name="cancellationToken">Ends the work; what was committed stays.</param>
    /// <exception cref="ModelException">A setting keeps everything from being read; no attempt was counted.</exception>
    public async Task UnderstandAsync(ScopeState state, OutboxClaim claim, ScopeLease lease, Action<int> committed, CancellationToken cancellationToken)
    {
        var run = new BatchRun(claim.Rows.ToDictionary(static row => row.Sequence, static row => row.Attempts), committed);
        try
        {
            await RunAsync(state, run, lease, cancellationToken).ConfigureAwait(false);
            await SettleAsync(state, cancellationToken).ConfigureAwait(false);
            await EndAsync(claim.Scope, run, cancellationToken).ConfigureAwait(false);
        }
        catch (ScopeConflictException)
        {
            // Somebody else changed the memory or took the lease: the rows are still in the outbox, or already done.
            await parts.Store.ReleaseAsync(claim.Scope, owner, cancellationToken).ConfigureAwait(false);
        }
        catch (MemoryStoreException)
        {
            // No fault of the rows: no attempt is counted.
            await TryReleaseAsync(claim.Scope).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await parts.Store.ReleaseAsync(claim.Scope, owner, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        finally
        {
            await UsageSaving.SaveAsync(parts, claim.Scope).ConfigureAwait(false);
        }

        if (run.Obstacle is not null)
        {
            throw run.Obstacle;
        }
    }

    private async Task RunAsync(ScopeState state, BatchRun run, ScopeLease lease, CancellationToken cancellationToken)
    {
        var plan = await BatchPlan.OfAsync(parts, state.Scope, run.Attempts.Keys, await state.HiddenAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        await PassAsync(state.Scope, run, plan, cancellationToken).ConfigureAwait(false);
        var reading = new BatchReading(parts, plan);
        var ahead = new ReadAhead<PlannedReading, ReadOutcome>(
            plan.Readings, ReadAheadLimits.For(parts.Options.Models.MaxParallelCalls), reading.ReadAsync, static outcome => outcome.Read.Count > 0, cancellationToken);
        await using (ahead.ConfigureAwait(false))
        {
            try
            {
                await CommitAllAsync(state, run, lease, plan, reading, ahead, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (reading.Keeps && exception is ScopeConflictException or MemoryStoreException)
            {
                // What is under way is paid for: it is kept for whoever in this process has the rows next.
                ahead.Close();
                await ahead.SettleAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>Finishes rows that are not to be read.</summary>
    private async Task PassAsync(MemoryScope scope, BatchRun run, BatchPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Passed.Count == 0)
        {
            return;
        }

        var head = await parts.Store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false);
        var commit = new DerivedCommit { ExpectedVersion = head.DerivedVersion, Owner = owner, Understood = plan.Passed, ReleaseLease = false };
        await parts.Store.CommitAsync(scope, commit, cancellationToken).ConfigureAwait(false);
        run.Committed(plan.Passed.Count);
    }

    private async Task CommitAllAsync(
        ScopeState state, BatchRun run, ScopeLease lease, BatchPlan plan, BatchReading reading, ReadAhead<PlannedReading, ReadOutcome> ahead, CancellationToken cancellationToken)
    {
        var read = new List<(StoredInteraction Stored, InteractionUnderstanding Understanding)>();
        var left = plan.Rows;
        for (var i = 0; ahead.HasNext; i++)
        {
            var outcome = await lease.KeepAsync(ahead.NextAsync(), cancellationToken).ConfigureAwait(false);
            if (outcome.Failed.Any(static failure => failure.Kind is ReadFaultKind.Setting))
            {
                // A refused request may be the fault of its content: other readings under way tell.
                await lease.KeepAsync(Settled(ahead), cancellationToken).ConfigureAwait(false);
                outcome = parts.Calls.HasAnswered(ModelStage.Read)
                    ? await lease.KeepAsync(reading.ReadAsync(plan.Readings[i], cancellationToken), cancellationToken).ConfigureAwait(false)
                    : outcome;
            }

            run.Note(outcome);
            if (run.Obstacle is not null || run.FailedInARow >= MostFailedRequests)
            {
                GiveUp(run, ahead);
            }

            ahead.Start();
            read.AddRange(outcome.Read);
            left -= plan.Readings[i].Request.Interactions.Count;
            if ((read.Count >= Together && left >= Together / 2) || !ahead.HasNext)
            {
                await CommitAsync(state, read, run, lease, reading, summarizeFrom: i == plan.Readings.Count - 1 ? plan.First : null, cancellationToken).ConfigureAwait(false);
                read = [];
                if (run.IsWithoutJudge)
                {
                    // What is under way is read to its end and kept.
                    GiveUp(run, ahead);
                }
            }
        }
    }

    private static void GiveUp(BatchRun run, ReadAhead<PlannedReading, ReadOutcome> ahead) =>
        run.GiveUp([.. ahead.Close().SelectMany(static reading => reading.Request.Interactions)]);

    /// <summary>Consolidates and commits, summarises with the last of the batch, which gives the log position it began at; when that fails, the halves, without reading them again.</summary>
    private async Task CommitAsync(
        ScopeState state,
        List<(StoredInteraction Stored, InteractionUnderstanding Understanding)> read,
        BatchRun run,
        ScopeLease lease,
        BatchReading reading,
        long? summarizeFrom,
        CancellationToken cancellationToken)
    {
        if (read.Count == 0)
        {
            return;
        }

        if (run.IsWithoutJudge)
        {
            run.FailUnjudged([.. read.Select(static row => row.Stored)]);
            return;
        }

        var sequences = read.Select(static row => row.Stored.Sequence).ToArray();
        var releases = summarizeFrom is not null && run.IsClean && parts.Reader is not IModelReader && !parts.Consolidation.DecidesAhead;
        try
        {
            var commit = state.ConsolidateAsync(
                read, summarizeFrom, changes => changes with { Owner = owner, Understood = sequences, ReleaseLease = releases }, cancellationToken);
            var changes = releases ? await commit.ConfigureAwait(false) : await lease.KeepAsync(commit, cancellationToken).ConfigureAwait(false);
            run.Released |= releases;
            parts.Telemetry.Understood(read.Count);
            parts.Log.Understood(state.Scope, read.Count, changes);
            reading.Drop(read);
            run.Committed(read.Count);
        }
        catch (ModelException fault) when (parts.Consolidation.DecidesAhead && !fault.IsAboutContent)
        {
            // The judge was not there: what was read is kept until it is.
            run.FailJudging(new ReadFailure([.. read.Select(static row => row.Stored)], fault, fault.IsTransient ? ReadFaultKind.Transport : ReadFaultKind.Setting));
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or MemoryStoreException or ScopeConflictException) && read.Count > 1)
        {
            await CommitAsync(state, [.. read.Take(read.Count / 2)], run, lease, reading, summarizeFrom: null, cancellationToken).ConfigureAwait(false);
            await CommitAsync(state, [.. read.Skip(read.Count / 2)], run, lease, reading, summarizeFrom, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or MemoryStoreException or ScopeConflictException))
        {
            // What cannot be consolidated may be read otherwise another time.
            reading.Drop(read);
            run.Fail(new ReadFailure([read[0].Stored], exception, ReadFaultKind.Content));
        }
    }

    private async Task EndAsync(MemoryScope scope, BatchRun run, CancellationToken cancellationToken)
    {
        if (run.Failures.Count > 0)
        {
            foreach (var failure in run.Failures)
            {
                parts.Log.UnderstandingFailed(failure.Reason, scope, failure.Interactions.Count);
            }

            OutboxAttempt[] attempts = [.. run.Failures.SelectMany(failure => RetrySchedule.Attempts(failure, run.Attempts, parts))];
            parts.Telemetry.UnderstandingFailed(attempts.Length);
            await parts.Store.FailAsync(scope, owner, attempts, cancellationToken).ConfigureAwait(false);
        }
        else if (!run.Released)
        {
            await parts.Store.ReleaseAsync(scope, owner, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>When nothing waits any more, so that no lease is needed, does what is done once after many batches. Its failure is no fault of the rows: it is done with the next batch or flush.</summary>
    private async Task SettleAsync(ScopeState state, CancellationToken cancellationToken)
    {
        if (!parts.Consolidation.Settles || (await parts.Store.GetOutboxStatusAsync(state.Scope, cancellationToken).ConfigureAwait(false)).Pending > 0)
        {
            return;
        }

        try
        {
            await state.SettleAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ModelException fault)
        {
            parts.Log.SettlingFailed(fault, state.Scope);
        }
    }

    private async Task TryReleaseAsync(MemoryScope scope)
    {
        try
        {
            await parts.Store.ReleaseAsync(scope, owner, CancellationToken.None).ConfigureAwait(false);
        }
        catch (MemoryStoreException)
        {
            // The lease ends by itself.
        }
    }

    private static async Task<bool> Settled(ReadAhead<PlannedReading, ReadOutcome> ahead)
    {
        await ahead.SettleAsync().ConfigureAwait(false);
        return true;
    }
}
