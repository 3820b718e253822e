namespace OMem.TestKit.Storage;

/// <summary>Clearing derived memory so that it is read again from the log.</summary>
public abstract class ResetConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly LedgerEntry Rebuild = Sample.Entry("scope", LedgerOperation.Rebuild, "scope");

    [Fact]
    public async Task Reset_UnderstoodScope_ClearsDerivedKeepsLogAndLedger()
    {
        await UnderstandAsync(Alice, 3);

        var version = await Store.ResetDerivedAsync(Alice, Rebuild);

        Assert.Equal(2, version);
        Expect.Same(new DerivedMemory(2, [], [], []), await Store.ReadDerivedAsync(Alice));
        Assert.Equal(["m1", "m2", "m3"], await LogIdsAsync(Alice));
        Expect.Same(
            [Sample.Entry("i") with { Sequence = 1 }, Rebuild with { Sequence = 2 }],
            await Store.ReadLedgerAsync(Alice, new HistoryQuery()).ToListAsync());
    }

    [Fact]
    public async Task Reset_UnderstoodParkedAndFailedRows_AllWaitAgainFromTheStart()
    {
        await Store.AppendAsync(Alice, Sample.Rows(4));
        await ClaimAsync(Alice, "w1", Sample.Noon);
        await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Owner = "w1", Understood = [1], ReleaseLease = false });
        await Store.FailAsync(Alice, "w1", [new OutboxAttempt(2, "no", null), new OutboxAttempt(3, "later", Sample.Noon.AddYears(1))]);

        await Store.ResetDerivedAsync(Alice, Rebuild);

        Expect.Same(new OutboxStatus(4, 0, Sample.Noon, []), await Store.GetOutboxStatusAsync(Alice));
        Assert.Equal([new(1, 0), new(2, 0), new(3, 0), new(4, 0)], (await ClaimAsync(Alice, "w2", Sample.Noon))?.Rows);
    }

    [Fact]
    public async Task Reset_WorkerInTheMiddle_LosesItsLease()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        await ClaimAsync(Alice, "w1", Sample.Noon);

        await Store.ResetDerivedAsync(Alice, Rebuild);

        await Assert.ThrowsAsync<ScopeConflictException>(
            () => Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Owner = "w1", Items = [Sample.Item("stale", 1)], Understood = [1] }));
        Assert.Empty((await Store.ReadDerivedAsync(Alice)).Items);
        Assert.Equal(2, (await Store.GetOutboxStatusAsync(Alice)).Pending);
    }

    [Fact]
    public async Task Reset_ThenCommit_GoesOnWithTheSameIds()
    {
        await UnderstandAsync(Alice, 2);
        var before = await Store.ReadDerivedAsync(Alice);
        var version = await Store.ResetDerivedAsync(Alice, Rebuild);

        await Store.CommitAsync(Alice, new DerivedCommit
        {
            ExpectedVersion = version,
            Items = before.Items,
            Topics = before.Topics,
            Clusters = before.Clusters,
        });

        Expect.Same(before with { Version = 3 }, await Store.ReadDerivedAsync(Alice));
    }

    [Fact]
    public async Task Reset_OneScope_LeavesTheOthers()
    {
        await UnderstandAsync(Alice, 2);
        await UnderstandAsync(Bob, 2);
        var before = await Store.ReadDerivedAsync(Bob);

        await Store.ResetDerivedAsync(Alice, Rebuild);

        Expect.Same(before, await Store.ReadDerivedAsync(Bob));
        Assert.Equal(0, (await Store.GetOutboxStatusAsync(Bob)).Pending);
        Assert.Equal(1, await Store.CountLedgerAsync(Bob));
    }

    [Fact]
    public async Task Reset_UnknownScope_WritesItsLedgerRow()
    {
        Assert.Equal(1, await Store.ResetDerivedAsync(Alice, Rebuild));

        Assert.Equal(new ScopeHead(0, 1), await Store.GetHeadAsync(Alice));
        Assert.Equal(1, await Store.CountLedgerAsync(Alice));
        Assert.Empty(await Store.ListScopesAsync());
    }

    private async Task UnderstandAsync(MemoryScope scope, int rows)
    {
        await Store.AppendAsync(scope, Sample.Rows(rows));
        await Store.CommitAsync(scope, new DerivedCommit
        {
            ExpectedVersion = 0,
            Items = [Sample.Item("i", 1, 2), Sample.Item("j", 2)],
            Topics = [Sample.Topic("t", 1, 2)],
            Clusters = [new AttributeCluster("c", "A", "l", "s", ["i", "j"])],
            Ledger = [Sample.Entry("i")],
            Understood = [.. Enumerable.Range(1, rows).Select(static i => (long)i)],
        });
    }
}
