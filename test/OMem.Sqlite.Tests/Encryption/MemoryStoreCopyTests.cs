using System.Text.Json;

namespace OMem.Sqlite.Tests.Encryption;

/// <summary>A copy of a whole store: everything goes along, nothing is doubled, nothing is overwritten.</summary>
public sealed class MemoryStoreCopyTests : IDisposable
{
    private readonly SealedPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Run_EverythingFilled_IsThereAfterwards()
    {
        await using var from = new InMemoryMemoryStore();
        await SealedSample.FillAsync(from);
        await using var to = await _place.OpenAsync();

        var result = await MemoryStoreCopy.RunAsync(from, to);

        result.ShouldBe(new MemoryStoreCopyResult(1, 0, 3));
        Json(await SealedSample.ReadAsync(to)).ShouldBe(Json(await SealedSample.ReadAsync(from)));
        (await to.ReadWaitingAsync(SealedSample.Scope)).ShouldBe(await from.ReadWaitingAsync(SealedSample.Scope));
    }

    [Fact]
    public async Task Run_LogWithGaps_KeepsPositionsAndItsEnd()
    {
        await using var from = await SourceAsync();
        await from.EraseAsync(SealedSample.Scope, new ScopeErase { Sequences = [1, 3] });
        await using var to = await _place.OpenAsync();

        await MemoryStoreCopy.RunAsync(from, to);

        (await to.ReadLogAsync(SealedSample.Scope, 0).ToListAsync()).ShouldHaveSingleItem().Stored.Sequence.ShouldBe(2);
        (await to.GetHeadAsync(SealedSample.Scope)).LogSequence.ShouldBe(3);
    }

    [Fact]
    public async Task Run_BrokenOffAndRunAgain_DoublesNothing()
    {
        await using var from = await SourceAsync();
        await from.AppendAsync(StoreRows.Alice, [StoreRows.Row("m1")]);
        await using var to = await _place.OpenAsync();
        await to.AddUsageAsync(SealedSample.Scope, [new StageUsage(ModelStage.Read, "model", 1, 0, 1, 0)]);
        await to.SetPropertyAsync(SealedSample.Scope, "policy", "half");
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => MemoryStoreCopy.RunAsync(from, to, new StopAfterFirst(stop), stop.Token));

        (await MemoryStoreCopy.RunAsync(from, to)).ShouldBe(new MemoryStoreCopyResult(1, 1, 4));
        (await MemoryStoreCopy.RunAsync(from, to)).ShouldBe(new MemoryStoreCopyResult(0, 2, 4));

        Json([await to.ReadUsageAsync(SealedSample.Scope), await to.ReadPropertiesAsync(SealedSample.Scope), await to.ListScopesAsync()])
            .ShouldBe(Json([await from.ReadUsageAsync(SealedSample.Scope), await from.ReadPropertiesAsync(SealedSample.Scope), await from.ListScopesAsync()]));
    }

    [Fact]
    public async Task Run_ScopeThatHoldsSomethingElse_IsRefusedAndLeft()
    {
        await using var from = await SourceAsync();
        await using var to = await _place.OpenAsync();
        await to.AppendAsync(SealedSample.Scope, [SealedSample.Row(7)]);

        await Should.ThrowAsync<ScopeNotEmptyException>(() => MemoryStoreCopy.RunAsync(from, to));

        (await to.ReadLogAsync(SealedSample.Scope, 0).ToListAsync()).Count.ShouldBe(1);
    }

    private static async Task<InMemoryMemoryStore> SourceAsync()
    {
        var store = new InMemoryMemoryStore();
        await store.AppendAsync(SealedSample.Scope, [SealedSample.Row(1), SealedSample.Row(2), SealedSample.Row(3)]);
        await store.AddUsageAsync(SealedSample.Scope, [new StageUsage(ModelStage.Read, "model", 3, 1, 5, 7)]);
        await store.SetPropertyAsync(SealedSample.Scope, "policy", "all");
        return store;
    }

    /// <summary>Attempts and errors do not go along, and versions begin anew.</summary>
    private static string Json(object?[] read) => JsonSerializer.Serialize(read.Where(static part => part is not OutboxStatus).Select(static part => part is DerivedMemory derived ? derived with { Version = 0 } : part));

    private sealed class StopAfterFirst(CancellationTokenSource stop) : IProgress<MemoryStoreCopyProgress>
    {
        public void Report(MemoryStoreCopyProgress value)
        {
            if (value.Done == 1)
            {
                stop.Cancel();
            }
        }
    }
}
