namespace OMem.TestKit.Storage;

/// <summary>A commit is one whole, and only one of two that started from the same version wins.</summary>
public abstract class CommitFenceConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    private static DerivedCommit Against(long version) => new()
    {
        ExpectedVersion = version,
        Items = [Sample.Item($"item of {version}", 1)],
        Topics = [Sample.Topic($"topic of {version}", 1)],
        Clusters = [new AttributeCluster($"cluster of {version}", "Alice", "l", "s", ["i"])],
        Ledger = [Sample.Entry($"item of {version}")],
        Understood = [1],
    };

    [Fact]
    public async Task Commit_RightVersion_RaisesItByOne()
    {
        await AppendAsync(Alice, "a");

        Assert.Equal(1, await Store.CommitAsync(Alice, Against(0)));
        Assert.Equal(2, await Store.CommitAsync(Alice, Against(1)));

        Assert.Equal(new ScopeHead(1, 2), await Store.GetHeadAsync(Alice));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task Commit_WrongVersion_IsRefusedAndWritesNothing(long version)
    {
        await AppendAsync(Alice, "a", "b");
        await Store.CommitAsync(Alice, Against(0));
        var before = await StateAsync(Alice);

        var fault = await Assert.ThrowsAsync<ScopeConflictException>(
            () => Store.CommitAsync(Alice, Against(version) with { Items = [Sample.Item("late", 2)], Understood = [2] }));

        Assert.Equal((Alice, version, 1L, false), (fault.Scope, fault.ExpectedVersion, fault.ActualVersion, fault.LeaseLost));
        Assert.True(fault.IsTransient);
        Expect.Same(before, await StateAsync(Alice));
    }

    [Fact]
    public async Task Commit_OwnerWithoutLease_IsRefusedAndWritesNothing()
    {
        await AppendAsync(Alice, "a");
        var before = await StateAsync(Alice);

        var fault = await Assert.ThrowsAsync<ScopeConflictException>(() => Store.CommitAsync(Alice, Against(0) with { Owner = "w1" }));

        Assert.True(fault.LeaseLost);
        Expect.Same(before, await StateAsync(Alice));
    }

    [Fact]
    public async Task Commit_LeaseGivenBack_IsRefused()
    {
        await AppendAsync(Alice, "a");
        await ClaimAsync(Alice, "w1", Sample.Noon);
        await Store.ReleaseAsync(Alice, "w1");

        await Assert.ThrowsAsync<ScopeConflictException>(() => Store.CommitAsync(Alice, Against(0) with { Owner = "w1" }));
    }

    [Fact]
    public async Task Commit_WithoutOwner_LeavesTheLeaseOfAnother()
    {
        await AppendAsync(Alice, "a", "b");
        await ClaimAsync(Alice, "w1", Sample.Noon);

        await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Items = [Sample.Item("by hand", 1)] });

        Assert.Null(await ClaimAsync(Alice, "w2", Sample.Noon));
    }

    [Fact]
    public async Task Commit_UnknownScope_StartsFromZero()
    {
        Assert.Equal(1, await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Items = [Sample.Item("i", 1)] }));

        var fault = await Assert.ThrowsAsync<ScopeConflictException>(() => Store.CommitAsync(Bob, new DerivedCommit { ExpectedVersion = 1 }));
        Assert.Equal(0, fault.ActualVersion);
    }

    [Fact]
    public async Task Commit_TwentyAtOnceOnOneVersion_ExactlyOneWins()
    {
        await AppendAsync(Alice, "a");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            try
            {
                await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Items = [Sample.Item($"i{i}", 1)], Ledger = [Sample.Entry($"i{i}")] });
                return i;
            }
            catch (ScopeConflictException)
            {
                return -1;
            }
        })));

        var winner = Assert.Single(outcomes, static outcome => outcome >= 0);
        var derived = await Store.ReadDerivedAsync(Alice);
        Assert.Equal(1, derived.Version);
        Assert.Equal($"i{winner}", Assert.Single(derived.Items).Item.Id);
        Assert.Equal(1, await Store.CountLedgerAsync(Alice));
    }

    private async Task<object> StateAsync(MemoryScope scope) => new
    {
        Head = await Store.GetHeadAsync(scope),
        Derived = await Store.ReadDerivedAsync(scope),
        Ledger = await Store.ReadLedgerAsync(scope, new HistoryQuery()).ToListAsync(),
        Outbox = await Store.GetOutboxStatusAsync(scope),
    };
}
