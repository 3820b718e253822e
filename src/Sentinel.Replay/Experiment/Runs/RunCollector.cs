using Sentinel.Memory;

namespace Sentinel.Replay.Experiment;

/// <summary>Measures a run cycle by cycle.</summary>
internal sealed class RunCollector
{
    private const int ForecastBars = 5;

    private static readonly int Measures = Enum.GetValues<Measure>().Length;

    private readonly TraderRecord _trader;
    private readonly UserMarket _market;
    private readonly LeakCounter _leaks = new();
    private readonly AfterGateAudit _audit;
    private readonly MistakeLog _mistakes = new();
    private readonly ForecastLog _forecasts = new(ForecastBars);
    private readonly RecallMeter? _recall;
    private readonly Habits _habits;
    private readonly TradeLedger _ledger;
    private readonly double[][] _days;
    private readonly SortedDictionary<string, RuleCount> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<Symbol, IntentDirection> _lastWish = [];
    private int _afterGate;
    private (decimal Equity, int Day) _dayStart;
    private decimal _equity;
    private decimal _peak;
    private double _drawdown;

    public RunCollector(ExperimentConfig config, TraderRecord trader, MemoryArm memory, int episodes)
    {
        (_trader, _market) = (trader, trader.User.Market);
        _audit = new AfterGateAudit(trader.Mandate);
        _recall = memory.HasFlag(MemoryArm.Episodic) && _market.Planted.Count > 0 ? new RecallMeter(_market.Planted, episodes) : null;
        _habits = new Habits(Symbols);
        _ledger = new TradeLedger(config.Equity);
        _days = [.. Enumerable.Range(0, Day(_market.End) + 1).Select(_ => new double[Measures])];
        (_equity, _peak, _dayStart) = (config.Equity, config.Equity, (config.Equity, 0));
    }

    private IReadOnlyList<Symbol> Symbols => [.. _market.Instruments.Select(instrument => instrument.Symbol).Order()];

    /// <summary>Takes in a cycle.</summary>
    public void Add(CycleResult cycle)
    {
        var day = Day(cycle.AsOf);
        Add(day, Measure.Cycles, 1);
        Add(day, Measure.Tokens, cycle.Manager.Context.Tokens);
        _leaks.Add(cycle.Manager.Context);
        foreach (var (then, onShock) in _mistakes.Settle(cycle.Outcomes))
        {
            Add(then, Measure.Repeated, 1);
            Add(then, Measure.ShockRepeated, onShock ? 1 : 0);
        }

        foreach (var (then, score) in _forecasts.Observe(cycle.Bar))
        {
            Add(then, Measure.Forecasts, 1);
            Add(then, Measure.Brier, score);
        }

        if (_recall?.Judge(cycle.Manager.Context) is { } judged)
        {
            Add(day, Measure.Recalls, 1);
            Add(day, Measure.Recall, judged.Recall);
            Add(day, Measure.Ndcg, judged.Ndcg);
        }

        AddIntent(cycle, day);
        AddBooks(cycle, day);
    }

    /// <summary>What is kept of the run.</summary>
    public RunRecord ToRecord(string world, string arm, IJournal journal, RunMetrics metrics, double start)
    {
        foreach (var closed in _ledger.ClosedPositions())
        {
            _habits.AddHold(closed.ClosedAt - closed.OpenedAt);
        }

        var own = Habits.Of(Symbols, _trader.Fills, (decimal)start, _market.Start, _market.End);
        return new RunRecord
        {
            World = world,
            Arm = arm,
            User = _trader.User.Number,
            Journal = journal.HeadHash,
            Days = _days,
            Rules = _rules,
            AfterGate = _afterGate,
            Leaks = _leaks.Total(journal),
            Fit = _habits.Distances(own),
            NetReturn = ((double)_equity / start) - 1,
            Drawdown = _drawdown,
            LatencyP50 = metrics.Latency(0.5),
            LatencyP95 = metrics.Latency(0.95),
        };
    }

    private void AddIntent(CycleResult cycle, int day)
    {
        var intent = cycle.Decision.Intent;
        var isSent = cycle.Plan.Order is not null && cycle.VenueError is null;
        if (isSent)
        {
            _afterGate += _audit.Breaches(cycle.Plan.Order!, cycle.Portfolio, cycle.Bar.Close, cycle.AsOf);
        }

        var before = _lastWish.GetValueOrDefault(intent.Symbol);
        _lastWish[intent.Symbol] = intent.Direction;
        if (intent.Direction is not (IntentDirection.Long or IntentDirection.Short))
        {
            return;
        }

        if (isSent && cycle.Plan.Order is { ReduceOnly: false })
        {
            var onShock = _mistakes.Add(cycle, day);
            Add(day, Measure.Entries, 1);
            Add(day, Measure.ShockEntries, onShock ? 1 : 0);
        }

        _forecasts.Add(intent, cycle.Bar, day);
        Add(day, Measure.Intents, 1);
        Add(day, Measure.Violating, cycle.Violations.Count > 0 ? 1 : 0);
        Add(day, Measure.Severity, cycle.Violations.Count > 0 ? cycle.Violations.Max(found => found.Severity) : 0);
        foreach (var found in cycle.Violations)
        {
            var known = _rules.GetValueOrDefault(found.Code);
            _rules[found.Code] = new RuleCount(known.Count + 1, known.Severity + found.Severity);
        }

        // A wish that is denied and repeated bar after bar is one habit, not many.
        if (before == intent.Direction)
        {
            return;
        }

        Add(day, Measure.Wishes, 1);
        Add(day, Measure.WishesViolating, cycle.Violations.Count > 0 ? 1 : 0);
        if (intent is { DesiredRisk: { } risk, Stop: { } stop } && stop != cycle.Bar.Close)
        {
            _habits.AddEntry(intent.Symbol, intent.Direction is IntentDirection.Long, (double)(risk * cycle.Bar.Close / Math.Abs(cycle.Bar.Close - stop)));
        }
    }

    private void AddBooks(CycleResult cycle, int day)
    {
        _ledger.Apply(cycle.Fills);
        foreach (var fill in cycle.Fills)
        {
            Add(day, Measure.Turnover, (double)(fill.Quantity * fill.Price / cycle.Portfolio.Equity));
            Add(day, Measure.Fees, (double)(fill.Fee / cycle.Portfolio.Equity));
        }

        if (day != _dayStart.Day)
        {
            _dayStart = (_equity, day);
        }

        _equity = cycle.Portfolio.Equity;
        _peak = Math.Max(_peak, _equity);
        _drawdown = Math.Max(_drawdown, (double)((_peak - _equity) / _peak));
        _days[day][(int)Measure.Return] = (double)(_equity / _dayStart.Equity) - 1;
    }

    private int Day(DateTimeOffset asOf) => (int)((asOf.UtcTicks - 1 - _market.Start.UtcTicks) / TimeSpan.TicksPerDay);

    private void Add(int day, Measure measure, double value) => _days[day][(int)measure] += value;
}
