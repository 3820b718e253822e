namespace Sentinel.Memory;

/// <summary>Decisions in order of time, with their outcomes; what is not asked for again stays in the journal.</summary>
internal sealed class DecisionLog
{
    private readonly List<Logged> _decisions = [];
    private readonly Dictionary<string, Logged> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(DateTimeOffset At, Reflection Reflection)>> _reflections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Outcome> _outcomes = new(StringComparer.Ordinal);

    public void Add(Decision decision)
    {
        var logged = new Logged(decision.Id, decision.Symbol, decision.AsOf, decision.Intent.Direction, decision.Intent.Conviction, decision.Verdict);
        if (!_byId.TryAdd(decision.Id, logged))
        {
            return;
        }

        var at = _decisions.Count;
        while (at > 0 && Compare(_decisions[at - 1], logged) > 0)
        {
            at--;
        }

        _decisions.Insert(at, logged);
    }

    public void Add(Outcome outcome)
    {
        _outcomes.TryAdd(outcome.Id, outcome);
        if (_byId.TryGetValue(outcome.DecisionId, out var logged))
        {
            logged.Outcomes[(int)outcome.Horizon] = outcome;
        }
    }

    public void Add(DateTimeOffset asOf, Reflection reflection)
    {
        var decisionId = reflection.DecisionId ?? "";
        if (!_reflections.TryGetValue(decisionId, out var list))
        {
            _reflections.Add(decisionId, list = []);
        }

        list.Add((asOf, reflection));
    }

    /// <summary>Reflections about a decision made by then, oldest first.</summary>
    public IEnumerable<Reflection> ReflectionsOf(string decisionId, DateTimeOffset asOf) => _reflections.TryGetValue(decisionId, out var list)
        ? list.Where(item => item.At <= asOf).Select(item => item.Reflection)
        : [];

    public Outcome? Outcome(string id) => _outcomes.GetValueOrDefault(id);

    /// <summary>Outcomes of a decision settled by then, shortest horizon first.</summary>
    public IReadOnlyList<Outcome> OutcomesOf(string decisionId, DateTimeOffset asOf) =>
        _byId.TryGetValue(decisionId, out var logged) ? Settled(logged, asOf) : [];

    /// <summary>Decisions taken by then, newest first.</summary>
    public IEnumerable<DecisionSummary> Latest(DateTimeOffset asOf, Symbol? symbol)
    {
        for (var i = _decisions.Count - 1; i >= 0; i--)
        {
            var logged = _decisions[i];
            if (logged.AsOf <= asOf && (symbol is null || logged.Symbol == symbol))
            {
                yield return new DecisionSummary(
                    logged.Id, logged.Symbol, logged.AsOf, logged.Direction, logged.Conviction, logged.Verdict, Settled(logged, asOf));
            }
        }
    }

    private static IReadOnlyList<Outcome> Settled(Logged logged, DateTimeOffset asOf) =>
        [.. logged.Outcomes.OfType<Outcome>().Where(outcome => outcome.SettledAt <= asOf)];

    private static int Compare(Logged left, Logged right) => left.AsOf != right.AsOf ? left.AsOf.CompareTo(right.AsOf) : string.CompareOrdinal(left.Id, right.Id);

    private sealed record Logged(string Id, Symbol Symbol, DateTimeOffset AsOf, IntentDirection Direction, double Conviction, GateVerdict? Verdict)
    {
        public Outcome?[] Outcomes { get; } = new Outcome?[4];
    }
}
