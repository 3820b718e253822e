namespace OMem.TestKit.Storage;

/// <summary>The base of every suite: one empty, opened store for each test.</summary>
/// <typeparam name="THarness">Where the store comes from.</typeparam>
public abstract class MemoryStoreConformance<THarness> : IAsyncLifetime
    where THarness : StoreHarness, new()
{
    private readonly THarness _harness = new();
    private readonly List<IMemoryStore> _handles = [];

    /// <summary>The scope most tests work on.</summary>
    protected static MemoryScope Alice { get; } = new("acme", "alice");

    /// <summary>Another scope of the same tenant.</summary>
    protected static MemoryScope Bob { get; } = new("acme", "bob");

    /// <summary>The store.</summary>
    protected IMemoryStore Store { get; private set; } = null!;

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync() => Store = await OpenAnotherAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var handle in _handles)
        {
            await handle.DisposeAsync();
        }

        await _harness.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A further handle on the same store, opened.</summary>
    protected async Task<IMemoryStore> OpenAnotherAsync()
    {
        var handle = _harness.Create();
        _handles.Add(handle);
        await handle.OpenAsync();
        return handle;
    }

    /// <summary>Appends rows with the given ids.</summary>
    protected Task<AppendResult> AppendAsync(MemoryScope scope, params string[] ids) =>
        Store.AppendAsync(scope, [.. ids.Select(static id => Sample.Row(id))]);

    /// <summary>The ids in the log, in order.</summary>
    protected async Task<string[]> LogIdsAsync(MemoryScope scope, long after = 0) =>
        [.. (await Store.ReadLogAsync(scope, after).ToListAsync()).Select(static row => row.Stored.Interaction.Id)];

    /// <summary>Claims the due rows of a scope.</summary>
    protected Task<OutboxClaim?> ClaimAsync(MemoryScope? scope, string owner, DateTimeOffset now, int rows = 100) =>
        Store.ClaimAsync(new ClaimRequest(scope, owner, rows, now, now + Sample.Lease));
}
