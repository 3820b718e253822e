namespace OMem.TestKit.Storage;

/// <summary>How others learn of an erase: the epoch, the fence, and the lease that ends.</summary>
public abstract class EpochConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    [Fact]
    public async Task Epoch_AfterEachErase_IsOneThatTheScopeNeverHad()
    {
        var seen = new HashSet<long> { await EpochAsync(Alice) };
        for (var round = 0; round < 3; round++)
        {
            await AppendAsync(Alice, "a", "b");
            seen.Add(await EpochAsync(Alice));
            await Store.EraseAsync(Alice, new ScopeErase { Sequences = [1] });
            Assert.True(seen.Add(await EpochAsync(Alice)));
            await Store.EraseAsync(Alice, new ScopeErase());
            Assert.True(seen.Add(await EpochAsync(Alice)));
        }
    }

    [Fact]
    public async Task Epoch_WithoutAnErase_Stays()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        var epoch = await EpochAsync(Alice);

        await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Items = [Sample.Item("i", 1)], Hidden = [1] });
        await Store.ResetDerivedAsync(Alice, Sample.Entry("scope", LedgerOperation.Rebuild, "scope"));
        await AppendAsync(Bob, "b");
        await Store.EraseAsync(Bob, new ScopeErase());

        Assert.Equal(epoch, await EpochAsync(Alice));
    }

    [Fact]
    public async Task Epoch_SeenThroughAnotherHandle_IsTheSame()
    {
        var other = await OpenAnotherAsync();
        await Store.AppendAsync(Alice, Sample.Rows(2));
        var before = await other.GetHeadAsync(Alice);

        await Store.EraseAsync(Alice, new ScopeErase());

        var after = await other.GetHeadAsync(Alice);
        Assert.NotEqual(before.Epoch, after.Epoch);
        Assert.Equal(await Store.GetHeadAsync(Alice), after);
    }

    [Fact]
    public async Task Commit_OfAnEpochThatIsOver_IsRefusedAndChangesNothing()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        var head = await Store.GetHeadAsync(Alice);
        await Store.EraseAsync(Alice, new ScopeErase { Sequences = [1] });

        await Assert.ThrowsAsync<ScopeConflictException>(() => CommitAsync(head));

        Assert.Empty((await Store.ReadDerivedAsync(Alice)).Items);
        Assert.Equal(1, await CommitAsync(await Store.GetHeadAsync(Alice)));
    }

    [Fact]
    public async Task Commit_AfterTheScopeWasErasedAsAWhole_IsRefused()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        var head = await Store.GetHeadAsync(Alice);
        await Store.EraseAsync(Alice, new ScopeErase());

        await Assert.ThrowsAsync<ScopeConflictException>(() => CommitAsync(head));
        await AppendAsync(Alice, "a", "b");
        await Assert.ThrowsAsync<ScopeConflictException>(() => CommitAsync(head));

        Assert.Empty((await Store.ReadDerivedAsync(Alice)).Items);
    }

    [Fact]
    public async Task Commit_IntoAScopeThatHoldsNothing_GoesByTheHeadThatWasRead()
    {
        await AppendAsync(Bob, "b");
        await Store.EraseAsync(Bob, new ScopeErase());

        Assert.Equal(1, await CommitAsync(await Store.GetHeadAsync(Alice)));
    }

    [Fact]
    public async Task Erase_FenceOfAnotherVersionOrEpoch_IsRefusedAndErasesNothing()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        var head = await Store.GetHeadAsync(Alice);

        await Assert.ThrowsAsync<ScopeConflictException>(() => EraseAsync(head.DerivedVersion + 1, null));
        await Assert.ThrowsAsync<ScopeConflictException>(() => EraseAsync(head.DerivedVersion, head.Epoch + 1));

        Assert.Equal(["m1", "m2"], await LogIdsAsync(Alice));
        Assert.Equal(head, await Store.GetHeadAsync(Alice));
        Assert.Equal(1, (await EraseAsync(head.DerivedVersion, head.Epoch)).Interactions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Erase_WorkerInTheMiddle_LosesItsLease(bool whole)
    {
        await Store.AppendAsync(Alice, Sample.Rows(3));
        await ClaimAsync(Alice, "w1", Sample.Noon);

        await Store.EraseAsync(Alice, new ScopeErase { Sequences = whole ? null : [1] });

        await Assert.ThrowsAsync<ScopeConflictException>(
            () => Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Owner = "w1", Items = [Sample.Item("stale", 1)], Understood = [1] }));
        await Assert.ThrowsAsync<ScopeConflictException>(() => Store.FailAsync(Alice, "w1", [new OutboxAttempt(1, "no", null)]));
        Assert.Empty((await Store.ReadDerivedAsync(Alice)).Items);
        Assert.Equal(whole ? null : [new(2, 0), new(3, 0)], (await ClaimAsync(Alice, "w2", Sample.Noon))?.Rows);
    }

    private Task<long> CommitAsync(ScopeHead head) =>
        Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = head.DerivedVersion, ExpectedEpoch = head.Epoch, Items = [Sample.Item("i", 2)] });

    private Task<ScopeErased> EraseAsync(long version, long? epoch) => Store.EraseAsync(
        Alice, new ScopeErase { Sequences = [1], Commit = new DerivedCommit { ExpectedVersion = version, ExpectedEpoch = epoch } });

    private async Task<long> EpochAsync(MemoryScope scope) => (await Store.GetHeadAsync(scope)).Epoch;
}
