using CsCheck;
using OMem;
using OMem.Storage;

namespace Sentinel.Memory.Tests.Leaks;

/// <summary>Nothing known later is ever returned, whatever was written and in which order.</summary>
public sealed class AsOfProperties
{
    private static readonly Gen<int[]> Hours = Gen.Int[1, 60].Array[5, 40];

    [Fact]
    public void Reads_AfterRandomWrites_ReturnNothingKnownLater() => Gen.Select(Hours, Gen.Int[0, 70]).Sample(
        (hours, asked) =>
        {
            using var journal = DecisionJournal.InMemory(Make.Scope);
            var memory = Make.Memory(journal);
            Write(memory, hours);
            return Leaks(memory, Make.At(asked)).GetAwaiter().GetResult() is null;
        },
        iter: 150);

    [Fact]
    public void Reads_OfThePast_DoNotChangeWithWhatComesAfter() => Gen.Select(Hours, Gen.Int[1, 60]).Sample(
        (hours, asked) =>
        {
            using var early = DecisionJournal.InMemory(Make.Scope);
            using var late = DecisionJournal.InMemory(Make.Scope);
            var truncated = Make.Memory(early);
            var full = Make.Memory(late);
            Write(truncated, [.. hours.Where(hour => hour <= asked)]);
            Write(full, hours);
            return string.Equals(Read(truncated, asked), Read(full, asked), StringComparison.Ordinal);
        },
        iter: 150);

    [Fact]
    public void Reads_AfterIngestInAnyOrder_AreTheSame() => Gen.Select(Hours, Gen.Int[1, 70], Gen.Int).Sample(
        (hours, asked, seed) =>
        {
            using var first = DecisionJournal.InMemory(Make.Scope);
            using var second = DecisionJournal.InMemory(Make.Scope);
            var ordered = Make.Memory(first);
            var shuffled = Make.Memory(second);
            Write(ordered, hours);
            WriteShuffled(shuffled, hours, seed);
            return string.Equals(Read(ordered, asked), Read(shuffled, asked), StringComparison.Ordinal);
        },
        iter: 150);

    [Fact]
    public async Task Recall_StoredAsA_IsNotReadAsB()
    {
        var store = new InMemoryMemoryStore();
        using var ofInes = DecisionJournal.InMemory(Make.Scope);
        using var ofOmar = DecisionJournal.InMemory(new MemoryScope("acme", "omar", "sentinel"));
        await using var ines = Make.Memory(ofInes, options => options with { Store = store });
        await using var omar = Make.Memory(ofOmar, options => options with { Store = store });
        Worlds.Live(ines, 1, 80);
        await ines.FlushAsync();

        var request = new EpisodeRequest { Query = "jump btcusdt", Situation = Situation.Of(Worlds.Snapshot(80), Worlds.Events(78), null) };
        (await ines.Toolkit.RecallEpisodesAsync(Make.At(80), request)).Items.ShouldNotBeEmpty();
        (await omar.Toolkit.RecallEpisodesAsync(Make.At(80), request)).NoneFound.ShouldBe(NoneFound.NoData);
        (await omar.Toolkit.ListEventsAsync(Make.At(80), Make.At(0), Make.At(90))).Items.ShouldBeEmpty();
        (await omar.Toolkit.RecallDecisionsAsync(Make.At(80))).Items.ShouldBeEmpty();
        (await omar.Toolkit.GetWorkingContextAsync(Make.At(80))).NoneFound.ShouldBe(NoneFound.NoData);
        var context = await omar.Toolkit.BuildContextAsync(request.Situation, Make.At(80));
        context.Episodes.ShouldBeNull();
        context.Working.ShouldBeNull();
    }

    private static void Write(TraderMemory memory, int[] hours)
    {
        foreach (var hour in hours.Distinct().Order())
        {
            foreach (var payload in Payloads(hour))
            {
                memory.Record(payload.At, payload.What);
            }
        }
    }

    private static void WriteShuffled(TraderMemory memory, int[] hours, int seed)
    {
        // Outcomes may come in any order too, but not before the decision they belong to.
        var random = new Random(seed);
        var waiting = hours.Distinct().Select(hour => new Queue<(DateTimeOffset At, IJournalPayload What)>(Payloads(hour))).ToList();
        while (waiting.Count > 0)
        {
            var queue = waiting[random.Next(waiting.Count)];
            var (at, what) = queue.Dequeue();
            memory.Record(at, what);
            waiting.RemoveAll(left => left.Count is 0);
        }
    }

    private static IEnumerable<(DateTimeOffset At, IJournalPayload What)> Payloads(int hour)
    {
        var happening = Make.Event(hour, hour % 2 is 0 ? MarketEventTypes.Jump : MarketEventTypes.AtrShock);
        var decision = Make.Decision(hour, IntentDirection.Flat, Worlds.State(hour, 3), [happening], verdict: GateVerdict.Accepted) with { PositionBefore = 0 };
        yield return (Make.At(hour), new EventEntry(happening));
        yield return (Make.At(hour), decision);
        yield return (Make.At(hour + 5), Settled(decision, hour, hour % 3 is 0 ? 0.02 : -0.01));
    }

    private static Outcome Settled(Decision decision, int hour, double market) => new()
    {
        Id = Outcome.MakeId(decision.Id, OutcomeHorizon.Bars5),
        DecisionId = decision.Id,
        Symbol = decision.Symbol,
        Horizon = OutcomeHorizon.Bars5,
        MarketReturn = market,
        AlphaVsHold = -market,
        MoveAtr = market * 50,
        HorizonEnd = Make.At(hour + 5),
        SettledAt = Make.At(hour + 5),
    };

    private static async Task<string?> Leaks(TraderMemory memory, DateTimeOffset asOf)
    {
        var context = await memory.Toolkit.BuildContextAsync(Ask(asOf), asOf, 100_000);
        var events = await memory.Toolkit.ListEventsAsync(asOf, Make.At(0), Make.At(100));
        var decisions = await memory.Toolkit.RecallDecisionsAsync(asOf, k: 20);
        IEnumerable<DateTimeOffset> times =
        [
            .. context.Episodes?.Items.Select(item => item.Episode.KnownAt) ?? [],
            .. context.Episodes?.Items.Select(item => item.Outcome.SettledAt) ?? [],
            .. context.Working?.Events.Select(happening => happening.KnownAt) ?? [],
            .. events.Items.Select(entry => entry.Event.KnownAt),
            .. decisions.Items.Select(item => item.AsOf),
            .. decisions.Items.SelectMany(item => item.Outcomes).Select(outcome => outcome.SettledAt),
        ];
        return times.Any(time => time > asOf) ? "leak" : null;
    }

    private static string Read(TraderMemory memory, int hour)
    {
        var context = memory.Toolkit.BuildContextAsync(Ask(Make.At(hour)), Make.At(hour), 100_000).GetAwaiter().GetResult();
        var decisions = memory.Toolkit.RecallDecisionsAsync(Make.At(hour), k: 20).GetAwaiter().GetResult();
        return $"{context.Text}\n{string.Join('\n', decisions.Items.Select(item => $"{item.DecisionId} {item.Outcomes.Count}"))}";
    }

    private static Situation Ask(DateTimeOffset asOf) => new()
    {
        Market = Make.Snapshot((int)(asOf - Make.Start).TotalHours, Worlds.State(17, 3)),
        State = Worlds.State(17, 3),
        Events = [Make.Event(0)],
    };
}
