using System.Buffers;
using OMem.Episodic;
using OMem.Interactions;
using OMem.Persona;
using OMem.Working;

namespace OMem.Recall;

/// <summary>The read path up to the ranking: analyse, three channels, fuse. No model is called and nothing is read from a store. Thread-safe.</summary>
/// <param name="weights">The weights.</param>
/// <param name="parallelTurns">From so many turns on the channels run side by side.</param>
internal sealed class RecallPipeline(RecallWeights weights, int parallelTurns = RecallPipeline.ParallelTurns)
{
    /// <summary>Default of the turns from which channels run side by side: below, waking a thread costs more than it saves. The result is the same.</summary>
    public const int ParallelTurns = 20_000;

    private static readonly IRecallChannel[] Channels = [new PersonaChannel(), new WorkingChannel(), new EpisodicChannel()];

    /// <summary>The weights in use.</summary>
    public RecallWeights Weights { get; } = weights;

    /// <summary>Scores every turn of a view for a question.</summary>
    /// <param name="view">The turns; cut back to what was recorded by <see cref="RecallQuery.AsOf"/>.</param>
    /// <param name="derived">Derived memory.</param>
    /// <param name="query">The question and its filters.</param>
    /// <param name="vectors">Vectors of <see cref="QueryAnalyzer.EmbeddingTexts(ScopeView, string)"/>; null for lexical recall.</param>
    /// <returns>A ranking to be disposed.</returns>
    public Ranking Rank(ScopeView view, DerivedView derived, RecallQuery query, QueryVectors? vectors)
    {
        var known = TurnFilter.AsOf(view, query.AsOf);
        var question = QueryAnalyzer.Analyze(known, query.Text);
        var isStatement = question.Signs.HasFlag(QuestionSigns.IsStatement) && vectors is not null && known.Vectors.Present > 0;
        var profile = Weights.For(known.HasAssistant, isStatement);
        var context = new RecallContext(known, derived, question, vectors, profile, new FeatureTable(known.Count, profile))
        {
            AsOf = query.AsOf,
        };
        var traces = known.Count == 0 ? [] : RunChannels(context);
        var scores = ArrayPool<float>.Shared.Rent(Math.Max(1, known.Count));
        Fusion.Score(context.Features, context.Profile, scores.AsSpan(0, known.Count));
        return new Ranking(context, scores, TurnFilter.Create(known, query), traces);
    }

    private ChannelTrace[] RunChannels(RecallContext context)
    {
        var traces = new ChannelTrace[Channels.Length];
        if (context.View.Count < parallelTurns)
        {
            for (var i = 0; i < Channels.Length; i++)
            {
                traces[i] = Channels[i].Score(context);
            }
        }
        else
        {
            Parallel.For(0, Channels.Length, i => traces[i] = Channels[i].Score(context));
        }

        return traces;
    }
}
