using System.Buffers;
using OMem.Interactions;
using OMem.Storage;

namespace OMem.Recall;

/// <summary>Every turn of a view with its score for one question. Memory is rented: dispose it.</summary>
internal sealed class Ranking : IDisposable
{
    private float[] _scores;

    internal Ranking(RecallContext context, float[] scores, TurnFilter? filter, IReadOnlyList<ChannelTrace> channels)
    {
        Context = context;
        _scores = scores;
        Filter = filter;
        Channels = channels;
    }

    /// <summary>The turns ranked.</summary>
    public ScopeView View => Context.View;

    /// <summary>Which turns the query allows; null for all.</summary>
    public TurnFilter? Filter { get; }

    /// <summary>The question as understood.</summary>
    public Question Question => Context.Question;

    /// <summary>The features behind the scores.</summary>
    public FeatureTable Features => Context.Features;

    /// <summary>The profile used.</summary>
    public RecallProfile Profile => Context.Profile;

    /// <summary>Persona items that match.</summary>
    public IReadOnlyList<StatementMatch<StoredItem>> PersonaMatches => Context.PersonaMatches;

    /// <summary>What each channel did.</summary>
    public IReadOnlyList<ChannelTrace> Channels { get; }

    /// <summary>The score of each turn.</summary>
    public ReadOnlySpan<float> Scores => _scores.AsSpan(0, View.Count);

    internal RecallContext Context { get; }

    /// <summary>Whether the filters of the query allow the turn.</summary>
    public bool Allows(int turn) => Filter is null || Filter.Allows(turn);

    /// <summary>Whether the filters of the query, that for the speaker aside, allow the turn.</summary>
    public bool AllowsAnySpeaker(int turn) => Filter is null || Filter.AllowsAnySpeaker(turn);

    /// <summary>The best turns, best first; equal scores by log position, the earlier first.</summary>
    /// <param name="count">At most so many.</param>
    /// <param name="filtered">Whether to leave out what the filters exclude.</param>
    public List<RankedTurn> Top(int count, bool filtered = true)
    {
        var best = new PriorityQueue<RankedTurn, RankedTurn>(RankedTurn.WorstFirst);
        var scores = Scores;
        var least = float.NegativeInfinity;
        for (var turn = 0; turn < scores.Length && count > 0; turn++)
        {
            // A later turn with an equal score never takes the place of an earlier one.
            if ((best.Count == count && scores[turn] <= least) || (filtered && !Allows(turn)))
            {
                continue;
            }

            var ranked = new RankedTurn(turn, scores[turn]);
            if (best.Count < count)
            {
                best.Enqueue(ranked, ranked);
            }
            else
            {
                best.EnqueueDequeue(ranked, ranked);
            }

            least = best.Peek().Score;
        }

        var ordered = new List<RankedTurn>(best.Count);
        while (best.TryDequeue(out var ranked, out _))
        {
            ordered.Add(ranked);
        }

        ordered.Reverse();
        return ordered;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var scores = _scores;
        _scores = [];
        if (scores.Length > 0)
        {
            ArrayPool<float>.Shared.Return(scores);
            Context.Features.Dispose();
        }
    }
}

/// <summary>A turn and its fused score.</summary>
/// <param name="Turn">The turn: log position less one.</param>
/// <param name="Score">Its score.</param>
internal readonly record struct RankedTurn(int Turn, float Score)
{
    /// <summary>Orders the worst first: by score, of equal ones the later turn first.</summary>
    public static IComparer<RankedTurn> WorstFirst { get; } = Comparer<RankedTurn>.Create(static (left, right) =>
        left.Score != right.Score ? left.Score.CompareTo(right.Score) : right.Turn.CompareTo(left.Turn));
}
