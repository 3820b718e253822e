namespace OMem.TestKit.Storage;

/// <summary>The ledger: every field, numbers, filters.</summary>
public abstract class LedgerConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    [Fact]
    public async Task ReadLedger_NothingCommitted_IsEmpty()
    {
        Assert.Empty(await ReadAsync(new HistoryQuery()));
        Assert.Equal(0, await Store.CountLedgerAsync(Alice));
    }

    [Fact]
    public async Task ReadLedger_EveryField_ComesBackAsGivenWithItsNumber()
    {
        var entry = new LedgerEntry
        {
            Sequence = 77,
            RecordedAt = new DateTimeOffset(2022, 2, 2, 2, 2, 2, TimeSpan.FromMinutes(-90)),
            Actor = "local@1",
            Operation = LedgerOperation.Update,
            ItemId = "i2",
            ItemKind = "attribute",
            Subject = "Zoë",
            Aspect = "home",
            Before = "lives in Łódź",
            After = "lives in São Paulo",
            SupersededId = "i1",
            Evidence = [new Evidence(3, "m3", 4, 5), new Evidence(3, "m3", 1, 1)],
            Reason = "a newer \"home\"",
            Revert = "{\"i\":[\"ł\"]}",
            Similarity = 1d / 3,
        };
        await CommitAsync(0, Expect.Complete(entry), Sample.Entry("i3"));

        var read = await ReadAsync(new HistoryQuery());

        Expect.Same([entry with { Sequence = 1 }, Sample.Entry("i3") with { Sequence = 2 }], read);
    }

    [Fact]
    public async Task ReadLedger_SeveralCommits_AreNumberedThrough()
    {
        await CommitAsync(0, Sample.Entry("a"), Sample.Entry("b"));
        await CommitAsync(1);
        await CommitAsync(2, Sample.Entry("c"));

        Assert.Equal([1, 2, 3], (await ReadAsync(new HistoryQuery())).Select(static entry => entry.Sequence));
        Assert.Equal(3, await Store.CountLedgerAsync(Alice));
    }

    [Fact]
    public async Task ReadLedger_AfterAndLimit_GiveAPage()
    {
        await CommitAsync(0, [.. Enumerable.Range(1, 10).Select(static i => Sample.Entry($"i{i}"))]);

        Assert.Equal([4, 5, 6], (await ReadAsync(new HistoryQuery { After = 3, Limit = 3 })).Select(static entry => entry.Sequence));
        Assert.Equal([10], (await ReadAsync(new HistoryQuery { After = 9, Limit = 3 })).Select(static entry => entry.Sequence));
        Assert.Empty(await ReadAsync(new HistoryQuery { After = 10 }));
        Assert.Empty(await ReadAsync(new HistoryQuery { Limit = 0 }));
    }

    [Fact]
    public async Task ReadLedger_MoreThanOneChunk_GivesAllInOrder()
    {
        await CommitAsync(0, [.. Enumerable.Range(1, 2_300).Select(static i => Sample.Entry(i % 2 == 0 ? "even" : "odd"))]);

        Assert.Equal(2_300, (await ReadAsync(new HistoryQuery())).Count);
        Assert.Equal(1_150, (await ReadAsync(new HistoryQuery { ItemId = "odd" })).Count);
        Assert.Equal(1_100, (await ReadAsync(new HistoryQuery { Limit = 1_100 })).Count);
    }

    [Fact]
    public async Task ReadLedger_Filters_WorkAloneAndTogether()
    {
        await CommitAsync(
            0,
            Sample.Entry("a1") with { Subject = "Alice" },
            Sample.Entry("f1", kind: "fact") with { Subject = "Bob" },
            Sample.Entry("a1", LedgerOperation.Ignore) with { Subject = "Alice" },
            Sample.Entry("a2", LedgerOperation.End) with { Subject = "alice" },
            Sample.Entry("f2", LedgerOperation.End, "fact") with { Subject = "Alice" });

        await FindsAsync(new HistoryQuery { Subject = "Alice" }, 1, 3, 5);
        await FindsAsync(new HistoryQuery { ItemKind = "fact" }, 2, 5);
        await FindsAsync(new HistoryQuery { Operations = [LedgerOperation.End, LedgerOperation.Ignore] }, 3, 4, 5);
        await FindsAsync(new HistoryQuery { Operations = [LedgerOperation.Add] }, 1, 2);
        await FindsAsync(new HistoryQuery { ItemId = "a1" }, 1, 3);
        await FindsAsync(new HistoryQuery { Subject = "Alice", ItemKind = "fact", Operations = [LedgerOperation.End] }, 5);
        await FindsAsync(new HistoryQuery { ItemId = "a1", After = 1, Limit = 1 }, 3);
        await FindsAsync(new HistoryQuery { ItemId = "A1" });
    }

    [Fact]
    public async Task ReadLedger_ByItem_FollowsWhatItSuperseded()
    {
        await CommitAsync(
            0,
            Sample.Entry("berlin"),
            Sample.Entry("jazz"),
            Sample.Entry("oslo", LedgerOperation.Update) with { SupersededId = "berlin" },
            Sample.Entry("oslo", LedgerOperation.Ignore),
            Sample.Entry("rome", LedgerOperation.Update) with { SupersededId = "oslo" });

        await FindsAsync(new HistoryQuery { ItemId = "rome" }, 1, 3, 4, 5);
        await FindsAsync(new HistoryQuery { ItemId = "oslo" }, 1, 3, 4);
        await FindsAsync(new HistoryQuery { ItemId = "berlin" }, 1);
        await FindsAsync(new HistoryQuery { ItemId = "rome", After = 4 }, 5);
    }

    [Fact]
    public async Task ReadLedger_ItemsThatSupersedeEachOtherInACircle_Ends()
    {
        await CommitAsync(
            0,
            Sample.Entry("a", LedgerOperation.Update) with { SupersededId = "b" },
            Sample.Entry("b", LedgerOperation.Update) with { SupersededId = "a" });

        await FindsAsync(new HistoryQuery { ItemId = "a" }, 1, 2);
    }

    private Task<long> CommitAsync(long version, params LedgerEntry[] entries) =>
        Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = version, Ledger = entries });

    private async Task<List<LedgerEntry>> ReadAsync(HistoryQuery query) => await Store.ReadLedgerAsync(Alice, query).ToListAsync();

    private async Task FindsAsync(HistoryQuery query, params long[] expected) =>
        Assert.Equal(expected, (await ReadAsync(query)).Select(static entry => entry.Sequence));
}
