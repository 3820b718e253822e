namespace Sentinel.Memory.Tests;

/// <summary>Small worlds with a planted pattern: after a downward jump the market rises, after a quiet hour it does nothing.</summary>
internal static class Worlds
{
    public const int JumpEvery = 6;

    /// <summary>A memory that has lived through so many hours.</summary>
    public static TraderMemory Patterned(int hours, Func<TraderMemoryOptions, TraderMemoryOptions>? with = null, int seed = 1)
    {
        var memory = Make.Memory(with: with);
        memory.Person.SetMandate(Make.At(0), new Mandate { KnownAt = Make.At(0) }, "ines");
        Live(memory, 1, hours, seed);
        return memory;
    }

    public static void Live(TraderMemory memory, int from, int to, int seed = 1)
    {
        for (var hour = from; hour <= to; hour++)
        {
            Step(memory, hour, seed);
        }
    }

    /// <summary>After opening again: the bars since the oldest decision that is not settled.</summary>
    public static void GiveBarsAgain(TraderMemory memory, int to, int seed = 1)
    {
        var since = memory.UnsettledSince ?? DateTimeOffset.MaxValue;
        for (var hour = 1; hour <= to; hour++)
        {
            if (Make.At(hour - 1) >= since)
            {
                memory.Settle(Bar(hour, seed));
            }
        }
    }

    /// <summary>One hour: the bar, what it brought, a decision.</summary>
    public static void Step(TraderMemory memory, int hour, int seed = 1)
    {
        memory.Settle(Bar(hour, seed));
        var events = Events(hour);
        memory.Observe(Snapshot(hour, seed), events);
        memory.Record(Decide(hour, seed));
    }

    public static Decision Decide(int hour, int seed = 1) => Make.Decision(
        hour,
        hour % JumpEvery == 0 ? IntentDirection.Long : IntentDirection.Flat,
        State(hour, seed),
        Events(hour),
        stop: hour % JumpEvery == 0 ? Price(hour, seed) * 0.97m : null,
        price: Price(hour, seed));

    public static IReadOnlyList<MarketEvent> Events(int hour) => hour % JumpEvery == 0 ? [Make.Event(hour)] : [];

    public static MarketSnapshot Snapshot(int hour, int seed = 1) => Make.Snapshot(hour, State(hour, seed), Price(hour, seed));

    public static Bar Bar(int hour, int seed = 1) => Make.Bar(hour, Price(hour, seed), Price(hour - 1, seed));

    public static StateVector State(int hour, int seed)
    {
        var random = new Random((hour * 7919) + seed);
        return Make.State(hour % JumpEvery == 0 ? -3 + random.NextDouble() : random.NextDouble(), random.NextDouble(), random.NextDouble() * 2);
    }

    /// <summary>Falls at a jump, rises by 4 over the five hours after it (except after every fourth), with noise.</summary>
    public static decimal Price(int hour, int seed = 1)
    {
        var since = ((hour % JumpEvery) + JumpEvery) % JumpEvery;
        var isLoser = (hour - since) / JumpEvery % 4 == 0;
        var noise = (decimal)(new Random((hour * 104_729) + seed).NextDouble() - 0.5) * 0.2m;
        return 100 + (since * (isLoser ? -0.8m : 0.8m)) + noise;
    }
}
