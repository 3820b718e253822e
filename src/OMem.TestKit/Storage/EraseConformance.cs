namespace OMem.TestKit.Storage;

/// <summary>Erasing some interactions of a scope, or all that it holds.</summary>
public abstract class EraseConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    [Fact]
    public async Task Erase_SomePositions_TheyAreGoneAndTheOthersKeepTheirNumbers()
    {
        await Store.AppendAsync(Alice, Sample.Rows(5));

        var erased = await Store.EraseAsync(Alice, new ScopeErase { Sequences = [2, 4] });

        Assert.Equal((2, 0, 0, 0, 0, true), (erased.Interactions, erased.Items, erased.Topics, erased.Clusters, erased.LedgerEntries, erased.IsClean));
        Assert.Null(erased.NotClean);
        Assert.Equal([1, 3, 5], (await Store.ReadLogAsync(Alice, 0).ToListAsync()).Select(static row => row.Stored.Sequence));
        Assert.Equal(["m1", "m3", "m5"], await LogIdsAsync(Alice));
        Assert.Equal([3, 5], (await Store.ReadIndexAsync(Alice, 1).ToListAsync()).Select(static entry => entry.Sequence));
        Assert.Equal([1], (await Store.GetInteractionsAsync(Alice, [1, 2, 4])).Select(static row => row.Sequence));
        Assert.Equal([1, 3, 5], await Store.ReadWaitingAsync(Alice));
        Assert.Equal(5, (await Store.GetHeadAsync(Alice)).LogSequence);
    }

    [Fact]
    public async Task Erase_TheEndOfTheLog_ItsPositionsAreNotUsedAgain()
    {
        await Store.AppendAsync(Alice, Sample.Rows(3));

        await Store.EraseAsync(Alice, new ScopeErase { Sequences = [2, 3] });
        var appended = await AppendAsync(Alice, "new");

        Assert.Equal([new(4, false)], appended.Rows);
        Assert.Equal([1, 4], (await Store.ReadLogAsync(Alice, 0).ToListAsync()).Select(static row => row.Stored.Sequence));
    }

    [Fact]
    public async Task Erase_AllPositionsOneByOne_TheScopeIsNotListedAndItsLogStillEndsThere()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));

        await Store.EraseAsync(Alice, new ScopeErase { Sequences = [1] });
        Assert.Equal([Alice], await Store.ListScopesAsync());
        await Store.EraseAsync(Alice, new ScopeErase { Sequences = [2] });

        Assert.Empty(await Store.ListScopesAsync());
        Assert.Equal(2, (await Store.GetHeadAsync(Alice)).LogSequence);
        Assert.Empty(await LogIdsAsync(Alice));
    }

    [Fact]
    public async Task Erase_ThenTheSameIdWithOtherContent_IsANewInteraction()
    {
        await Store.AppendAsync(Alice, [Sample.Row("m1"), Sample.Row("m2")]);
        await Store.EraseAsync(Alice, new ScopeErase { Sequences = [1] });

        var appended = await Store.AppendAsync(Alice, [Sample.Row("m1", "something else"), Sample.Row("m2")]);

        Assert.Equal([new(3, false), new(2, true)], appended.Rows);
        Assert.Equal("something else", (await Store.GetInteractionsAsync(Alice, [3])).Single().Interaction.Text);
    }

    [Fact]
    public async Task Erase_PositionsThatAreNotThere_CountNothing()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        await Store.AppendAsync(Bob, Sample.Rows(2));

        var erased = await Store.EraseAsync(Alice, new ScopeErase { Sequences = [0, -1, 3, 2, 2, (1L << 32) + 1, (2L << 32) + 1, long.MaxValue] });
        var again = await Store.EraseAsync(Alice, new ScopeErase { Sequences = [2] });

        Assert.Equal((1, 0), (erased.Interactions, again.Interactions));
        Assert.Equal(["m1"], await LogIdsAsync(Alice));
        Assert.Equal(["m1", "m2"], await LogIdsAsync(Bob));
        Assert.Equal([1, 2], await Store.ReadWaitingAsync(Bob));
    }

    [Fact]
    public async Task Erase_WithACommit_ChangesDerivedMemoryInTheSameStep()
    {
        await Store.AppendAsync(Alice, Sample.Rows(3));
        await Store.CommitAsync(Alice, Derived());

        var erased = await Store.EraseAsync(Alice, new ScopeErase
        {
            Sequences = [2],
            Commit = new DerivedCommit
            {
                ExpectedVersion = 1,
                RemovedItems = ["j"],
                Items = [Sample.Item("i", 1)],
                RemovedTopics = ["u"],
                Topics = [Sample.Topic("t", 1)],
                RemovedClusters = ["c"],
                Ledger = [Sample.Entry("scope", LedgerOperation.Rebuild, "scope")],
            },
            Ledger = [Sample.Entry("j") with { Sequence = 2, Reason = "erased" }],
        });

        Assert.Equal((1, 1, 1, 1, 1), (erased.Interactions, erased.Items, erased.Topics, erased.Clusters, erased.LedgerEntries));
        Expect.Same(new DerivedMemory(2, [Sample.Item("i", 1)], [], [Sample.Topic("t", 1)]), await Store.ReadDerivedAsync(Alice));
        Expect.Same(
            [
                Sample.Entry("i") with { Sequence = 1 },
                Sample.Entry("j") with { Sequence = 2, Reason = "erased" },
                Sample.Entry("scope", LedgerOperation.Rebuild, "scope") with { Sequence = 3 },
            ],
            await Store.ReadLedgerAsync(Alice, new HistoryQuery()).ToListAsync());
        Assert.Equal(3, await Store.CountLedgerAsync(Alice));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData((1L << 32) + 1)]
    public async Task Erase_LedgerEntryThatIsNotThere_IsRefusedAndChangesNothing(long entry)
    {
        await Store.AppendAsync(Alice, Sample.Rows(3));
        await Store.CommitAsync(Alice, Derived());
        var before = await Store.ReadDerivedAsync(Alice);
        var ledger = await Store.ReadLedgerAsync(Alice, new HistoryQuery()).ToListAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => Store.EraseAsync(Alice, new ScopeErase
        {
            Sequences = [1, 2],
            Commit = new DerivedCommit { ExpectedVersion = 1, RemovedItems = ["i", "j"] },
            Ledger = [Sample.Entry("i") with { Sequence = 1, Reason = "erased" }, Sample.Entry("x") with { Sequence = entry }],
        }));

        Assert.Equal(["m1", "m2", "m3"], await LogIdsAsync(Alice));
        Expect.Same(before, await Store.ReadDerivedAsync(Alice));
        Expect.Same(ledger, await Store.ReadLedgerAsync(Alice, new HistoryQuery()).ToListAsync());
    }

    [Fact]
    public async Task Erase_ParkedFailedAndHiddenPositions_NothingIsLeftOfThem()
    {
        await Store.AppendAsync(Alice, Sample.Rows(4));
        await ClaimAsync(Alice, "w", Sample.Noon);
        await Store.FailAsync(Alice, "w", [new OutboxAttempt(1, "no", null), new OutboxAttempt(2, "later", Sample.Noon.AddYears(1))]);
        await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Hidden = [3, 4] });

        await Store.EraseAsync(Alice, new ScopeErase { Sequences = [1, 2, 3] });

        Expect.Same(new OutboxStatus(1, 0, Sample.Noon, []), await Store.GetOutboxStatusAsync(Alice));
        Assert.Equal([4], (await Store.ReadDerivedAsync(Alice)).Hidden);
    }

    [Fact]
    public async Task Erase_WholeScope_IsAsIfItHadNeverBeen()
    {
        await FillAsync(Alice);
        await FillAsync(Bob);
        var bob = await EverythingAsync(Bob);

        var erased = await Store.EraseAsync(Alice, new ScopeErase { Verify = true });

        Assert.Equal((4, 2, 2, 1, 2, true), (erased.Interactions, erased.Items, erased.Topics, erased.Clusters, erased.LedgerEntries, erased.IsClean));
        Assert.Equal(0, erased.Search?.Found ?? 0);
        Expect.Same(await EverythingAsync(new MemoryScope("acme", "nobody")), await EverythingAsync(Alice));
        Assert.Equal([Bob], await Store.ListScopesAsync());
        Expect.Same(bob, await EverythingAsync(Bob));
        Assert.Equal([new(1, false)], (await AppendAsync(Alice, "m1")).Rows);
    }

    [Fact]
    public async Task Erase_WholeScope_CanBeRestoredInto()
    {
        await FillAsync(Alice);

        await Store.EraseAsync(Alice, new ScopeErase());
        var head = await Store.RestoreAsync(Alice, new ScopeRestore { Log = Sample.Rows(2) });

        Assert.Equal((2, 1), (head.LogSequence, head.DerivedVersion));
        Assert.Equal(["m1", "m2"], await LogIdsAsync(Alice));
    }

    [Fact]
    public async Task Erase_UnknownScope_IsNoError()
    {
        await AppendAsync(Bob, "b");

        Assert.Equal(0, (await Store.EraseAsync(Alice, new ScopeErase { Verify = true })).Interactions);
        Assert.Equal(0, (await Store.EraseAsync(Alice, new ScopeErase { Sequences = [1] })).Interactions);

        Assert.Equal([Bob], await Store.ListScopesAsync());
    }

    private static DerivedCommit Derived() => new()
    {
        ExpectedVersion = 0,
        Items = [Sample.Item("i", 1, 2), Sample.Item("j", 2)],
        Topics = [Sample.Topic("t", 1, 2), Sample.Topic("u", 2)],
        Clusters = [new AttributeCluster("c", "A", "l", "s", ["i", "j"])],
        Ledger = [Sample.Entry("i"), Sample.Entry("j")],
    };

    private async Task FillAsync(MemoryScope scope)
    {
        await Store.AppendAsync(scope, Sample.Rows(4));
        await ClaimAsync(scope, "w", Sample.Noon);
        await Store.FailAsync(scope, "w", [new OutboxAttempt(1, "no", null), new OutboxAttempt(2, "later", Sample.Noon.AddYears(1))]);
        await Store.CommitAsync(scope, Derived() with { Hidden = [3], Understood = [3] });
        await Store.SetPropertyAsync(scope, "policy", "keep");
        await Store.AddUsageAsync(scope, [new StageUsage(ModelStage.Read, "model", 1, 0, 10, 1)]);
    }

    /// <summary>All that can be read of a scope, but for its epoch.</summary>
    private async Task<object> EverythingAsync(MemoryScope scope) => new
    {
        Head = await Store.GetHeadAsync(scope) with { Epoch = 0 },
        Log = await Store.ReadLogAsync(scope, 0).ToListAsync(),
        Derived = await Store.ReadDerivedAsync(scope),
        Ledger = await Store.ReadLedgerAsync(scope, new HistoryQuery()).ToListAsync(),
        Outbox = await Store.GetOutboxStatusAsync(scope),
        Waiting = await Store.ReadWaitingAsync(scope),
        Usage = await Store.ReadUsageAsync(scope),
        Properties = await Store.ReadPropertiesAsync(scope),
    };
}
