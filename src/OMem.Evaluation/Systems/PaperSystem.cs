using System.Globalization;
using OMem.Storage;
using OMem.Text;
using OMem.Vectors;

namespace OMem.Evaluation;

/// <summary>
/// Retrieval as published in O-Mem (arXiv 2511.13593, eqs. 8-11) over what OMem's local reader understood: the messages of
/// the single rarest clue word, of the 18 nearest topics, and the evidence of the 9 nearest facts and the nearest attribute,
/// all of one speaker. Needs an embedding model.
/// </summary>
/// <remarks>
/// The method returns a set. For rank metrics it is put in this order: messages of the clue in log order, then the others by
/// the similarity that brought them. Equally rare words are taken in ordinal order.
/// </remarks>
internal sealed class PaperSystem(ConversationMemories memories) : IRetrievalSystem
{
    public const string SystemName = "paper";

    private const int Attributes = 1;
    private const int Facts = 9;
    private const int Topics = 18;

    public string Name => SystemName;

    public IReadOnlyDictionary<string, string> Configuration { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["clues"] = "1, rarest word, ties in ordinal order, no stems",
        ["k"] = string.Create(CultureInfo.InvariantCulture, $"attributes {Attributes}, facts {Facts}, topics {Topics}"),
        ["speaker"] = "the first whose name is in the question, else the last; with an assistant the user",
        ["order"] = "clue messages in log order, then by similarity",
        ["reader"] = ConversationReading.Reader.ToString(),
    };

    public async Task<IRetrievalIndex> IndexAsync(EvaluationConversation conversation, CancellationToken cancellationToken) =>
        new Index(memories, await memories.GetAsync(conversation, cancellationToken).ConfigureAwait(false));

    private sealed class Index : IRetrievalIndex
    {
        private readonly ConversationMemories _memories;
        private readonly ConversationMemory _memory;
        private readonly SpeakerRoute _route;
        private readonly Dictionary<string, PaperClues> _clues;

        public Index(ConversationMemories memories, ConversationMemory memory)
        {
            _memories = memories;
            _memory = memory;
            _route = new SpeakerRoute(memory.Turns);
            _clues = _route.Speakers.ToDictionary(s => s, s => new PaperClues(memory.Turns, s), StringComparer.Ordinal);
        }

        public async ValueTask<IReadOnlyList<RankedUnit>> RankAsync(string question, CancellationToken cancellationToken)
        {
            if (_route.For(question) is not { } speaker)
            {
                return [];
            }

            var embedded = await _memories.EmbedAsync(_memory, question, cancellationToken).ConfigureAwait(false);
            var query = VectorCodec.Encode(embedded!.Value.Whole);
            var hits = new List<(int Turn, double Score)>(_clues[speaker].Of(question).Select(turn => (turn, 2.0)));
            hits.AddRange(Similar(speaker, query));
            return [.. hits
                .GroupBy(h => h.Turn)
                .Select(g => (Turn: g.Key, Score: g.Max(h => h.Score)))
                .OrderByDescending(h => h.Score)
                .ThenBy(h => h.Turn)
                .Select(h => new RankedUnit(_memory.Turns[h.Turn].Id, h.Score))];
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private IEnumerable<(int Turn, double Score)> Similar(string speaker, byte[] query)
        {
            var items = _memory.Understood.Items
                .Where(i => i.Item.SupersededAt is null && string.Equals(i.Item.Subject, speaker, StringComparison.Ordinal)).ToList();
            return Nearest(items.Where(i => i.Item.Kind is PersonaItemKind.Attribute), Attributes, i => i.Index, Evidence)
                .Concat(Nearest(items.Where(i => i.Item.Kind is PersonaItemKind.Fact), Facts, i => i.Index, Evidence))
                .Concat(Nearest(_memory.Understood.Topics, Topics, t => t.Index, t => t.Topic.Interactions))
                .Where(hit => _memory.Turns[hit.Turn].Speaker == speaker);

            IEnumerable<(int Turn, double Score)> Nearest<T>(
                IEnumerable<T> all, int count, Func<T, IndexData> index, Func<T, IEnumerable<long>> interactions) => all
                    .Select((value, place) => (Value: value, Place: place, Score: VectorCodec.Cosine(query, index(value).Vector.Span)))
                    .OrderByDescending(v => v.Score)
                    .ThenBy(v => v.Place)
                    .Take(count)
                    .SelectMany(v => interactions(v.Value).Select(sequence => ((int)sequence - 1, (double)v.Score)));
        }

        private static IEnumerable<long> Evidence(StoredItem item) => item.Item.Evidence.Select(e => e.Sequence);
    }
}
