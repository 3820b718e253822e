namespace OMem.TestKit.Storage;

/// <summary>Positions that are forgotten but there, put back into the outbox, or erased before a restore.</summary>
public abstract class ForgettingConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    [Fact]
    public async Task Hidden_Committed_IsReadInOrderAndTheLogKeepsIt()
    {
        await Store.AppendAsync(Alice, Sample.Rows(5));

        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Hidden = [4, 2, 4] });
        await CommitAsync(new DerivedCommit { ExpectedVersion = 1, Hidden = [2, 3, 99], Unhidden = [4, 5, 77] });

        Assert.Equal([2, 3], (await Store.ReadDerivedAsync(Alice)).Hidden);
        Assert.Equal(["m1", "m2", "m3", "m4", "m5"], await LogIdsAsync(Alice));
        Assert.Empty((await Store.ReadDerivedAsync(Bob)).Hidden);
    }

    [Fact]
    public async Task Hidden_AfterAReset_IsStillThere()
    {
        await Store.AppendAsync(Alice, Sample.Rows(3));
        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Hidden = [2] });

        await Store.ResetDerivedAsync(Alice, Sample.Entry("scope", LedgerOperation.Rebuild, "scope"));

        Assert.Equal([2], (await Store.ReadDerivedAsync(Alice)).Hidden);
    }

    [Fact]
    public async Task Hidden_AfterAnEraseOfItAndANewMessage_IsNotThere()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Hidden = [1, 2] });

        await Store.EraseAsync(Alice, new ScopeErase { Sequences = [2] });
        await AppendAsync(Alice, "new");
        Assert.Equal([1], (await Store.ReadDerivedAsync(Alice)).Hidden);

        await Store.EraseAsync(Alice, new ScopeErase());
        await AppendAsync(Alice, "newer");
        Assert.Empty((await Store.ReadDerivedAsync(Alice)).Hidden);
    }

    [Fact]
    public async Task Hidden_RefusedCommit_ChangesNothing()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Hidden = [1] });

        await Assert.ThrowsAsync<ScopeConflictException>(() => CommitAsync(new DerivedCommit { ExpectedVersion = 0, Hidden = [2], Unhidden = [1], Requeued = [1] }));

        Assert.Equal([1], (await Store.ReadDerivedAsync(Alice)).Hidden);
    }

    [Fact]
    public async Task Requeued_UnderstoodFailedParkedAndErased_WaitAgainFromTheStartWhereTheyAreThere()
    {
        await Store.AppendAsync(Alice, Sample.Rows(6));
        await Store.EraseAsync(Alice, new ScopeErase { Sequences = [6] });
        await ClaimAsync(Alice, "w", Sample.Noon);
        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Owner = "w", Understood = [1, 2], ReleaseLease = false });
        await Store.FailAsync(Alice, "w", [new OutboxAttempt(3, "no", null), new OutboxAttempt(4, "later", Sample.Noon.AddYears(1))]);

        await CommitAsync(new DerivedCommit { ExpectedVersion = 1, Requeued = [1, 3, 4, 5, 6, 99] });

        Assert.Equal([1, 3, 4, 5], await Store.ReadWaitingAsync(Alice));
        Expect.Same(new OutboxStatus(4, 0, Sample.Noon, []), await Store.GetOutboxStatusAsync(Alice));
        Assert.Equal([new(1, 0), new(3, 0), new(4, 0), new(5, 0)], (await ClaimAsync(Alice, "w2", Sample.Noon))?.Rows);
    }

    [Fact]
    public async Task RemovedTopics_KnownAndUnknown_AreGoneAndTheOthersStay()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Topics = [Sample.Topic("t", 1, 2), Sample.Topic("u", 2)] });

        await CommitAsync(new DerivedCommit { ExpectedVersion = 1, RemovedTopics = ["t", "unknown"] });
        Expect.Same([Sample.Topic("u", 2)], (await Store.ReadDerivedAsync(Alice)).Topics);

        await CommitAsync(new DerivedCommit { ExpectedVersion = 2, RemovedTopics = ["u"], Topics = [Sample.Topic("t", 1)] });
        Expect.Same([Sample.Topic("t", 1)], (await Store.ReadDerivedAsync(Alice)).Topics);
    }

    [Fact]
    public async Task Reset_LogWithErasedPositions_PutsBackOnlyWhatIsThere()
    {
        await Store.AppendAsync(Alice, Sample.Rows(4));
        await Store.EraseAsync(Alice, new ScopeErase { Sequences = [2, 4] });

        await Store.ResetDerivedAsync(Alice, Sample.Entry("scope", LedgerOperation.Rebuild, "scope"));

        Assert.Equal([1, 3], await Store.ReadWaitingAsync(Alice));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ReplaceIndexAsync(Alice, [new IndexRow(3, Sample.Index("x")), new IndexRow(2, Sample.Index("x"))]));
        Expect.Same(Sample.Index("m3"), (await Store.ReadLogAsync(Alice, 1).ToListAsync()).Single().Index);
    }

    [Fact]
    public async Task Restore_WithGapsEndAndHidden_HoldsThemAndGoesOnBehindTheEnd()
    {
        var head = await Store.RestoreAsync(
            Alice,
            new ScopeRestore { Log = Sample.Rows(3), Positions = [2, 5, 6], LogEnd = 9, Hidden = [5], Waiting = [6], Items = [Sample.Item("i", 5)] });

        Assert.Equal((9, 1), (head.LogSequence, head.DerivedVersion));
        Assert.Equal([2, 5, 6], (await Store.ReadLogAsync(Alice, 0).ToListAsync()).Select(static row => row.Stored.Sequence));
        Assert.Equal([5], (await Store.ReadDerivedAsync(Alice)).Hidden);
        Assert.Equal([6], await Store.ReadWaitingAsync(Alice));
        Assert.Equal([Alice], await Store.ListScopesAsync());
        Assert.Equal([new(10, false), new(5, true)], (await Store.AppendAsync(Alice, [Sample.Row("new"), Sample.Row("m2")])).Rows);
    }

    [Fact]
    public async Task Restore_LogThatWasErasedWholly_KeepsItsEnd()
    {
        await Store.RestoreAsync(Alice, new ScopeRestore { Log = [], Positions = [], LogEnd = 4 });

        Assert.Equal([new(5, false)], (await AppendAsync(Alice, "new")).Rows);
        await Assert.ThrowsAsync<ScopeNotEmptyException>(() => Store.RestoreAsync(Alice, new ScopeRestore { Log = [] }));
    }

    [Fact]
    public async Task Restore_PositionsThatAreNotThoseOfALog_IsRefusedAndLeavesTheScopeEmpty()
    {
        ScopeRestore restore = new() { Log = Sample.Rows(2) };
        foreach (var wrong in new[]
        {
            restore with { Positions = [1] },
            restore with { Positions = [2, 1] },
            restore with { Positions = [1, 1] },
            restore with { Positions = [0, 1] },
            restore with { Positions = [1, 3], LogEnd = 2 },
            restore with { Positions = [1, 3], Hidden = [2] },
            restore with { Positions = [1, 3], Waiting = [2] },
        })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Store.RestoreAsync(Alice, wrong));
        }

        Assert.Equal((0, 0), (await Store.GetHeadAsync(Alice) is var head ? (head.LogSequence, head.DerivedVersion) : default));
        Assert.Empty(await Store.ListScopesAsync());
    }

    private Task<long> CommitAsync(DerivedCommit commit) => Store.CommitAsync(Alice, commit);
}
