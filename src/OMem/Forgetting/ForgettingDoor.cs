using OMem.Consolidation.Rulings;
using OMem.Interactions;
using OMem.Retention;
using OMem.Understanding;

namespace OMem.Forgetting;

/// <summary>The door of forget, erase and retention: checks what comes in, finds what is selected, and has it done.</summary>
internal sealed class ForgettingDoor(
    MemoryScope scope, EngineParts parts, HotScopes scopes, OutboxWorker worker, OneTimeOpening opening, Func<RecallQuery, CancellationToken, Task<RecallResult>> recall)
{
    public async Task<ForgetPreview> PreviewAsync(MemorySelection selection, CancellationToken cancellationToken)
    {
        var selected = await SelectAsync(selection, cancellationToken).ConfigureAwait(false);
        return await Forgetting().PreviewAsync(selected, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ForgetResult> ForgetAsync(MemorySelection selection, CorrectionNote note, string? fingerprint, CancellationToken cancellationToken)
    {
        var selected = await SelectAsync(selection, cancellationToken).ConfigureAwait(false);
        note = RulingDoor.Checked(note, await scopes.Get(scope).Policy.GetAsync(cancellationToken).ConfigureAwait(false));
        selected.CheckShown(fingerprint);
        return await Forgetting().ForgetAsync(selected, note, cancellationToken).ConfigureAwait(false);
    }

    public async Task<EraseReceipt> EraseAsync(MemorySelection selection, CorrectionNote note, EraseOptions options, CancellationToken cancellationToken)
    {
        var selected = await SelectAsync(selection, cancellationToken).ConfigureAwait(false);
        note = RulingDoor.Checked(note, await scopes.Get(scope).Policy.GetAsync(cancellationToken).ConfigureAwait(false));
        selected.CheckShown(options.Fingerprint);
        return Woken(await Forgetting().EraseAsync(selected, note, options.Verify, cancellationToken).ConfigureAwait(false));
    }

    public async Task<RetentionPolicy?> GetRetentionAsync(CancellationToken cancellationToken)
    {
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await Retention().ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task SetRetentionAsync(RetentionPolicy? policy, CancellationToken cancellationToken)
    {
        if (policy is not null)
        {
            SelectionDoor.Check(policy);
        }

        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        await Retention().WriteAsync(policy, cancellationToken).ConfigureAwait(false);
    }

    public async Task<RetentionRun> ApplyRetentionAsync(bool dryRun, CancellationToken cancellationToken)
    {
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        var run = await Retention().ApplyAsync(dryRun, cancellationToken).ConfigureAwait(false);
        _ = run.Receipt is null ? null : Woken(run.Receipt);
        return run;
    }

    private ScopeForgetting Forgetting() => new(parts, scopes.Get(scope));

    private ScopeRetention Retention() => new(parts, scopes.Get(scope));

    private async Task<Selected> SelectAsync(MemorySelection selection, CancellationToken cancellationToken)
    {
        SelectionDoor.Check(selection);
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await new SelectionReader(parts.Store, scope, recall).ReadAsync(selection, cancellationToken).ConfigureAwait(false);
    }

    private EraseReceipt Woken(EraseReceipt receipt)
    {
        if (receipt.ReadAgain > 0)
        {
            worker.Wake();
        }

        return receipt;
    }
}
