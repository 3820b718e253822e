using System.Globalization;
using OMem.Recall;

namespace OMem.Evaluation;

/// <summary>Learns the recall weights of one profile from questions with evidence, and says what they are worth on conversations they have not seen.</summary>
public static class WeightTuner
{
    /// <summary>Learns, writes the weights file and, if asked for, evaluates with one conversation left out at a time.</summary>
    /// <param name="options">What to learn from.</param>
    /// <param name="progress">Told about each conversation and question.</param>
    /// <param name="cancellationToken">Ends the run; no file is written then.</param>
    /// <exception cref="ArgumentException">The set ranks sessions, not turns, or has nothing to learn from.</exception>
    /// <exception cref="InvalidDatasetException">The files are missing or malformed.</exception>
    public static async Task<TuningResult> RunAsync(
        TuningOptions options, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var retrieval = options.Retrieval;
        progress?.Report(new EvaluationProgress("read", null, null, 0, 0));
        var read = await DatasetReader.ReadAsync(retrieval.Dataset, retrieval.DataPath, cancellationToken).ConfigureAwait(false);
        var dataset = DatasetReader.Select(read, retrieval.Conversations, retrieval.Limit);
        if (dataset.Granularity is not Granularity.Turn)
        {
            throw new ArgumentException($"Weights rank turns; '{dataset.Name}' has gold sessions only.", nameof(options));
        }

        var vectors = SystemFactory.CreateVectors(dataset, retrieval);
        var memories = SystemFactory.CreateMemories(retrieval, vectors);
        var weights = await LoadAsync(options.BaseWeights, cancellationToken).ConfigureAwait(false);
        var profile = weights.For(dataset.Conversations.Any(c => c.Interactions.Any(i => i.Role is SpeakerRole.Assistant)));
        var folds = await FoldsAsync(dataset, memories, weights, profile, options, progress, cancellationToken).ConfigureAwait(false);
        if (vectors is not null)
        {
            await vectors.SaveAsync(cancellationToken).ConfigureAwait(false);
        }

        progress?.Report(new EvaluationProgress("learn", null, null, folds.Count, folds.Count));
        var exact = Fit(folds, leftOut: null, profile, options, cancellationToken);
        var learned = profile.With(Columns(Learned(profile, options), WeightRounding.Round(exact)));
        var unseen = options.LeaveOneOut ? LeaveEachOut(folds, weights, profile, options, cancellationToken) : null;
        var (signal, judged) = await SignalTuner
            .TuneAsync(dataset, memories, weights.With(learned), unseen, cancellationToken).ConfigureAwait(false);
        var report = unseen is null
            ? null
            : await RetrievalEvaluation.RunAsync(
                dataset, retrieval, vectors, memories, new EngineSystem(memories, id => unseen[id], Origin(options, profile, folds.Count)), progress, cancellationToken)
                .ConfigureAwait(false);
        await SaveAsync(options.WeightsFile, weights.With(learned.With(signal is null ? learned.Signal : SignalTuner.Replace(learned.Signal, signal, memories.HasVectors))), cancellationToken).ConfigureAwait(false);
        return new TuningResult(
            profile.Name, folds.Values.Sum(f => f.Count), ByName(Learned(profile, options), WeightRounding.Round(exact).Select(w => Math.Round((double)w, 2))), ByName(Learned(profile, options), exact), judged, report);
    }

