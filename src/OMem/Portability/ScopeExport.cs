using OMem.Storage;

namespace OMem.Portability;

/// <summary>Writes one scope as an export, from one consistent view.</summary>
internal static class ScopeExport
{
    /// <summary>How often the view is read again when others change the memory meanwhile.</summary>
    private const int MostTries = 10;

    /// <summary>Writes the export.</summary>
    /// <returns>How much it holds, and the hash its last line names.</returns>
    /// <exception cref="ScopeConflictException">Others changed the memory each time it was read.</exception>
    public static async Task<(ExportSummary Summary, string Sha256)> WriteAsync(
        IMemoryStore store, MemoryScope scope, Stream output, CancellationToken cancellationToken)
    {
        var view = await ReadAsync(store, scope, cancellationToken).ConfigureAwait(false);
        var summary = view.Summarize();
        using var lines = new ExportLineWriter(output);
        await lines.WriteAsync(ExportTypes.Header, view.Header(summary), ExportJson.Lines.ExportHeader, cancellationToken).ConfigureAwait(false);
        await WriteLogAsync(store, scope, view, lines, cancellationToken).ConfigureAwait(false);
        await WriteDerivedAsync(view, lines, cancellationToken).ConfigureAwait(false);
        return (summary, await lines.EndAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Derived memory, ledger and outbox of one version, and the log's end no later than it: the log only grows, so it can be streamed afterwards.</summary>
    private static async Task<View> ReadAsync(IMemoryStore store, MemoryScope scope, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var head = await store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false);
            var derived = await store.ReadDerivedAsync(scope, cancellationToken).ConfigureAwait(false);
            var ledger = new List<LedgerEntry>();
            await foreach (var entry in store.ReadLedgerAsync(scope, new HistoryQuery(), cancellationToken).ConfigureAwait(false))
            {
                ledger.Add(entry);
            }

            var waiting = await store.ReadWaitingAsync(scope, cancellationToken).ConfigureAwait(false);
            var after = await store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false);
            if (derived.Version == head.DerivedVersion && after.DerivedVersion == head.DerivedVersion && after.Epoch == head.Epoch)
            {
                var log = await LogShape.ReadAsync(store, scope, head.LogSequence, cancellationToken).ConfigureAwait(false);
                return new View(head, log, derived, ledger, [.. waiting.Where(sequence => sequence <= head.LogSequence)]);
            }

            if (attempt == MostTries)
            {
                throw new ScopeConflictException(scope, head.DerivedVersion, after.DerivedVersion);
            }
        }
    }

    private static async Task WriteLogAsync(IMemoryStore store, MemoryScope scope, View view, ExportLineWriter lines, CancellationToken cancellationToken)
    {
        long written = 0;
        await foreach (var row in store.ReadLogAsync(scope, 0, cancellationToken).ConfigureAwait(false))
        {
            var sequence = row.Stored.Sequence;
            if (sequence > view.Head.LogSequence)
            {
                break;
            }

            var interaction = ExportedInteraction.Of(row.Stored, !view.Waiting.Contains(sequence), view.Hidden.Contains(sequence));
            await lines.WriteAsync(ExportTypes.Interaction, interaction, ExportJson.Lines.ExportedInteraction, cancellationToken).ConfigureAwait(false);
            written++;
        }

        if (written != view.Log.Count || (await store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false)).Epoch != view.Head.Epoch)
        {
            // Erased while it was written: what was written is no export.
            throw new ScopeConflictException(scope, view.Derived.Version, view.Derived.Version);
        }
    }

    private static async Task WriteDerivedAsync(View view, ExportLineWriter lines, CancellationToken cancellationToken)
    {
        foreach (var kind in (PersonaItemKind[])[PersonaItemKind.Attribute, PersonaItemKind.Fact])
        {
            var type = kind is PersonaItemKind.Attribute ? ExportTypes.Attribute : ExportTypes.Fact;
            foreach (var stored in view.Derived.Items.Where(stored => stored.Item.Kind == kind))
            {
                await lines.WriteAsync(type, stored.Item, ExportJson.Lines.PersonaItem, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var cluster in view.Derived.Clusters)
        {
            await lines.WriteAsync(ExportTypes.Cluster, cluster, ExportJson.Lines.AttributeCluster, cancellationToken).ConfigureAwait(false);
        }

        foreach (var topic in view.Derived.Topics)
        {
            await lines.WriteAsync(ExportTypes.Topic, topic.Topic, ExportJson.Lines.Topic, cancellationToken).ConfigureAwait(false);
        }

        foreach (var entry in view.Ledger)
        {
            await lines.WriteAsync(ExportTypes.Ledger, entry, ExportJson.Lines.LedgerEntry, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed record View(ScopeHead Head, LogShape Log, DerivedMemory Derived, IReadOnlyList<LedgerEntry> Ledger, HashSet<long> Waiting)
    {
        public HashSet<long> Hidden { get; } = [.. Derived.Hidden];

        public ExportHeader Header(ExportSummary summary) => ExportHeader.Of(
            summary,
            Log.Count < Head.LogSequence || Log.HasTrust || Hidden.Count > 0 || Derived.Items.Any(static stored => stored.Item.Held) ? ExportHeader.CurrentVersion : 1,
            Log.Last < Head.LogSequence ? Head.LogSequence : null);

        public ExportSummary Summarize() => new(
            Log.Count,
            Waiting.Count,
            Derived.Items.Count(static stored => stored.Item.Kind is PersonaItemKind.Attribute),
            Derived.Items.Count(static stored => stored.Item.Kind is PersonaItemKind.Fact),
            Derived.Clusters.Count,
            Derived.Topics.Count,
            Ledger.Count);
    }
}
