namespace OMem.Encryption;

/// <summary>A key ring that lives as long as the process: for tests, and for stores in memory.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryDataKeyRing : IDataKeyRing
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, DataKeyEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _holds = new(StringComparer.Ordinal);
    private TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public string Location => "this process";

    /// <inheritdoc/>
    public Task<DataKeyEntry?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return Task.FromResult(_entries.GetValueOrDefault(name));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<DataKeyEntry>> ListAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<DataKeyEntry>>([.. _entries.Values]);
        }
    }

    /// <inheritdoc/>
    public Task<DataKeyEntry> AddAsync(DataKeyEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_lock)
        {
            _entries.TryAdd(entry.Name, entry);
            return Task.FromResult(_entries[entry.Name]);
        }
    }

    /// <inheritdoc/>
    public Task<IDataKeyHold> HoldAsync(string name, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            _holds[name] = _holds.GetValueOrDefault(name) + 1;
            return Task.FromResult<IDataKeyHold>(new Hold(this, name, _entries.GetValueOrDefault(name)));
        }
    }

    /// <inheritdoc/>
    public Task DestroyAsync(string name, CancellationToken cancellationToken = default) => WhenFreeAsync(
        name,
        () =>
        {
            if (_entries.TryGetValue(name, out var entry))
            {
                _entries[name] = entry with { Key = null, SealedLabel = ReadOnlyMemory<byte>.Empty };
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task RemoveDestroyedAsync(string name, string keyId, CancellationToken cancellationToken = default) => WhenFreeAsync(
        name,
        () =>
        {
            if (_entries.TryGetValue(name, out var entry) && entry.IsDestroyed && string.Equals(entry.KeyId, keyId, StringComparison.Ordinal))
            {
                _entries.Remove(name);
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task RewrapAsync(IReadOnlyList<DataKeyEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        lock (_lock)
        {
            foreach (var entry in entries)
            {
                if (_entries.TryGetValue(entry.Name, out var known) && !known.IsDestroyed && string.Equals(known.KeyId, entry.KeyId, StringComparison.Ordinal))
                {
                    _entries[entry.Name] = known with { Key = entry.Key };
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Does nothing: further handles on the same store may use the ring.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task WhenFreeAsync(string name, Action change, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task released;
            lock (_lock)
            {
                if (_holds.GetValueOrDefault(name) == 0)
                {
                    change();
                    return;
                }

                released = _released.Task;
            }

            await released.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Release(string name)
    {
        TaskCompletionSource waiting;
        lock (_lock)
        {
            _holds[name]--;
            waiting = _released;
            _released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.SetResult();
    }

    private sealed class Hold(InMemoryDataKeyRing ring, string name, DataKeyEntry? entry) : IDataKeyHold
    {
        private bool _released;

        public DataKeyEntry? Entry => entry;

        public ValueTask DisposeAsync()
        {
            if (!Interlocked.Exchange(ref _released, true))
            {
                ring.Release(name);
            }

            return ValueTask.CompletedTask;
        }
    }
}
