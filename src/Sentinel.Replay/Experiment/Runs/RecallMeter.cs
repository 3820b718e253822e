using Sentinel.Memory;

namespace Sentinel.Replay.Experiment;

/// <summary>Whether what was recalled at a planted shock are earlier shocks of the same pattern.</summary>
internal sealed class RecallMeter
{
    private readonly Dictionary<(Symbol, DateTimeOffset), PlantedShock> _shocks;
    private readonly IReadOnlyList<PlantedShock> _ordered;
    private readonly int _k;

    /// <summary>A meter.</summary>
    /// <param name="planted">What was planted, in order of time.</param>
    /// <param name="k">How many episodes a context may show.</param>
    public RecallMeter(IReadOnlyList<PlantedShock> planted, int k)
    {
        (_ordered, _k) = (planted, k);
        _shocks = planted.ToDictionary(shock => (shock.Symbol, shock.KnownAt));
    }

    /// <summary>Recall and nDCG at k of a context; null when it is of no planted shock, or nothing like it was over by then.</summary>
    public (double Recall, double Ndcg)? Judge(DecisionContext context)
    {
        if (!_shocks.TryGetValue((context.Situation.Symbol, context.AsOf), out var shock))
        {
            return null;
        }

        var relevant = _ordered.TakeWhile(other => other.KnownAt < context.AsOf).Count(other => other.Pattern == shock.Pattern && other.OutcomeKnownAt <= context.AsOf);
        if (relevant is 0)
        {
            return null;
        }

        bool[] hits = [.. (context.Episodes?.Items ?? []).Take(_k)
            .Select(item => _shocks.TryGetValue((item.Episode.Symbol, item.Episode.KnownAt), out var found) && found.Pattern == shock.Pattern)];
        return (Scores.Recall(hits, relevant, _k), Scores.Ndcg(hits, relevant, _k));
    }
}
