namespace OMem.TestKit.Storage;

/// <summary>What model calls have cost.</summary>
public abstract class UsageConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    [Fact]
    public async Task ReadUsage_NothingAdded_IsEmpty()
    {
        await AppendAsync(Alice, "a");

        Assert.Empty(await Store.ReadUsageAsync(Alice));
        Assert.Empty(await Store.ReadUsageAsync(Bob));
    }

    [Fact]
    public async Task AddUsage_SameStageAndModel_IsSummed()
    {
        await Store.AddUsageAsync(Alice, [new(ModelStage.Read, "m", 1, 0, 100, 10)]);
        await Store.AddUsageAsync(Alice, [new(ModelStage.Read, "m", 2, 1, 50, 5), new(ModelStage.Read, "m", 1, 0, 1, 1)]);

        Assert.Equal([new(ModelStage.Read, "m", 4, 1, 151, 16)], await Store.ReadUsageAsync(Alice));
    }

    [Fact]
    public async Task AddUsage_SeveralStagesAndModels_AreOrderedByStageAndModel()
    {
        await Store.AddUsageAsync(Alice, [new(ModelStage.Answer, "b", 1, 0, 1, 1), new(ModelStage.Answer, "B", 1, 0, 1, 1), new(ModelStage.Read, "z", 1, 0, 1, 1)]);

        Assert.Equal(
            [(ModelStage.Read, "z"), (ModelStage.Answer, "B"), (ModelStage.Answer, "b")],
            (await Store.ReadUsageAsync(Alice)).Select(static row => (row.Stage, row.Model)));
    }

    [Fact]
    public async Task AddUsage_OtherScope_IsApart()
    {
        await Store.AddUsageAsync(Alice, [new(ModelStage.Read, "m", 1, 0, 100, 10)]);

        Assert.Empty(await Store.ReadUsageAsync(Bob));
    }

    [Fact]
    public async Task ResetDerived_Usage_Stays()
    {
        await AppendAsync(Alice, "a");
        await Store.AddUsageAsync(Alice, [new(ModelStage.Read, "m", 1, 0, 100, 10)]);

        await Store.ResetDerivedAsync(Alice, Sample.Entry("x"));

        Assert.Single(await Store.ReadUsageAsync(Alice));
    }

    [Fact]
    public async Task AddUsage_FromAnotherHandle_IsSeen()
    {
        var other = await OpenAnotherAsync();
        await other.AddUsageAsync(Alice, [new(ModelStage.Read, "m", 1, 0, 100, 10)]);

        Assert.Single(await Store.ReadUsageAsync(Alice));
    }

    [Fact]
    public async Task AddUsage_HugeCounts_AreKept()
    {
        await Store.AddUsageAsync(Alice, [new(ModelStage.Read, "m", 1, 0, long.MaxValue / 2, 10)]);

        Assert.Equal(long.MaxValue / 2, (await Store.ReadUsageAsync(Alice))[0].PromptTokens);
    }
}
