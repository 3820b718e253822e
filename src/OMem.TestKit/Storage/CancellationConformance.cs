namespace OMem.TestKit.Storage;

/// <summary>A call whose token is cancelled ends so, and has changed nothing; the store goes on.</summary>
public abstract class CancellationConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Fact]
    public async Task EveryCall_CancelledBefore_EndsSoAndChangesNothing()
    {
        await AppendAsync(Alice, "a");
        Func<Task>[] calls =
        [
            () => Store.DescribeAsync(Cancelled),
            () => Store.ListScopesAsync(Cancelled),
            () => Store.GetHeadAsync(Alice, Cancelled),
            () => Store.AppendAsync(Alice, [Sample.Row("b")], Cancelled),
            () => Store.ReadLogAsync(Alice, 0, Cancelled).ToListAsync().AsTask(),
            () => Store.ReadIndexAsync(Alice, 0, Cancelled).ToListAsync().AsTask(),
            () => Store.GetInteractionsAsync(Alice, [1], Cancelled),
            () => Store.ReplaceIndexAsync(Alice, [new IndexRow(1, Sample.NoIndex)], Cancelled),
            () => Store.ClaimAsync(new ClaimRequest(Alice, "w", 1, Sample.Noon, Sample.Noon + Sample.Lease), Cancelled),
            () => Store.ReleaseAsync(Alice, "w", Cancelled),
            () => Store.FailAsync(Alice, "w", [], Cancelled),
            () => Store.GetOutboxStatusAsync(Alice, Cancelled),
            () => Store.ReadDerivedAsync(Alice, Cancelled),
            () => Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0 }, Cancelled),
            () => Store.ResetDerivedAsync(Alice, Sample.Entry("scope"), Cancelled),
            () => Store.ReadLedgerAsync(Alice, new HistoryQuery(), Cancelled).ToListAsync().AsTask(),
            () => Store.CountLedgerAsync(Alice, Cancelled),
        ];

        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(call);
        }

        Assert.Equal(new ScopeHead(1, 0), await Store.GetHeadAsync(Alice));
        Expect.Same(Sample.Index("a"), (await Store.ReadIndexAsync(Alice, 0).ToListAsync())[0].Index);
        Assert.NotNull(await ClaimAsync(Alice, "w2", Sample.Noon));
    }

    [Fact]
    public async Task ReadLog_CancelledInTheMiddle_Ends()
    {
        await Store.AppendAsync(Alice, Sample.Rows(50));
        using var source = new CancellationTokenSource();
        var seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in Store.ReadLogAsync(Alice, 0, source.Token))
            {
                seen++;
                await source.CancelAsync();
            }
        });

        Assert.Equal(1, seen);
        Assert.Equal(51, (await AppendAsync(Alice, "next")).LogSequence);
    }

    [Fact]
    public async Task Append_CancelledAtAnyMoment_IsWholeOrNotThere()
    {
        for (var i = 0; i < 20; i++)
        {
            using var source = new CancellationTokenSource();
            var before = (await Store.GetHeadAsync(Alice)).LogSequence;
            var append = Store.AppendAsync(Alice, Sample.Rows(400, $"call{i}-"), source.Token);
            var cancel = Task.Run(source.Cancel);

            var isStored = await CompletesAsync(append);
            await cancel;

            Assert.Equal(before + (isStored ? 400 : 0), (await Store.GetHeadAsync(Alice)).LogSequence);
            Assert.Equal(isStored ? 400 : 0, (await Store.ReadIndexAsync(Alice, before).ToListAsync()).Count);
        }
    }

    private static async Task<bool> CompletesAsync(Task call)
    {
        try
        {
            await call;
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
