namespace OMem.TestKit.Storage;

/// <summary>Years 1 to 9999, every offset: instant and offset survive, and order follows the instant.</summary>
public abstract class ExtremeTimeConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    /// <summary>Ticks of local time, and minutes of offset.</summary>
    public static TheoryData<long, int> Times { get; } = new()
    {
        { DateTimeOffset.MinValue.Ticks, 0 },
        { DateTimeOffset.MinValue.Ticks + (14 * TimeSpan.TicksPerHour), 14 * 60 },
        { DateTimeOffset.MinValue.Ticks, -14 * 60 },
        { DateTimeOffset.MaxValue.Ticks, 0 },
        { DateTimeOffset.MaxValue.Ticks, 14 * 60 },
        { DateTimeOffset.MaxValue.Ticks - (14 * TimeSpan.TicksPerHour), -14 * 60 },
        { DateTimeOffset.UnixEpoch.Ticks - 1, 1 },
        { DateTimeOffset.UnixEpoch.Ticks, -1 },
        { new DateTime(2024, 2, 29, 23, 59, 59, DateTimeKind.Unspecified).Ticks + 9_999_999, 345 },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public async Task Append_ExtremeTime_ComesBackWithItsOffset(long ticks, int minutes)
    {
        var time = new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
        await Store.AppendAsync(Alice, [Sample.Row(new Interaction { Id = "m", Speaker = "A", Text = "x", OccurredAt = time }, time)]);

        var stored = Assert.Single(await Store.GetInteractionsAsync(Alice, [1]));
        Assert.True(time.EqualsExact(stored.Interaction.OccurredAt));
        Assert.True(time.EqualsExact(stored.RecordedAt));
        var entry = Assert.Single(await Store.ReadIndexAsync(Alice, 0).ToListAsync());
        Assert.True(time.EqualsExact(entry.OccurredAt));
        Assert.True(time.EqualsExact(entry.RecordedAt));
        Assert.True((await Store.GetOutboxStatusAsync(Alice)).OldestPending?.EqualsExact(time));
    }

    [Theory]
    [MemberData(nameof(Times))]
    public async Task Commit_ExtremeTime_ComesBackWithItsOffset(long ticks, int minutes)
    {
        var time = new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
        var item = Sample.Item("i", 1);
        item = item with { Item = item.Item with { ValidFrom = time, ValidTo = time, RecordedAt = time, LastStatedAt = time, SupersededAt = time } };
        var topic = Sample.Topic("t", 1);
        topic = topic with { Topic = topic.Topic with { FirstAt = time, LastAt = time } };
        var entry = Sample.Entry("i") with { RecordedAt = time };

        await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Items = [item], Topics = [topic], Ledger = [entry] });

        Expect.Same(new DerivedMemory(1, [item], [], [topic]), await Store.ReadDerivedAsync(Alice));
        Expect.Same([entry with { Sequence = 1 }], await Store.ReadLedgerAsync(Alice, new HistoryQuery()).ToListAsync());
    }

    [Theory]
    [MemberData(nameof(Times))]
    public async Task Claim_AtAnExtremeTime_Works(long ticks, int minutes)
    {
        var time = new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
        await AppendAsync(Alice, "a");

        var claim = await Store.ClaimAsync(new ClaimRequest(null, "w1", 1, time, time));
        Assert.NotNull(claim);
        await Store.FailAsync(Alice, "w1", [new OutboxAttempt(1, "no", time)]);

        Assert.True(Assert.Single((await Store.GetOutboxStatusAsync(null)).Failures).NextTry?.EqualsExact(time));
        Assert.NotNull(await Store.ClaimAsync(new ClaimRequest(null, "w2", 1, time, time)));
    }

    [Fact]
    public async Task Append_ClockGoesBackwards_KeepsTheOrderOfTheCalls()
    {
        await Store.AppendAsync(Alice, [Sample.Row("a", recordedAt: Sample.Noon)]);
        await Store.AppendAsync(Alice, [Sample.Row("b", recordedAt: Sample.Noon.AddYears(-2))]);

        Assert.Equal(["a", "b"], await LogIdsAsync(Alice));
        Assert.Equal([1, 2], (await ClaimAsync(Alice, "w", Sample.Noon.AddYears(-5)))?.Rows.Select(static row => row.Sequence));
    }
}
