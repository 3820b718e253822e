namespace OMem.TestKit.Storage;

/// <summary>Appending to the log, and the same id twice.</summary>
public abstract class AppendConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    [Fact]
    public async Task Append_FirstBatch_NumbersFromOneWithoutGaps()
    {
        var result = await AppendAsync(Alice, "a", "b", "c");

        Assert.Equal([new(1, false), new(2, false), new(3, false)], result.Rows);
        Assert.Equal(3, result.LogSequence);
    }

    [Fact]
    public async Task Append_SecondBatch_ContinuesTheNumbers()
    {
        await AppendAsync(Alice, "a", "b");

        var result = await AppendAsync(Alice, "c");

        Assert.Equal([new AppendedRow(3, false)], result.Rows);
        Assert.Equal(["a", "b", "c"], await LogIdsAsync(Alice));
    }

    [Fact]
    public async Task Append_EmptyBatch_ChangesNothing()
    {
        await AppendAsync(Alice, "a");

        var known = await Store.AppendAsync(Alice, []);
        var unknown = await Store.AppendAsync(Bob, []);

        Assert.Equal((0, 1L), (known.Rows.Count, known.LogSequence));
        Assert.Equal((0, 0L), (unknown.Rows.Count, unknown.LogSequence));
        Assert.Equal([Alice], await Store.ListScopesAsync());
    }

    [Fact]
    public async Task Append_SameIdAndContent_StoresOnceAndTellsThePlace()
    {
        await AppendAsync(Alice, "a", "b");

        var result = await AppendAsync(Alice, "b", "c", "a");

        Assert.Equal([new(2, true), new(3, false), new(1, true)], result.Rows);
        Assert.Equal(["a", "b", "c"], await LogIdsAsync(Alice));
    }

    [Fact]
    public async Task Append_OnlyKnownRows_LeavesLogAndOutboxAsTheyAre()
    {
        await AppendAsync(Alice, "a", "b");

        var result = await AppendAsync(Alice, "a", "b");

        Assert.Equal(2, result.LogSequence);
        Assert.Equal(2, (await Store.GetOutboxStatusAsync(Alice)).Pending);
    }

    [Fact]
    public async Task Append_SameIdTwiceInOneBatch_StoresOnce()
    {
        var result = await AppendAsync(Alice, "a", "a", "b");

        Assert.Equal([new(1, false), new(1, true), new(2, false)], result.Rows);
        Assert.Equal(["a", "b"], await LogIdsAsync(Alice));
    }

    [Fact]
    public async Task Append_KnownIdOtherContent_IsRefusedAndStoresNothing()
    {
        await AppendAsync(Alice, "a");

        var fault = await Assert.ThrowsAsync<IdempotencyConflictException>(
            () => Store.AppendAsync(Alice, [Sample.Row("b"), Sample.Row("a", "something else")]));

        Assert.Equal(("a", 1), (fault.InteractionId, fault.Index));
        Assert.Equal(["a"], await LogIdsAsync(Alice));
        Assert.Equal(1, (await Store.GetOutboxStatusAsync(Alice)).Pending);
        Assert.Equal([new AppendedRow(2, false)], (await AppendAsync(Alice, "c")).Rows);
    }

    [Fact]
    public async Task Append_IdTwiceInOneBatchWithOtherContent_IsRefusedAndStoresNothing()
    {
        var fault = await Assert.ThrowsAsync<IdempotencyConflictException>(
            () => Store.AppendAsync(Alice, [Sample.Row("a"), Sample.Row("a", "something else")]));

        Assert.Equal(1, fault.Index);
        Assert.Equal(default, await Store.GetHeadAsync(Alice));
        Assert.Empty(await Store.ListScopesAsync());
    }

    [Fact]
    public async Task Append_IdsThatDifferInCaseOnly_AreDifferent()
    {
        var result = await AppendAsync(Alice, "id", "ID", "İd", "ıd");

        Assert.Equal(4, result.LogSequence);
    }

    [Fact]
    public async Task Append_SameIdInAnotherScope_IsAnotherInteraction()
    {
        await AppendAsync(Alice, "a");

        var result = await Store.AppendAsync(Bob, [Sample.Row("a", "Bob's own")]);

        Assert.Equal([new AppendedRow(1, false)], result.Rows);
    }

    [Fact]
    public async Task Append_CallerChangesItsArraysAfterwards_StoredBytesStay()
    {
        var terms = new byte[] { 1, 2, 3 };
        await Store.AppendAsync(Alice, [Sample.Row("a") with { Index = new IndexData(terms, terms, "m", 3) }]);

        terms[0] = 99;

        var row = Assert.Single(await Store.ReadLogAsync(Alice, 0).ToListAsync());
        Assert.Equal([1, 2, 3], row.Index.Terms.ToArray());
        Assert.Equal([1, 2, 3], row.Index.Vector.ToArray());
    }

    [Fact]
    public async Task Append_LargeBatch_IsOneWhole()
    {
        var result = await Store.AppendAsync(Alice, Sample.Rows(3_000));

        Assert.Equal(3_000, result.LogSequence);
        Assert.Equal(Enumerable.Range(1, 3_000).Select(static i => (long)i), result.Rows.Select(static row => row.Sequence));
    }
}
