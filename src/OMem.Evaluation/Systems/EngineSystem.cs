using System.Security.Cryptography;
using OMem.Recall;

namespace OMem.Evaluation;

/// <summary>OMem's own ranking: the engine's index, channels and learned weights.</summary>
/// <param name="memories">The conversations.</param>
/// <param name="weights">The weights for a conversation: one file for all, or those learnt without it.</param>
/// <param name="origin">Where the weights come from, for the report.</param>
internal sealed class EngineSystem(ConversationMemories memories, Func<string, RecallWeights> weights, string origin) : IRetrievalSystem
{
    public const string SystemName = "omem";

    public string Name => SystemName;

    public IReadOnlyDictionary<string, string> Configuration { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["weights"] = origin, ["reader"] = ConversationReading.Reader.ToString() };

    /// <summary>With the weights the engine comes with.</summary>
    public static EngineSystem WithDefaultWeights(ConversationMemories memories) =>
        new(memories, _ => RecallWeights.Default, $"default, SHA-256 {Hash(RecallWeights.Default)}");

    /// <summary>Hash of the weights as their file is written.</summary>
    public static string Hash(RecallWeights weights)
    {
        using var content = new MemoryStream();
        weights.Save(content);
        return Convert.ToHexStringLower(SHA256.HashData(content.ToArray()));
    }

    public async Task<IRetrievalIndex> IndexAsync(EvaluationConversation conversation, CancellationToken cancellationToken) =>
        new Index(memories, await memories.GetAsync(conversation, cancellationToken).ConfigureAwait(false), new RecallPipeline(weights(conversation.Id)));

    private sealed class Index(ConversationMemories memories, ConversationMemory memory, RecallPipeline pipeline) : IRetrievalIndex
    {
        private readonly Dictionary<string, int> _tokens = memory.Turns.ToDictionary(t => t.Id, TurnText.Tokens, StringComparer.Ordinal);
        private float _lengthPenalty;

        public async ValueTask<IReadOnlyList<RankedUnit>> RankAsync(string question, CancellationToken cancellationToken)
        {
            using var ranking = await memories.RankAsync(memory, pipeline, question, cancellationToken).ConfigureAwait(false);
            _lengthPenalty = ranking.Profile.LengthPenalty;
            return ranking.Top(memory.Turns.Count).ConvertAll(turn => new RankedUnit(memory.Turns[turn.Turn].Id, turn.Score));
        }

        /// <summary>As the engine's packer: long turns are held back a little.</summary>
        public IReadOnlyList<RankedUnit> PackingOrder(IReadOnlyList<RankedUnit> ranking) =>
            [.. ranking.OrderByDescending(turn => Packer.PackingScore(turn.Score, _tokens[turn.Id], _lengthPenalty))];

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
