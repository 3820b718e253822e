using OMem;

namespace Sentinel.Memory.Tests;

/// <summary>Makes what tests need: hourly bars, snapshots, decisions.</summary>
internal static class Make
{
    public static readonly MemoryScope Scope = new("acme", "ines", "sentinel");
    public static readonly Symbol Btc = Symbol.Parse("BTCUSDT");
    public static readonly Symbol Eth = Symbol.Parse("ETHUSDT");
    public static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static DateTimeOffset At(int hour) => Start + (Hour * hour);

    /// <summary>The bar that closes at an hour.</summary>
    public static Bar Bar(int closesAt, decimal close, decimal? open = null, decimal? high = null, decimal? low = null, Symbol? symbol = null)
    {
        var first = open ?? close;
        return new Bar
        {
            Symbol = symbol ?? Btc,
            OpenTime = At(closesAt - 1),
            Interval = Hour,
            Open = first,
            High = high ?? Math.Max(first, close),
            Low = low ?? Math.Min(first, close),
            Close = close,
            Volume = 1,
        };
    }

    public static StateVector State(params double[] values) =>
        new() { Values = [.. values, .. Enumerable.Repeat(double.NaN, StateVector.Names.Count - values.Length)] };

    public static MarketSnapshot Snapshot(int hour, StateVector? state = null, decimal close = 100, MarketRegime? regime = null, Symbol? symbol = null) => new()
    {
        Symbol = symbol ?? Btc,
        AsOf = At(hour),
        LastBar = Bar(hour, close, symbol: symbol),
        Regime = regime ?? new MarketRegime(TrendState.Up, VolatilityState.Normal),
        Atr = 2,
        State = state ?? State(0.1, 0.2),
    };

    public static MarketEvent Event(int hour, string type = MarketEventTypes.Jump, int side = -1, Symbol? symbol = null, string? id = null) => new()
    {
        Id = id ?? $"evt-{type}-{hour}-{symbol ?? Btc}",
        Type = type,
        Symbol = symbol ?? Btc,
        Side = side,
        EventTime = At(hour) - TimeSpan.FromMinutes(30),
        KnownAt = At(hour),
        Severity = 1.5,
        Detector = "test@1",
    };

    public static Decision Decision(
        int hour,
        IntentDirection direction = IntentDirection.Hold,
        StateVector? state = null,
        IReadOnlyList<MarketEvent>? events = null,
        decimal? stop = null,
        decimal? target = null,
        decimal positionBefore = 0,
        GateVerdict? verdict = null,
        Symbol? symbol = null,
        MarketRegime? regime = null,
        decimal price = 100)
    {
        var enters = direction is IntentDirection.Long or IntentDirection.Short;
        return new Decision
        {
            Id = Sentinel.Memory.Decision.MakeId(Scope, hour, symbol ?? Btc, At(hour)),
            Cycle = hour,
            Symbol = symbol ?? Btc,
            AsOf = At(hour),
            Price = price,
            Atr = 2,
            Regime = regime ?? new MarketRegime(TrendState.Up, VolatilityState.Normal),
            State = state ?? State(0.1, 0.2),
            PositionBefore = positionBefore,
            Events = [.. (events ?? []).Select(MarketEventRef.Of)],
            Intent = new TradeIntent
            {
                Symbol = symbol ?? Btc,
                Direction = direction,
                Conviction = 0.6,
                Horizon = TimeSpan.FromHours(20),
                Stop = stop,
                Target = target,
                Invalidation = enters ? "a close below the stop" : "",
                Rationale = "test",
            },
            Quantity = enters ? 1 : 0,
            SizeTrace = enters ? [new SizeStep("fixed_risk", 1)] : [],
            Verdict = verdict ?? (enters || direction is IntentDirection.Flat ? GateVerdict.Accepted : null),
            Gate = verdict is GateVerdict.Denied ? [new GateFinding(GateCodes.StopRequired, true, 1, 0, 1, "no stop")] : [],
        };
    }

    public static TraderMemory Memory(IJournal? journal = null, Func<TraderMemoryOptions, TraderMemoryOptions>? with = null)
    {
        var options = new TraderMemoryOptions { Journal = journal ?? DecisionJournal.InMemory(Scope) };
        return TraderMemory.Open(with is null ? options : with(options));
    }

    public static string TempFile() => Path.Combine(Directory.CreateTempSubdirectory("sentinel-").FullName, "journal.jsonl");
}
