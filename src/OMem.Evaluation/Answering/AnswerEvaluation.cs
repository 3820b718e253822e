using System.Globalization;
using Microsoft.Extensions.AI;

namespace OMem.Evaluation;

/// <summary>Evaluates answers: builds memories, asks, has answers judged, and sums up. A second run on the same folder goes on where the first ended.</summary>
internal static class AnswerEvaluation
{
    private const string MemoriesFolder = "memories";

    /// <summary>Runs and reports.</summary>
    /// <exception cref="ArgumentException">A data set, system or conversation of the options does not exist.</exception>
    /// <exception cref="InvalidDatasetException">The files are missing or malformed.</exception>
    /// <exception cref="AnswerRunException">The model cannot be used, or the folder holds another run.</exception>
    public static async Task<AnswerReport> RunAsync(
        AnswerRunOptions options, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        progress?.Report(new EvaluationProgress("read", null, null, 0, 0));
        var read = await AnswerDatasetReader.ReadAsync(options.Dataset, options.DataPath, options.WithSystem, options.Filler, cancellationToken).ConfigureAwait(false);
        var dataset = AnswerDatasetReader.Select(read, options.Conversations, options.Limit);
        var vectors = options.Embeddings is { } generator
            ? new VectorCache(generator, AnswerEmbedder.Id(options)!, options.CacheDirectory, dataset.Hash)
            : null;
        var systems = AnswerSystems.Create(options, dataset.Kind, vectors);
        IAnswerReader reader = options.Answerer is { } answerer
            ? Reader(options, dataset.Kind, Model(options, answerer))
            : new ExtractiveReader();
        var judge = options.Judge is { } model ? new AnswerJudge(Model(options, model), dataset.Kind) : null;
        var settings = Settings(options, dataset, reader);
        using var journal = RunJournal.Open(options.RunDirectory, settings);
        var parts = new BuildParts(
            Path.Combine(options.RunDirectory, MemoriesFolder),
            options.OpenStore,
            KeepStores: options.Models.Reader is not null,
            options.Embeddings,
            options.Models with { Answerer = options.Models.Answerer is { } asked ? new SeededChatClient(asked, options.Seed) : null },
            options.Limits,
            step => journal.Add(new BuildLine(step)));
        var run = new AnswerRun(
            dataset, systems, reader, judge, journal, conversation => new ConversationDesk(conversation, (c, method) => new BuiltMemory(c, parts with { Method = method })), progress);
        await run.RunAsync(options.Parallel, cancellationToken).ConfigureAwait(false);
        if (vectors is not null)
        {
            await vectors.SaveAsync(cancellationToken).ConfigureAwait(false);
        }

        progress?.Report(new EvaluationProgress("report", null, null, 1, 1));
        return new AnswerReportBuilder(dataset, options, journal, judge, settings).Build(systems);
    }

    /// <summary>Everything that makes answers comparable.</summary>
    private static SortedDictionary<string, string> Settings(AnswerRunOptions options, AnswerDataset dataset, IAnswerReader reader)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["dataset"] = dataset.Name,
            ["dataHash"] = dataset.Hash,
            ["tokenBudget"] = options.TokenBudget.ToString(CultureInfo.InvariantCulture),
            ["tokens"] = "characters / 4, of the recalled texts",
            ["embedder"] = AnswerEmbedder.Id(options) ?? "none",
            ["build"] = Build(options),
        };
        foreach (var (key, value) in dataset.Reading)
        {
            settings["reading." + key] = value;
        }

        foreach (var (key, value) in reader.Configuration)
        {
            settings["answer." + key] = value;
        }

        return settings;
    }

    /// <summary>Short answers and choices are read as the engine's Ask reads them; full answers and replies want a prompt of their own.</summary>
    private static IAnswerReader Reader(AnswerRunOptions options, AnswerKindOfSet kind, AnswerModel model) =>
        kind is AnswerKindOfSet.Short or AnswerKindOfSet.Choice
            ? new AskReader(model, options.Call, options.Seed)
            : new ModelReader(model, kind, options.Call, options.Seed);

    private static AnswerModel Model(AnswerRunOptions options, IChatClient client) => new(client, options.Limits, options.Time, options.Seed);

    private static string Build(AnswerRunOptions options) => string.Join(", ",
        new (string Stage, IChatClient? Client)[]
        {
            ("reader", options.Models.Reader), ("consolidator", options.Models.Consolidator), ("summarizer", options.Models.Summarizer),
        }.Select(part => $"{part.Stage} {Name(part.Client)}"));

    private static string Name(IChatClient? client) => client is null
        ? "local"
        : (client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId ?? "unknown";
}