    private static async Task<Dictionary<string, IReadOnlyList<ChoiceSet>>> FoldsAsync(
        EvaluationDataset dataset,
        ConversationMemories memories,
        RecallWeights weights,
        RecallProfile profile,
        TuningOptions options,
        IProgress<EvaluationProgress>? progress,
        CancellationToken cancellationToken)
    {
        var unknown = options.WithoutFeatures.FirstOrDefault(name => !FeatureCatalog.TryFind(name, out _));
        if (unknown is not null)
        {
            throw new ArgumentException($"There is no feature '{unknown}'.", nameof(options));
        }

        var pipeline = new RecallPipeline(weights);
        var folds = new Dictionary<string, IReadOnlyList<ChoiceSet>>(StringComparer.Ordinal);
        foreach (var conversation in dataset.Conversations)
        {
            progress?.Report(new EvaluationProgress("learn", null, conversation.Id, folds.Count, dataset.Conversations.Count));
            folds[conversation.Id] = await ChoiceSets.ReadAsync(conversation, memories, pipeline, profile, Learned(profile, options), options.Categories, cancellationToken).ConfigureAwait(false);
        }

        return folds.Values.Any(f => f.Count > 0)
            ? folds
            : throw new ArgumentException("There is no question with evidence to learn from.", nameof(options));
    }

    private static Dictionary<string, RecallWeights> LeaveEachOut(
        Dictionary<string, IReadOnlyList<ChoiceSet>> folds,
        RecallWeights weights,
        RecallProfile profile,
        TuningOptions options,
        CancellationToken cancellationToken) => folds.Count < 2
            ? throw new ArgumentException("Leaving one out needs at least two conversations.", nameof(options))
            : folds.Keys.ToDictionary(
                id => id,
                id => weights.With(profile.With(Columns(Learned(profile, options), WeightRounding.Round(Fit(folds, id, profile, options, cancellationToken))))),
                StringComparer.Ordinal);

    private static string Origin(TuningOptions options, RecallProfile profile, int conversations)
    {
        var from = options.Categories.Count == 0 ? string.Empty : $", from {string.Join(", ", options.Categories)}";
        from += options.WithoutFeatures.Count == 0 ? string.Empty : $", without {string.Join(", ", options.WithoutFeatures)}";
        return string.Create(
            CultureInfo.InvariantCulture, $"leave-one-out: learnt on the other {conversations - 1} conversations, L2 {Pull(options, profile)}, rounded{from}");
    }

    private static double[] Fit(
        Dictionary<string, IReadOnlyList<ChoiceSet>> folds, string? leftOut, RecallProfile profile, TuningOptions options, CancellationToken cancellationToken) =>
        ConditionalLogit.Fit(
            [.. folds.Where(f => f.Key != leftOut).SelectMany(f => f.Value)], Learned(profile, options).Count, Pull(options, profile), cancellationToken);

    private static double Pull(TuningOptions options, RecallProfile profile) =>
        options.L2 ?? (profile.Name == RecallWeights.Assistant ? TuningOptions.AssistantL2 : ConditionalLogit.DefaultL2);

    /// <summary>The features whose weights are learned: those the profile lists.</summary>
    private static List<Feature> Learned(RecallProfile profile, TuningOptions options) =>
        [.. profile.Features.Where(f => !options.WithoutFeatures.Contains(FeatureCatalog.Get(f).Name, StringComparer.Ordinal))];

    /// <summary>Weights by column of the feature table.</summary>
    private static float[] Columns(List<Feature> features, float[] weights)
    {
        var columns = new float[FeatureCatalog.Count];
        foreach (var (feature, weight) in features.Zip(weights))
        {
            columns[(int)feature] = weight;
        }

        return columns;
    }

    private static async Task<RecallWeights> LoadAsync(string? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return RecallWeights.Default;
        }

        using var content = new MemoryStream(await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false));
        return RecallWeights.Load(content);
    }

    private static async Task SaveAsync(string? file, RecallWeights weights, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            using var content = new MemoryStream();
            weights.Save(content);
            content.WriteByte((byte)'\n');
            await AtomicFile.WriteAsync(file, content.ToArray(), cancellationToken).ConfigureAwait(false);
        }
    }

    private static Dictionary<string, double> ByName(List<Feature> features, IEnumerable<double> weights) =>
        features.Zip(weights, (f, w) => (FeatureCatalog.Get(f).Name, w)).ToDictionary(p => p.Name, p => p.w, StringComparer.Ordinal);
}
