namespace OMem.TestKit.Storage;

/// <summary>Writing a whole scope at once, and which interactions are not understood yet.</summary>
public abstract class RestoreConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly DateTimeOffset Recorded = new(2020, 2, 29, 23, 59, 59, TimeSpan.FromHours(-9.5));

    private static ScopeRestore Whole => new()
    {
        Log = [Sample.Row("m1", recordedAt: Recorded), Sample.Row("m2", recordedAt: Recorded.AddDays(1)), Sample.Row("m3", recordedAt: Recorded.AddTicks(1))],
        Items = [Sample.Item("i", 1, 2), Sample.Item("j", 2)],
        Topics = [Sample.Topic("t", 1, 3)],
        Clusters = [new AttributeCluster("c", "A", "l", "s", ["i", "j"])],
        Ledger = [Sample.Entry("i") with { Sequence = 1 }, Sample.Entry("j", LedgerOperation.Update) with { Sequence = 2, SupersededId = "i" }],
        Waiting = [3],
    };

    [Fact]
    public async Task Restore_EmptyScope_HoldsEverythingAsGiven()
    {
        Assert.Equal(new ScopeHead(3, 1), await Store.RestoreAsync(Alice, Whole));

        var log = await Store.ReadLogAsync(Alice, 0).ToListAsync();
        Expect.Same(
            Whole.Log.Select(static (row, i) => new LogRow(new StoredInteraction(i + 1, row.Interaction, row.RecordedAt), row.Index)), log);
        Expect.Same(new DerivedMemory(1, Whole.Items, Whole.Clusters, Whole.Topics), await Store.ReadDerivedAsync(Alice));
        Expect.Same(Whole.Ledger, await Store.ReadLedgerAsync(Alice, new HistoryQuery()).ToListAsync());
        Assert.Equal([3], await Store.ReadWaitingAsync(Alice));
        Assert.Equal(new ScopeHead(3, 1), await Store.GetHeadAsync(Alice));
        Assert.Equal([Alice], await Store.ListScopesAsync());
    }

    [Fact]
    public async Task Restore_ThenAppendClaimAndCommit_GoesOn()
    {
        await Store.RestoreAsync(Alice, Whole);

        var appended = await Store.AppendAsync(Alice, [Sample.Row("m1"), Sample.Row("m4")]);
        var claim = await ClaimAsync(Alice, "w", Sample.Noon);
        await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 1, Owner = "w", Ledger = [Sample.Entry("k")], Understood = [3, 4] });

        Assert.Equal([new(1, true), new(4, false)], appended.Rows);
        Assert.Equal([new(3, 0), new(4, 0)], claim?.Rows);
        Assert.Equal(3, await Store.CountLedgerAsync(Alice));
        Assert.Empty(await Store.ReadWaitingAsync(Alice));
    }

    [Fact]
    public async Task Restore_ScopeWithALog_IsRefusedAndChangesNothing()
    {
        await AppendAsync(Alice, "own");

        var refused = await Assert.ThrowsAsync<ScopeNotEmptyException>(() => Store.RestoreAsync(Alice, Whole));

        Assert.Equal(Alice, refused.Scope);
        Assert.Equal(["own"], await LogIdsAsync(Alice));
        Assert.Empty((await Store.ReadDerivedAsync(Alice)).Items);
        Assert.Equal(0, await Store.CountLedgerAsync(Alice));
    }

    [Fact]
    public async Task Restore_ScopeThatOnlyHasALedger_IsRefused()
    {
        await Store.ResetDerivedAsync(Alice, Sample.Entry("scope", LedgerOperation.Rebuild, "scope"));

        await Assert.ThrowsAsync<ScopeNotEmptyException>(() => Store.RestoreAsync(Alice, Whole));

        Assert.Empty(await LogIdsAsync(Alice));
    }

    [Fact]
    public async Task Restore_Twice_TheSecondIsRefused()
    {
        await Store.RestoreAsync(Alice, Whole);

        await Assert.ThrowsAsync<ScopeNotEmptyException>(() => Store.RestoreAsync(Alice, Whole));

        Assert.Equal(["m1", "m2", "m3"], await LogIdsAsync(Alice));
    }

    [Fact]
    public async Task Restore_IdTwiceOrWaitingOutsideTheLog_IsRefusedAndLeavesTheScopeEmpty()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.RestoreAsync(Alice, Whole with { Log = [Sample.Row("a"), Sample.Row("a")], Waiting = [] }));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.RestoreAsync(Alice, Whole with { Waiting = [4] }));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.RestoreAsync(Alice, Whole with { Waiting = [0] }));

        Assert.Equal(default, await Store.GetHeadAsync(Alice));
        Assert.Empty(await Store.ListScopesAsync());
        Assert.Equal(new ScopeHead(3, 1), await Store.RestoreAsync(Alice, Whole));
    }

    [Fact]
    public async Task Restore_OneScope_LeavesTheOthers()
    {
        await AppendAsync(Bob, "b1", "b2");

        await Store.RestoreAsync(Alice, Whole);

        Assert.Equal(["b1", "b2"], await LogIdsAsync(Bob));
        Assert.Equal([1, 2], await Store.ReadWaitingAsync(Bob));
        Assert.Equal(new ScopeHead(2, 0), await Store.GetHeadAsync(Bob));
    }

    [Fact]
    public async Task Restore_ManyAtOnceFromManyHandles_ExactlyOneDoesIt()
    {
        var other = await OpenAnotherAsync();

        var done = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                await (i % 2 == 0 ? Store : other).RestoreAsync(Alice, Whole);
                return true;
            }
            catch (ScopeNotEmptyException)
            {
                return false;
            }
        })));

        Assert.Single(done, true);
        Assert.Equal(["m1", "m2", "m3"], await LogIdsAsync(Alice));
        Assert.Equal(2, await Store.CountLedgerAsync(Alice));
    }

    [Fact]
    public async Task ReadWaiting_WaitingLeasedFailedAndParked_AllInOrder()
    {
        await Store.AppendAsync(Alice, Sample.Rows(5));
        await ClaimAsync(Alice, "w", Sample.Noon);
        await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Owner = "w", Understood = [2], ReleaseLease = false });
        await Store.FailAsync(Alice, "w", [new OutboxAttempt(1, "no", null), new OutboxAttempt(4, "later", Sample.Noon.AddYears(1))]);
        await ClaimAsync(Alice, "w", Sample.Noon);

        Assert.Equal([1, 3, 4, 5], await Store.ReadWaitingAsync(Alice));
    }

    [Fact]
    public async Task ReadWaiting_UnknownScope_IsEmpty() => Assert.Empty(await Store.ReadWaitingAsync(Alice));
}
