namespace OMem.TestKit.Storage;

/// <summary>The index-only read, and replacing index data.</summary>
public abstract class IndexConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    [Fact]
    public async Task ReadIndex_EveryField_AgreesWithTheLog()
    {
        await Store.AppendAsync(Alice, [
            .. Sample.Rows(3),
            Sample.Row(new Interaction { Id = "last", Speaker = "Bob", Role = SpeakerRole.Assistant, Trust = SourceTrust.Untrusted, Text = "a🙂b", OccurredAt = Sample.Noon.ToOffset(TimeSpan.FromHours(-9)) }),
        ]);
        var log = await Store.ReadLogAsync(Alice, 0).ToListAsync();

        var index = await Store.ReadIndexAsync(Alice, 0).ToListAsync();

        Expect.Same(
            log.Select(static row => new IndexEntry(
                row.Stored.Sequence, row.Stored.Interaction.Speaker, row.Stored.Interaction.Role, row.Stored.Interaction.OccurredAt,
                row.Stored.RecordedAt, row.Stored.Interaction.Session, row.Stored.Interaction.Text.Length, row.Index)
            {
                Trust = row.Stored.Interaction.Trust,
            }).ToList(),
            index);
        Assert.Equal(4, index[^1].TextLength);
    }

    [Fact]
    public async Task ReadIndex_AfterAPosition_GivesTheRest()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2_100));

        var index = await Store.ReadIndexAsync(Alice, 10).ToListAsync();

        Assert.Equal(Enumerable.Range(11, 2_090).Select(static i => (long)i), index.Select(static entry => entry.Sequence));
        Assert.Empty(await Store.ReadIndexAsync(Alice, 2_100).ToListAsync());
        Assert.Empty(await Store.ReadIndexAsync(Bob, 0).ToListAsync());
    }

    [Fact]
    public async Task ReplaceIndex_KnownPositions_ReplacesOnlyThose()
    {
        await Store.AppendAsync(Alice, Sample.Rows(3));

        await Store.ReplaceIndexAsync(Alice, [new IndexRow(3, Sample.Index("new")), new IndexRow(1, Sample.NoIndex)]);

        var index = await Store.ReadIndexAsync(Alice, 0).ToListAsync();
        Expect.Same([Sample.NoIndex, Sample.Index("m2"), Sample.Index("new")], index.Select(static entry => entry.Index).ToArray());
        Assert.Equal(["m1", "m2", "m3"], await LogIdsAsync(Alice));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(long.MaxValue)]
    public async Task ReplaceIndex_UnknownPosition_IsRefusedAndReplacesNothing(long unknown)
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));

        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Store.ReplaceIndexAsync(Alice, [new IndexRow(1, Sample.Index("new")), new IndexRow(unknown, Sample.Index("new"))]));

        Expect.Same(Sample.Index("m1"), (await Store.ReadIndexAsync(Alice, 0).ToListAsync())[0].Index);
    }

    [Fact]
    public async Task ReplaceIndex_UnknownScope_IsRefused()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.ReplaceIndexAsync(Bob, [new IndexRow(1, Sample.Index("new"))]));

        await Store.ReplaceIndexAsync(Bob, []);
        Assert.Empty(await Store.ListScopesAsync());
    }

    [Fact]
    public async Task ReplaceIndex_DoesNotMoveTheHead()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));

        await Store.ReplaceIndexAsync(Alice, [new IndexRow(1, Sample.Index("new"))]);

        Assert.Equal(new ScopeHead(2, 0), await Store.GetHeadAsync(Alice));
    }
}
