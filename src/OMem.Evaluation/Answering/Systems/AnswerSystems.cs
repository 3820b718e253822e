namespace OMem.Evaluation;

/// <summary>Makes the rows of a run by name.</summary>
internal static class AnswerSystems
{
    /// <summary>The names there are.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        RecallAnswers.SystemName, AskAnswers.SystemName, RankedAnswers.RagName, RankedAnswers.Bm25Name, PaperAnswers.SystemName,
        WholeConversation.FullName, WholeConversation.EmptyName, .. ChannelAblation.Channels.Select(channel => $"{RecallAnswers.SystemName}-no-{channel}"),
    ];

    /// <summary>The systems of the options; without names all that can run, but the ablations and <c>omem-ask</c> where <c>omem</c> is the same.</summary>
    /// <exception cref="ArgumentException">A name is not known, or its model is missing.</exception>
    public static IReadOnlyList<IAnswerSystem> Create(AnswerRunOptions options, AnswerKindOfSet kind, VectorCache? vectors)
    {
        var names = options.Systems.Count > 0 ? options.Systems.Distinct(StringComparer.Ordinal) : Default(options, kind);
        return [.. names.Select(name => Create(name, options, vectors))];
    }

    private static IEnumerable<string> Default(AnswerRunOptions options, AnswerKindOfSet kind) => Names.Where(name => name switch
    {
        AskAnswers.SystemName => options.Models.Answerer is not null && kind is AnswerKindOfSet.Rubric or AnswerKindOfSet.Reply,
        RankedAnswers.RagName => options.Embeddings is not null,
        PaperAnswers.SystemName => options.Embeddings is not null || options.Models.Reader is not null,
        _ => !name.StartsWith(RecallAnswers.SystemName + "-no-", StringComparison.Ordinal),
    });

    private static IAnswerSystem Create(string name, AnswerRunOptions options, VectorCache? vectors) => name switch
    {
        RecallAnswers.SystemName => new RecallAnswers(options.TokenBudget),
        AskAnswers.SystemName when options.Models.Answerer is not null => new AskAnswers(options.TokenBudget, options.Call),
        AskAnswers.SystemName => throw new ArgumentException($"The system '{name}' needs a language model.", nameof(options)),
        RankedAnswers.Bm25Name => new RankedAnswers(name, () => new Bm25System(), options.TokenBudget, onlyMatches: true, dimensions: 0),
        PaperAnswers.SystemName when options.Models.Reader is not null => new PaperAnswers(options.TokenBudget, AnswerEmbedder.Id(options)),
        RankedAnswers.RagName or PaperAnswers.SystemName when options.Embeddings is null || vectors is null =>
            throw new ArgumentException($"The system '{name}' needs an embedding model.", nameof(options)),
        RankedAnswers.RagName => Ranked(name, options, () => new DenseSystem(options.Embeddings!, vectors!)),

        // Without a model to read with: the published read side on what the local reader understood.
        PaperAnswers.SystemName => Ranked(name, options, () => new PaperSystem(new ConversationMemories(options.Embeddings, vectors, AnswerEmbedder.Id(options)!))),
        WholeConversation.FullName => new WholeConversation(everything: true),
        WholeConversation.EmptyName => new WholeConversation(everything: false),
        _ when ChannelAblation.Channels.FirstOrDefault(channel => name == $"{RecallAnswers.SystemName}-no-{channel}") is { } without =>
            new RecallAnswers(options.TokenBudget, without),
        _ => throw new ArgumentException($"There is no system '{name}'; there are {string.Join(", ", Names)}.", nameof(options)),
    };

    private static RankedAnswers Ranked(string name, AnswerRunOptions options, Func<IRetrievalSystem> create) =>
        new(name, create, options.TokenBudget, onlyMatches: false, AnswerEmbedder.Dimensions(options));
}
