using OMem.Recall;

namespace OMem.Evaluation;

/// <summary>Calibrates the signal of a profile over the conversations of a set.</summary>
internal static class SignalTuner
{
    /// <summary>Fits the signal for the learned weights; judges it on conversations it has not seen where there are weights for them.</summary>
    /// <param name="dataset">The set.</param>
    /// <param name="memories">The memories.</param>
    /// <param name="learned">Weights learned from all conversations.</param>
    /// <param name="unseen">Weights learned without a conversation, by its id; null judges on the conversations learned from.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Nulls when there is one conversation only.</returns>
    public static async Task<(SignalModel? Signal, SignalReport? Report)> TuneAsync(
        EvaluationDataset dataset,
        ConversationMemories memories,
        RecallWeights learned,
        IReadOnlyDictionary<string, RecallWeights>? unseen,
        CancellationToken cancellationToken)
    {
        if (dataset.Conversations.Count < 2)
        {
            return (null, null);
        }

        var samples = await SamplesAsync(dataset, memories, _ => learned, cancellationToken).ConfigureAwait(false);
        if (!samples.SelectMany(s => s).Any(s => s.Measures is not null))
        {
            return (null, null);
        }

        var signal = SignalCalibration.Fit([.. samples.SelectMany(s => s)]);
        if (unseen is null)
        {
            return (signal, SignalCalibration.Judge([.. samples.SelectMany(s => s).Select(s => (s, SignalCalibration.Probability(signal, s)))]));
        }

        var folds = await SamplesAsync(dataset, memories, id => unseen[id], cancellationToken).ConfigureAwait(false);
        var judged = new List<(SignalSample, double)>();
        for (var i = 0; i < folds.Count; i++)
        {
            var others = SignalCalibration.Fit([.. folds.Where((_, j) => j != i).SelectMany(s => s)]);
            judged.AddRange(folds[i].Select(s => (s, SignalCalibration.Probability(others, s))));
        }

        return (signal, SignalCalibration.Judge(judged));
    }

    /// <summary>The calibration of the same kind replaced, the other kept.</summary>
    public static SignalSet Replace(SignalSet signals, SignalModel signal, bool withVectors) =>
        withVectors ? signals with { WithVectors = signal } : signals with { ByWords = signal };

    private static async Task<List<IReadOnlyList<SignalSample>>> SamplesAsync(
        EvaluationDataset dataset, ConversationMemories memories, Func<string, RecallWeights> weights, CancellationToken cancellationToken)
    {
        // Adversarial questions have evidence but no answer: they say nothing about what is known.
        var categories = dataset.Groups.GetValueOrDefault(LoCoMoReader.AnswerableGroup) ?? new HashSet<string>(StringComparer.Ordinal);
        var samples = new List<IReadOnlyList<SignalSample>>();
        for (var i = 0; i < dataset.Conversations.Count; i++)
        {
            var own = dataset.Conversations[i];
            var foreign = dataset.Conversations[(i + 1) % dataset.Conversations.Count];
            var pipeline = new RecallPipeline(weights(own.Id));
            var all = new List<SignalSample>();
            foreach (var piece in MemorySizes.Of(Answerable(own, categories)))
            {
                all.AddRange(await SignalSamples.ReadAsync(piece, Answerable(foreign, categories), memories, pipeline, cancellationToken).ConfigureAwait(false));
            }

            samples.Add(all);
        }

        return samples;
    }

    private static EvaluationConversation Answerable(EvaluationConversation conversation, IReadOnlySet<string> categories) => categories.Count == 0
        ? conversation
        : conversation with { Questions = [.. conversation.Questions.Where(question => categories.Contains(question.Category))] };
}
