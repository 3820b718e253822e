namespace OMem.Sqlite.Stress;

/// <summary>The child that works off the outbox.</summary>
internal static class WorkCommand
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private const int RowsAtATime = 7;

    /// <summary>Claims and commits until nothing waits; prints each row it was given.</summary>
    public static async Task<int> RunAsync(string file, string owner)
    {
        await using var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = file });
        await store.OpenAsync();
        while ((await store.GetOutboxStatusAsync(null)).Pending > 0)
        {
            if (await ClaimAsync(store, owner) is not { } claim)
            {
                // Every waiting row is leased to the other worker.
                await Task.Yield();
                continue;
            }

            long[] sequences = [.. claim.Rows.Select(static row => row.Sequence)];
            var head = await store.GetHeadAsync(claim.Scope);
            await store.CommitAsync(claim.Scope, new DerivedCommit { ExpectedVersion = head.DerivedVersion, Owner = owner, Understood = sequences });
            Console.WriteLine($"took {claim.Scope} {string.Join(' ', sequences)}");
        }

        return 0;
    }

    /// <summary>Leases work, says so, and waits to be killed.</summary>
    public static async Task<int> HoldAsync(string file, string owner)
    {
        await using var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = file });
        await store.OpenAsync();
        Console.WriteLine(await ClaimAsync(store, owner) is { } claim ? $"holds {claim.Rows.Count}" : "nothing");
        await Console.In.ReadLineAsync();
        return 0;
    }

    private static Task<OutboxClaim?> ClaimAsync(SqliteMemoryStore store, string owner) =>
        store.ClaimAsync(new ClaimRequest(null, owner, RowsAtATime, Messages.Start, Messages.Start + Lease));
}
