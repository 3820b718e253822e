using Sentinel.Risk;

namespace Sentinel.Agents.Tests.Support;

/// <summary>An hourly market at 100 with a range of 1, 10,000 in cash: what a test changes is what it is about.</summary>
internal static class Given
{
    public static readonly Symbol Btc = Symbol.Parse("BTCUSDT");
    public static readonly Symbol Eth = Symbol.Parse("ETHUSDT");
    public static readonly DateTimeOffset Now = new(2024, 3, 5, 12, 0, 0, TimeSpan.Zero);
    public static readonly AgentSettings Settings = new();

    public static readonly MarketRegime Rising = new(TrendState.Up, VolatilityState.Normal);
    public static readonly MarketRegime Falling = new(TrendState.Down, VolatilityState.Normal);

    public static MarketSnapshot Snapshot(MarketRegime? regime = null, double? atr = 1, params (string Name, double Value)[] indicators) => new()
    {
        Symbol = Btc,
        AsOf = Now,
        LastBar = new Bar { Symbol = Btc, OpenTime = Now.AddHours(-1), Interval = TimeSpan.FromHours(1), Open = 100m, High = 100m, Low = 100m, Close = 100m, Volume = 1_000_000m },
        Regime = regime ?? Rising,
        Atr = atr,
        Sigma = 0.005,
        Indicators = [.. indicators.Select(indicator => KeyValuePair.Create(indicator.Name, indicator.Value))],
        State = new StateVector { Values = [.. StateVector.Names.Select(_ => double.NaN)] },
    };

    public static Portfolio Cash(decimal cash = 10_000m) => new() { AsOf = Now, Cash = cash, Equity = cash, PeakEquity = cash, DayStartEquity = cash };

    public static Portfolio Holding(decimal quantity, int openedHoursAgo = 2) =>
        Cash() with { Cash = 10_000m - (quantity * 100m), Positions = [new PositionView(Btc, quantity, 100m, 100m, null, Now.AddHours(-openedHoursAgo))] };

    public static MarketEvent Event(string type, int side = 0, int knownHoursAgo = 0, string? id = null) => new()
    {
        Id = id ?? $"evt-{type}", Type = type, Symbol = Btc, Side = side, EventTime = Now.AddHours(-knownHoursAgo - 1), KnownAt = Now.AddHours(-knownHoursAgo), Severity = 1, Detector = "test@1",
    };

    public static Situation Situation(MarketSnapshot? market = null, Portfolio? portfolio = null, params MarketEvent[] events) =>
        Memory.Situation.Of(market ?? Snapshot(), events, portfolio ?? Cash());

    public static DecisionContext Context(Situation? situation = null, MemoryArm arm = MemoryArm.All, params string[] ids) =>
        new() { AsOf = Now, Arm = arm, Situation = situation ?? Situation(), Ids = ids };

    /// <summary>A situation marked by an event that speaks for no side.</summary>
    public static Situation Marked(Portfolio? portfolio = null) => Situation(null, portfolio, Event(MarketEventTypes.VolumeSpike));

    public static AgentBrief Brief(Situation? situation = null) => new(Context(situation));

    public static MandateView View(Mandate? mandate = null) => new(mandate ?? Mandate(), [new LimitRoom("max_position", 0.5m, 0.4m, 0.1m), new LimitRoom("max_gross", 1m, 0.4m, 0.6m)]);

    public static Mandate Mandate() => new() { KnownAt = Now.AddDays(-9) };

    public static TraderAttribute Attribute(string name, double value, bool declared = true, double nEff = 100) => new()
    {
        Id = $"per-{name}", Name = name, Section = "style", IsDeclared = declared, Value = value, Text = value.ToString(System.Globalization.CultureInfo.InvariantCulture), NEff = nEff, KnownAt = Now.AddDays(-1),
    };

    public static DecisionContext WithPersona(DecisionContext context, params TraderAttribute[] attributes) => context with
    {
        Persona = new PersonaSection([.. attributes.Where(a => a.IsDeclared)], [.. attributes.Where(a => !a.IsDeclared)]),
        Ids = [.. context.Ids, .. attributes.Select(a => a.Id)],
    };

    public static EpisodeStatistics Statistics(double nEff, double rise, double halfWidth, double moveAtr, double? meanR = null, double? win = null) => new()
    {
        N = (int)nEff, NEff = nEff, RiseRate = rise, RiseRateLow = rise - halfWidth, RiseRateHigh = rise + halfWidth, MeanMoveAtr = moveAtr, MoveStandardError = 0.1,
        MeanR = meanR, WinRate = win, WinRateLow = win - halfWidth, WinRateHigh = win + halfWidth,
    };

    public static RecalledEpisode Episode(string id, int exposure, double raw, double? move = null) => new(
        new Episode { Id = id, DecisionId = $"dec-{id}", Symbol = Btc, EventTime = Now.AddDays(-5), KnownAt = Now.AddDays(-5), State = Snapshot().State, Direction = exposure > 0 ? IntentDirection.Long : IntentDirection.Short, Exposure = exposure, Text = $"episode {id}" },
        new Outcome { Id = $"out-{id}", DecisionId = $"dec-{id}", Symbol = Btc, Horizon = OutcomeHorizon.Bars20, Exposure = exposure, Raw = raw, HorizonEnd = Now.AddDays(-4), SettledAt = Now.AddDays(-4) },
        MoveAtr: move,
        Score: 1,
        Why: "test");

    public static DecisionContext WithEpisodes(DecisionContext context, EpisodeStatistics statistics, params RecalledEpisode[] items) => context with
    {
        Episodes = new EpisodeRecall { Statistics = statistics, Items = items }, Ids = [.. context.Ids, .. items.Select(item => item.Episode.Id)],
    };

    public static OpenThesis Thesis(int horizonHours = 10, ThesisBreak? broken = null) => new()
    {
        Id = "the-1", DecisionId = "dec-1", Symbol = Btc, Direction = IntentDirection.Long, OpenedAt = Now.AddHours(-2), HorizonEnd = Now.AddHours(horizonHours), Broken = broken,
    };

    public static DecisionContext WithWorking(DecisionContext context, IReadOnlyList<OpenThesis>? theses = null, IReadOnlyList<MarketEvent>? events = null, IReadOnlyList<PendingOrder>? pending = null) => context with
    {
        Working = new WorkingSection(null, events ?? [], theses ?? [], pending ?? [], []),
        Ids = [.. context.Ids, .. (theses ?? []).Select(thesis => thesis.Id), .. (events ?? []).Select(found => found.Id)],
    };

    public static RiskContext Limits(Mandate? mandate = null, Portfolio? portfolio = null) => new()
    {
        Now = Now, Portfolio = portfolio ?? Cash(), Mandate = mandate ?? Mandate(), Instrument = new Instrument { Symbol = Btc }, Market = Snapshot(),
    };
}
