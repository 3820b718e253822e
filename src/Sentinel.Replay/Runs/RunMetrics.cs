using Sentinel.Memory;
using Sentinel.Risk;

namespace Sentinel.Replay;

/// <summary>The figures of a run, collected cycle by cycle. Everything but the latencies is a function of the run's input.</summary>
public sealed class RunMetrics
{
    private readonly List<IntentRecord> _intents = [];
    private readonly List<Outcome> _outcomes = [];
    private readonly List<EquityPoint> _equity = [];
    private readonly List<Fill> _fills = [];
    private readonly List<double> _milliseconds = [];

    /// <summary>Cycles, one a bar.</summary>
    public int Cycles => _equity.Count;

    /// <summary>Intents that wished to open or enlarge a position, in order.</summary>
    public IReadOnlyList<IntentRecord> Intents => _intents;

    /// <summary>Outcomes in the order they settled.</summary>
    public IReadOnlyList<Outcome> Outcomes => _outcomes;

    /// <summary>Equity at each bar's close.</summary>
    public IReadOnlyList<EquityPoint> Equity => _equity;

    /// <summary>Fills in the order they became known.</summary>
    public IReadOnlyList<Fill> Fills => _fills;

    /// <summary>Tokens of all contexts together, as estimated.</summary>
    public long ContextTokens { get; private set; }

    /// <summary>Tokens that models took.</summary>
    public long ModelTokens { get; private set; }

    /// <summary>Answers of agents that failed: each is a recorded failure, never a vote.</summary>
    public int AgentFailures { get; private set; }

    /// <summary>Events that became known.</summary>
    public int Events { get; private set; }

    /// <summary>Decisions whose order was denied, by the gate or by the venue.</summary>
    public int Denials { get; private set; }

    /// <summary>Milliseconds of each decision, in order: real time.</summary>
    public IReadOnlyList<double> DecisionMilliseconds => _milliseconds;

    /// <summary>Violations before the gate, by code, in ordinal order.</summary>
    public IReadOnlyDictionary<string, int> ViolationsByRule => new SortedDictionary<string, int>(
        _intents.SelectMany(intent => intent.Violations).GroupBy(found => found.Code, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>Part of the intents that broke a rule of the mandate before the gate; 0 without intents.</summary>
    public double ViolationRate => _intents.Count is 0 ? 0 : (double)_intents.Count(intent => intent.Violations.Count > 0) / _intents.Count;

    /// <summary>Takes in a cycle.</summary>
    public void Add(CycleResult cycle)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        if (cycle.Decision.Intent.Direction is IntentDirection.Long or IntentDirection.Short)
        {
            _intents.Add(new IntentRecord(
                cycle.Cycle, cycle.AsOf, cycle.Decision.Id, cycle.Decision.Intent, cycle.Violations, cycle.Plan.Outcome, cycle.Decision.Quantity, cycle.Manager.Review?.Losers ?? [], cycle.Manager.Review?.IsRevised ?? false));
        }

        _outcomes.AddRange(cycle.Outcomes);
        _fills.AddRange(cycle.Fills);
        _equity.Add(new EquityPoint(cycle.AsOf, cycle.Portfolio.Equity, cycle.Bar.Close));
        _milliseconds.Add(cycle.DecisionTime.TotalMilliseconds);
        ContextTokens += cycle.Manager.Context.Tokens;
        ModelTokens += cycle.Manager.Proposals.Sum(proposal => (long)proposal.Tokens);
        AgentFailures += cycle.Manager.Proposals.Count(proposal => proposal.Failure is not null);
        Events += cycle.Events.Count;
        Denials += cycle.Decision.Verdict is GateVerdict.Denied ? 1 : 0;
    }

    /// <summary>A percentile of the decisions' latency in milliseconds; 0 without decisions.</summary>
    /// <param name="share">0-1: 0.5 is the median.</param>
    public double Latency(double share)
    {
        if (_milliseconds.Count is 0)
        {
            return 0;
        }

        var sorted = _milliseconds.Order().ToArray();
        return sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(share * sorted.Length))];
    }
}

/// <summary>An intent that wished to open or enlarge a position, and how it fared.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="AsOf">When, UTC.</param>
/// <param name="DecisionId">Its decision.</param>
/// <param name="Intent">The wish.</param>
/// <param name="Violations">What it broke of the mandate before anything corrected it.</param>
/// <param name="Outcome">Where it ended.</param>
/// <param name="Quantity">What was sent; 0 for nothing.</param>
/// <param name="Losers">Losing episodes like it that were known and looked at.</param>
/// <param name="IsRevised">Whether it was changed for them.</param>
public sealed record IntentRecord(
    long Cycle,
    DateTimeOffset AsOf,
    string DecisionId,
    TradeIntent Intent,
    IReadOnlyList<GateFinding> Violations,
    PlanOutcome Outcome,
    decimal Quantity,
    IReadOnlyList<string> Losers,
    bool IsRevised);

/// <summary>Equity at one time.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Equity">Cash and marked positions.</param>
/// <param name="Price">The market's close.</param>
public readonly record struct EquityPoint(DateTimeOffset At, decimal Equity, decimal Price);
