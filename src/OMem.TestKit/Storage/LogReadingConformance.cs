namespace OMem.TestKit.Storage;

/// <summary>Reading the log: every field, order, ranges.</summary>
public abstract class LogReadingConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly Interaction Full = new()
    {
        Id = "m-1",
        Speaker = "Zoë",
        Role = SpeakerRole.Tool,
        Trust = SourceTrust.Trusted,
        Text = "It rained.\nThen it did not.",
        OccurredAt = new DateTimeOffset(2023, 1, 2, 3, 4, 5, 678, TimeSpan.FromMinutes(-210)).AddTicks(9),
        Session = "session 1",
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["caption"] = "a wet street", ["z"] = "", ["Ä"] = "\"quoted\"\n" },
    };

    [Fact]
    public async Task ReadLog_EveryField_ComesBackAsGiven()
    {
        var row = Sample.Row(Expect.Complete(Full), Sample.Noon.AddTicks(1));
        await Store.AppendAsync(Alice, [row]);

        var read = Assert.Single(await Store.ReadLogAsync(Alice, 0).ToListAsync());

        Expect.Same(new LogRow(new StoredInteraction(1, Full, Sample.Noon.AddTicks(1)), row.Index), read);
    }

    [Fact]
    public async Task ReadLog_LeastFields_ComeBackAsGiven()
    {
        var least = new Interaction { Id = "m", Speaker = "A", Text = "x", OccurredAt = Sample.Noon };
        await Store.AppendAsync(Alice, [Sample.Row(least) with { Index = Sample.NoIndex }]);

        var read = Assert.Single(await Store.ReadLogAsync(Alice, 0).ToListAsync());

        Expect.Same(new LogRow(new StoredInteraction(1, least, Sample.Noon), Sample.NoIndex), read);
        Assert.Null(read.Stored.Interaction.Session);
        Assert.Empty(read.Stored.Interaction.Metadata);
    }

    [Fact]
    public async Task ReadLog_Metadata_ComesInOrdinalOrderOfKeys()
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["b"] = "1", ["ä"] = "2", ["B"] = "3", ["a"] = "4" };
        await Store.AppendAsync(Alice, [Sample.Row(Full with { Metadata = metadata })]);

        var read = Assert.Single(await Store.GetInteractionsAsync(Alice, [1]));

        Assert.Equal(["B", "a", "b", "ä"], read.Interaction.Metadata.Keys);
    }

    [Fact]
    public async Task ReadLog_AfterAPosition_GivesTheRestInOrder()
    {
        await Store.AppendAsync(Alice, Sample.Rows(5));

        Assert.Equal(["m3", "m4", "m5"], await LogIdsAsync(Alice, after: 2));
        Assert.Empty(await LogIdsAsync(Alice, after: 5));
        Assert.Empty(await LogIdsAsync(Alice, after: long.MaxValue));
        Assert.Equal(5, (await LogIdsAsync(Alice, after: -7)).Length);
    }

    [Fact]
    public async Task ReadLog_MoreRowsThanOneChunk_GivesAllInOrder()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2_500));

        var sequences = (await Store.ReadLogAsync(Alice, 0).ToListAsync()).Select(static row => row.Stored.Sequence);

        Assert.Equal(Enumerable.Range(1, 2_500).Select(static i => (long)i), sequences);
    }

    [Fact]
    public async Task ReadLog_AppendWhileReading_EndsWhereTheLogEndedAtTheStart()
    {
        await Store.AppendAsync(Alice, Sample.Rows(3));
        var seen = new List<string>();

        await foreach (var row in Store.ReadLogAsync(Alice, 0))
        {
            seen.Add(row.Stored.Interaction.Id);
            await AppendAsync(Alice, $"late{seen.Count}");
        }

        Assert.Equal(["m1", "m2", "m3"], seen);
    }

    [Fact]
    public async Task ReadLog_LeftEarly_LeavesTheStoreUsable()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2_000));

        await foreach (var row in Store.ReadLogAsync(Alice, 0))
        {
            Assert.Equal(1, row.Stored.Sequence);
            break;
        }

        Assert.Equal(2_001, (await AppendAsync(Alice, "next")).LogSequence);
    }

    [Fact]
    public async Task ReadLog_TextsOfAMegabyte_ComeBackWhole()
    {
        var texts = Enumerable.Range(0, 6).Select(static i => new string((char)('a' + i), 1 << 20)).ToArray();
        await Store.AppendAsync(Alice, [.. texts.Select(static (text, i) => Sample.Row($"m{i}", text))]);

        var read = await Store.ReadLogAsync(Alice, 0).ToListAsync();

        Assert.Equal(texts, read.Select(static row => row.Stored.Interaction.Text));
    }

    [Fact]
    public async Task GetInteractions_AnyOrderTwiceAndUnknown_GivesEachKnownOnceByPosition()
    {
        await Store.AppendAsync(Alice, Sample.Rows(5));

        var read = await Store.GetInteractionsAsync(Alice, [4, 99, 2, 4, 0, -1, long.MaxValue, long.MinValue]);

        Assert.Equal(["m2", "m4"], read.Select(static stored => stored.Interaction.Id));
        Assert.Empty(await Store.GetInteractionsAsync(Alice, []));
    }

    [Fact]
    public async Task GetInteractions_EveryField_ComesBackAsGiven()
    {
        await Store.AppendAsync(Alice, [Sample.Row(Full, Sample.Noon)]);

        Expect.Same(new StoredInteraction(1, Full, Sample.Noon), Assert.Single(await Store.GetInteractionsAsync(Alice, [1])));
    }
}
