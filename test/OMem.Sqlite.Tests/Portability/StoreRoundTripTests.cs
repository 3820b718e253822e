using CsCheck;
using OMem.Tests.Portability;

namespace OMem.Sqlite.Tests.Portability;

/// <summary>An export does not depend on the store it comes from or goes to.</summary>
public sealed class StoreRoundTripTests : IDisposable
{
    private static readonly MemoryScope From = new("acme", "alice");
    private static readonly MemoryScope To = new("other", "bob", "agent");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Export_FromMemoryToSqliteAndBack_AnyScope_HasTheSameBytes()
    {
        await using var file = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = _folder.File("store.omem"), Durability = SqliteDurability.Normal });
        await using var engine = new MemoryEngine(file, options: new OMemOptions { BackgroundUnderstanding = false });
        var number = 0;
        await Scopes.Any.SampleAsync(
            async restore =>
            {
                var user = $"u{Interlocked.Increment(ref number)}";
                await using var first = new InMemoryMemoryStore();
                await using var last = new InMemoryMemoryStore();
                await first.RestoreAsync(From, restore);
                var export = await ExportAsync(first, From);
                var middle = engine.ForScope(new MemoryScope("acme", user));

                await middle.RestoreAsync(new MemoryStream(export));
                var stored = await ExportAsync(middle);
                await using var end = new MemoryEngine(last, options: new OMemOptions { BackgroundUnderstanding = false });
                await end.ForScope(To).RestoreAsync(new MemoryStream(stored));

                stored.ShouldBe(export);
                (await ExportAsync(last, To)).ShouldBe(export);
            },
            iter: 100,
            threads: 2);
    }

    [Fact]
    public async Task Restore_FailsInTheMiddle_LeavesTheScopeEmptyAndUsable()
    {
        await using var file = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = _folder.File("store.omem"), Durability = SqliteDurability.Normal });
        await file.OpenAsync();
        var bad = new Interaction { Id = "b", Speaker = "Ana", Text = "half \ud83e", OccurredAt = DateTimeOffset.UnixEpoch };
        AppendRow Row(Interaction said) => new(said, new byte[] { 1 }, DateTimeOffset.UnixEpoch, new IndexData(default, default, null, 0));

        // The second row cannot be written: the first, written before it in the same transaction, has to go too.
        await Should.ThrowAsync<ArgumentException>(() => file.RestoreAsync(From, new ScopeRestore { Log = [Row(bad with { Id = "a", Text = "whole" }), Row(bad)] }));

        (await file.GetHeadAsync(From)).ShouldBe(default);
        (await file.ListScopesAsync()).ShouldBeEmpty();
        (await file.RestoreAsync(From, new ScopeRestore { Log = [Row(bad with { Text = "whole" })] })).ShouldBe(new ScopeHead(1, 1));
    }

    private static async Task<byte[]> ExportAsync(IMemoryStore store, MemoryScope scope)
    {
        await using var engine = new MemoryEngine(store, options: new OMemOptions { BackgroundUnderstanding = false });
        return await ExportAsync(engine.ForScope(scope));
    }

    private static async Task<byte[]> ExportAsync(IMemory memory)
    {
        using var stream = new MemoryStream();
        await memory.ExportAsync(stream);
        return stream.ToArray();
    }
}
