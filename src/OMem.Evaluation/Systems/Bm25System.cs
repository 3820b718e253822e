using System.Globalization;

namespace OMem.Evaluation;

/// <summary>BM25 with stems, stop words, speaker and caption; optionally every matching user message before every assistant message.</summary>
internal sealed class Bm25System(bool userFirst = false) : IRetrievalSystem
{
    public const string PlainName = "bm25";
    public const string UserFirstName = "bm25-user-first";

    public string Name => userFirst ? UserFirstName : PlainName;

    public IReadOnlyDictionary<string, string> Configuration { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["k1"] = Bm25Index.K1.ToString(CultureInfo.InvariantCulture),
        ["b"] = Bm25Index.B.ToString(CultureInfo.InvariantCulture),
        ["words"] = "Porter stems, stop and question words out; speaker, text and caption indexed",
    };

    public Task<IRetrievalIndex> IndexAsync(EvaluationConversation conversation, CancellationToken cancellationToken) =>
        Task.FromResult<IRetrievalIndex>(new Index(conversation.Interactions, userFirst));

    private sealed class Index(IReadOnlyList<Interaction> turns, bool userFirst) : IRetrievalIndex
    {
        private readonly Bm25Index _words = new([.. turns.Select(t => BaselineWords.Stems(TurnText.ForWords(t)))]);

        public ValueTask<IReadOnlyList<RankedUnit>> RankAsync(string question, CancellationToken cancellationToken)
        {
            var scores = _words.Score(BaselineWords.Stems(question));
            if (userFirst)
            {
                LiftUsers(scores);
            }

            return ValueTask.FromResult(ScoreOrder.Of(turns, scores));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private void LiftUsers(double[] scores)
        {
            var lift = scores.DefaultIfEmpty().Max() + 1;
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] += scores[i] > 0 && turns[i].Role is SpeakerRole.Person ? lift : 0;
            }
        }
    }
}
