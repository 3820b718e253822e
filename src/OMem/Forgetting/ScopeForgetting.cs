using OMem.Consolidation;
using OMem.Consolidation.Rulings;
using OMem.Interactions;
using OMem.Telemetry;

namespace OMem.Forgetting;

/// <summary>Shows, forgets and erases what was selected in one scope.</summary>
internal sealed class ScopeForgetting(EngineParts parts, ScopeState state)
{
    private const int MostShown = 20;

    private static readonly CorrectionNote Looking = new("-", "-");

    /// <summary>Shows what it takes.</summary>
    public Task<ForgetPreview> PreviewAsync(Selected selected, CancellationToken cancellationToken) => state.DecideAsync(
        Looking,
        async (desk, token) =>
        {
            var log = await desk.Log.ReadAsync(token).ConfigureAwait(false);
            var taken = selected.Positions.Where(sequence => log.Find(sequence) is not null).ToHashSet();
            var seen = taken.Where(sequence => !desk.State.Hidden.Contains(sequence)).ToHashSet();
            var forget = Cascade.Of(desk.State, desk.Book, log, seen, isErase: false);
            var erase = Cascade.Of(desk.State, desk.Book, log, taken, isErase: true);
            var clusters = forget.Removed.Concat(forget.Changed.Select(static changed => changed.Entry)).Concat(forget.Weakened)
                .Select(static entry => entry.Item.ClusterId).OfType<string>().Distinct(StringComparer.Ordinal);
            return new ForgetPreview
            {
                Fingerprint = selected.Fingerprint,
                Interactions = taken.Count,
                Forgotten = taken.Count - seen.Count,
                Sample = [.. taken.Order().TakeLast(MostShown).Select(sequence => log.Find(sequence)!)],
                Removed = Items(forget.Removed),
                Weakened = Items(forget.Weakened),
                Reopened = [.. forget.Changed.Where(static changed => !changed.Entry.IsCurrent && changed.Item.SupersededAt is null).Select(static changed => changed.Item)],
                Topics = [.. forget.Topics.Where(static change => change.After is null).Select(static change => change.Before!)],
                Clusters = clusters.Count(),
                ReadAgain = erase.ReadAgain.Count,
            };
        },
        cancellationToken);

    /// <summary>Forgets it.</summary>
    /// <exception cref="CorrectionException">Nothing is left to forget.</exception>
    public async Task<ForgetResult> ForgetAsync(Selected selected, CorrectionNote note, CancellationToken cancellationToken)
    {
        RefusePaper();
        var result = await state.DecideAsync(
            note,
            async (desk, token) =>
            {
                var hiding = await Hiding.PrepareAsync(desk, selected.Positions, [.. desk.State.Topics.All.Select(static entry => entry.Stored.Topic)], token).ConfigureAwait(false);
                if (hiding.Count == 0)
                {
                    throw new CorrectionException(CorrectionFault.NothingToDo, "Nothing that is selected is left to forget.");
                }

                desk.Record(ForgettingRows.Forget(hiding.Count), hiding.Note(new RevertData()));
                await hiding.ApplyAsync(token).ConfigureAwait(false);
                await parts.Store.CommitAsync(state.Scope, desk.Finish(), token).ConfigureAwait(false);
                var (entry, changed, removed, _) = desk.Result([]);
                return new ForgetResult(entry, hiding.Count, removed, [.. changed.Where(item => !desk.IsRemoved(item.Id))], hiding.Topics);
            },
            cancellationToken).ConfigureAwait(false);
        parts.Kept?.DropScope(state.Scope);
        parts.Log.Forgotten(state.Scope, result.Interactions, result.Removed.Count);
        return result;
    }

    /// <summary>Erases it.</summary>
    public Task<EraseReceipt> EraseAsync(Selected selected, CorrectionNote note, bool verify, CancellationToken cancellationToken)
    {
        if (!selected.IsWhole)
        {
            RefusePaper();
        }

        return new Erasing(parts, state, note, verify).RunAsync(selected, cancellationToken);
    }

    private void RefusePaper()
    {
        if (parts.Options.Method is MemoryMethod.Paper)
        {
            throw new CorrectionException(CorrectionFault.NotSupported, "A memory built by the paper's method is a baseline to compare with: only all of it can be erased.");
        }
    }

    private static List<PersonaItem> Items(IReadOnlyList<ItemEntry> entries) => [.. entries.Select(static entry => entry.Item)];
}
