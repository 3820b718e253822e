namespace OMem.Cli.Import;

/// <summary>Stores an import in batches. Each batch is durable when the next begins; a bad entry stops the run after what came before it is stored, or is passed over.</summary>
/// <remarks>Not thread-safe: one instance for one import.</remarks>
internal sealed class ImportRun(IMemory memory, bool skipInvalid, Action<ImportReport>? onBatch = null)
{
    /// <summary>Interactions stored in one transaction.</summary>
    public const int BatchSize = 256;

    private readonly List<ImportedItem> _batch = new(BatchSize);
    private readonly List<ImportFault> _skipped = [];
    private readonly List<ImportFault> _refused = [];
    private readonly SortedDictionary<SensitiveKind, int> _masked = [];
    private long _stored;
    private long _already;
    private long _recognised;
    private ImportFault? _stopped;

    /// <summary>What was done so far; also right after a cancelled run.</summary>
    public ImportReport Report => new(_stored, _already, [.. _skipped], _stopped)
    {
        Refused = [.. _refused], Masked = [.. _masked.Select(static pair => new SensitiveCount(pair.Key, pair.Value))],
        Recognised = _recognised,
    };

    /// <summary>The fault of an interaction the memory does not take.</summary>
    public static string Refused(InvalidInteractionException refusal) => $"{refusal.Field} {refusal.Fault}";

    /// <summary>The fault of an id that is known with other content.</summary>
    public static string Conflict(string id) => $"the id '{id}' is already stored with other content";

    /// <summary>Reads and stores every entry.</summary>
    public async Task<ImportReport> RunAsync(IAsyncEnumerable<ImportedItem> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        var policy = await memory.GetSensitiveDataPolicyAsync(cancellationToken);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (item.LeftOut is not null)
            {
                continue;
            }

            if (item.Fault is not null)
            {
                await RefuseAsync(item, cancellationToken);
            }
            else
            {
                Take(item, policy);
            }

            if (_batch.Count == BatchSize)
            {
                await StoreAsync(cancellationToken);
            }

            if (_stopped is not null)
            {
                return Report;
            }
        }

        await StoreAsync(cancellationToken);
        return Report;
    }

    /// <summary>What the policy refuses is left out and told: one message with a card number in it does not end an import.</summary>
    private void Take(ImportedItem item, SensitiveDataPolicy policy)
    {
        try
        {
            _batch.Add(item with { Interaction = SensitiveEntry.WithSafeId(item.Interaction!, policy) });
        }
        catch (SensitiveDataException refusal)
        {
            _refused.Add(new ImportFault(item.Place, SensitiveEntry.Fault(refusal)));
        }
    }

    private async Task RefuseAsync(ImportedItem item, CancellationToken cancellationToken)
    {
        var fault = new ImportFault(item.Place, item.Fault!);
        if (skipInvalid && !item.IsFinal)
        {
            _skipped.Add(fault);
            return;
        }

        await StoreAsync(cancellationToken);
        _stopped ??= fault;
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        while (_batch.Count > 0 && _stopped is null)
        {
            var (index, fault) = await TryStoreAsync(_batch, cancellationToken);
            if (index < 0)
            {
                _batch.Clear();
                onBatch?.Invoke(Report);
                return;
            }

            var refused = new ImportFault(_batch[index].Place, fault);
            if (skipInvalid)
            {
                _skipped.Add(refused);
                _batch.RemoveAt(index);
            }
            else
            {
                await TryStoreAsync(_batch[..index], cancellationToken);
                _stopped = refused;
                _batch.Clear();
            }
        }
    }

    /// <summary>Stores a batch; when the memory refuses one of its entries nothing is stored and that entry's index is returned.</summary>
    private async Task<(int Index, string Fault)> TryStoreAsync(List<ImportedItem> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return (-1, "");
        }

        try
        {
            var result = await memory.RememberAsync([.. batch.Select(item => item.Interaction!)], cancellationToken);
            _stored += result.Stored;
            _already += result.AlreadyStored;
            _recognised += result.Recognised;
            foreach (var (kind, count) in result.Masked)
            {
                _masked[kind] = _masked.GetValueOrDefault(kind) + count;
            }

            return (-1, "");
        }
        catch (InvalidInteractionException refusal)
        {
            return (refusal.Index, Refused(refusal));
        }
        catch (IdempotencyConflictException refusal)
        {
            return (refusal.Index, Conflict(refusal.InteractionId));
        }
        catch (SensitiveDataException refusal) when (refusal.Index is { } index)
        {
            // The policy was changed since the import began.
            return (index, SensitiveEntry.Fault(refusal));
        }
    }
}
