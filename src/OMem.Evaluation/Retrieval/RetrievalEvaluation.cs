namespace OMem.Evaluation;

/// <summary>Evaluates retrieval without a judge: how much of the evidence each system brings back.</summary>
public static class RetrievalEvaluation
{
    /// <summary>Reads the set, asks every system every question and aggregates. Writes no file but the vector cache.</summary>
    /// <param name="options">What to evaluate.</param>
    /// <param name="progress">Told about each question.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ArgumentException">A data set, system or conversation of the options does not exist.</exception>
    /// <exception cref="InvalidDatasetException">The files are missing or malformed.</exception>
    public static async Task<RetrievalReport> RunAsync(
        RetrievalOptions options, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        progress?.Report(new EvaluationProgress("read", null, null, 0, 0));
        var read = await DatasetReader.ReadAsync(options.Dataset, options.DataPath, cancellationToken).ConfigureAwait(false);
        var dataset = DatasetReader.Select(read, options.Conversations, options.Limit);
        var vectors = SystemFactory.CreateVectors(dataset, options);
        var memories = SystemFactory.CreateMemories(options, vectors);
        return await RunAsync(dataset, options, vectors, memories, EngineSystem.WithDefaultWeights(memories), progress, cancellationToken).ConfigureAwait(false);
    }

    internal static async Task<RetrievalReport> RunAsync(
        EvaluationDataset dataset,
        RetrievalOptions options,
        VectorCache? vectors,
        ConversationMemories memories,
        EngineSystem engine,
        IProgress<EvaluationProgress>? progress,
        CancellationToken cancellationToken)
    {
        var systems = SystemFactory.Create(dataset, options, vectors, memories, engine);
        var results = await new RetrievalRun(dataset, progress).RunAsync(systems, cancellationToken).ConfigureAwait(false);
        if (vectors is not null)
        {
            await vectors.SaveAsync(cancellationToken).ConfigureAwait(false);
        }

        progress?.Report(new EvaluationProgress("report", null, null, 1, 1));
        return new RetrievalReport
        {
            Dataset = dataset.Name,
            DataHash = dataset.Hash,
            Granularity = dataset.Granularity is Granularity.Session ? "session" : "turn",
            Conversations = dataset.Conversations.Count,
            Turns = dataset.Conversations.Sum(c => c.Interactions.Count),
            Count = dataset.Conversations.Sum(c => c.Questions.Count),
            Dropped = dataset.Dropped,
            Configuration = new ReportConfiguration
            {
                Embedder = SystemFactory.Describe(options),
                BootstrapSamples = options.BootstrapSamples,
                Seed = options.Seed,
                OnlyConversations = options.Conversations,
                Limit = options.Limit,
                Systems = systems.ToDictionary(s => s.Name, s => s.Configuration, StringComparer.Ordinal),
            },
            Systems = new ReportBuilder(dataset, options.BootstrapSamples, options.Seed).Build(results),
            Results = results,
        };
    }
}
