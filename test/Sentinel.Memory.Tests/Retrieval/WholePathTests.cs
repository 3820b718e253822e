namespace Sentinel.Memory.Tests.Retrieval;

public sealed class WholePathTests
{
    [Fact]
    public async Task BuildContext_AfterSomeEpisodes_RecallsThem()
    {
        await using var memory = Make.Memory(with: o => o with { Store = new OMem.Storage.InMemoryMemoryStore() });
        memory.Person.SetMandate(Make.At(0), new Mandate { KnownAt = Make.At(0) }, "ines");
        for (var hour = 1; hour < 200; hour++)
        {
            memory.Settle(Make.Bar(hour, 100 + (hour % 7)));
            var events = hour % 5 == 0 ? new[] { Make.Event(hour) } : [];
            memory.Observe(Make.Snapshot(hour, Make.State(hour % 7, hour % 3)), events);
            var context = await memory.Toolkit.BuildContextAsync(
                Situation.Of(Make.Snapshot(hour, Make.State(hour % 7, hour % 3)), events, null, "jump down"), Make.At(hour));
            memory.Record(Make.Decision(hour, hour % 5 == 0 ? IntentDirection.Long : IntentDirection.Flat, Make.State(hour % 7, hour % 3), events, stop: 95) with { ContextIds = context.Ids, Dropped = context.Dropped });
            if (hour == 199)
            {
                context.Episodes.ShouldNotBeNull().Items.Count.ShouldBe(6);
                context.Episodes.Statistics.IsSufficient.ShouldBeTrue();
                context.Tokens.ShouldBeLessThan(2_300);
            }
        }

        await memory.FlushAsync();
    }
}
