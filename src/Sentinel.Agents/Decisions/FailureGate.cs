using Sentinel.Memory;

namespace Sentinel.Agents;

/// <summary>Looks, at the point of action, for losing decisions like the intended one, and for how all like decisions went: losers alone prove nothing.</summary>
public sealed class FailureGate(IMemoryToolkit toolkit, AgentSettings settings)
{
    /// <summary>What is known by then of decisions like the intended one; nothing when nothing opens.</summary>
    public async Task<LikeDecisions> FindAsync(AgentBrief brief, TradeIntent intent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(intent);
        if (!Intents.Opens(intent))
        {
            return LikeDecisions.None;
        }

        var exposure = intent.Direction is IntentDirection.Long ? 1 : -1;
        var losers = toolkit.RecallLosersAsync(brief.AsOf, brief.Situation, intent, settings.LosersShown, cancellationToken);
        var all = toolkit.RecallEpisodesAsync(brief.AsOf, new EpisodeRequest { Situation = brief.Situation, K = EpisodeRequest.MaxK }, cancellationToken);
        await Task.WhenAll(losers, all).ConfigureAwait(false);
        var moves = (await all.ConfigureAwait(false)).Items.SelectMany(static recall => recall.Items)
            .Where(item => item.Episode.Exposure == exposure && item.MoveAtr is { } move && double.IsFinite(move)).Select(item => exposure * item.MoveAtr!.Value);
        return new LikeDecisions((await losers.ConfigureAwait(false)).Items, [.. moves]);
    }
}

/// <summary>Decisions like an intended one.</summary>
/// <param name="Losers">The nearest that lost, nearest first.</param>
/// <param name="Moves">How far the market went the way of each like decision, in average true ranges; winners and losers as they came, costs left out.</param>
public sealed record LikeDecisions(IReadOnlyList<RecalledEpisode> Losers, IReadOnlyList<double> Moves)
{
    private const double TwoSided95 = 1.96;

    /// <summary>Nothing.</summary>
    public static LikeDecisions None { get; } = new([], []);

    /// <summary>The mean of <see cref="Moves"/>; 0 without any.</summary>
    public double MeanMove => Moves.Count is 0 ? 0 : Moves.Average();

    /// <summary>Whether there are enough (10) and the whole 95 % interval of their mean lies below 0.</summary>
    public bool SpeakAgainst
    {
        get
        {
            if (Moves.Count < EpisodeStatistics.MinimumNEff)
            {
                return false;
            }

            var mean = MeanMove;
            var variance = Moves.Sum(move => (move - mean) * (move - mean)) / (Moves.Count - 1);
            return mean + (TwoSided95 * Math.Sqrt(variance / Moves.Count)) < 0;
        }
    }
}
