using System.Text;

namespace OMem.Evaluation;

/// <summary>A retrieval baseline as a memory: its ranking fills the same token budget as <c>omem</c>'s.</summary>
/// <param name="name">The row's name.</param>
/// <param name="create">Makes what ranks the turns: one for each state of a conversation, so that none keeps what is no longer needed.</param>
/// <param name="budget">Tokens of recalled turns.</param>
/// <param name="onlyMatches">Whether turns with a score of 0 are left out.</param>
/// <param name="dimensions">Dimensions of the vectors it keeps; 0 for none.</param>
internal sealed class RankedAnswers(string name, Func<IRetrievalSystem> create, int budget, bool onlyMatches, int dimensions) : IAnswerSystem
{
    public const string RagName = "rag";
    public const string Bm25Name = "bm25";

    public string Name => name;

    public IReadOnlyDictionary<string, string> Configuration { get; } = create().Configuration;

    public IAnswerMemory Open(ConversationDesk desk) => new Memory(desk.Conversation, create, budget, onlyMatches, dimensions);

    private sealed class Memory(AnswerConversation conversation, Func<IRetrievalSystem> create, int budget, bool onlyMatches, int dimensions) : ContextMemory
    {
        private List<Interaction> _turns = [];
        private IRetrievalIndex? _index;

        public override async Task AdvanceAsync(int position, CancellationToken cancellationToken)
        {
            _turns = [.. conversation.Turns.Take(position)];
            var known = new EvaluationConversation(FormattableString.Invariant($"{conversation.Id}@{position}"), _turns, []);
            _index = await create().IndexAsync(known, cancellationToken).ConfigureAwait(false);
        }

        public override Task<long> BytesAsync(CancellationToken cancellationToken) => Task.FromResult(
            _turns.Sum(turn => (long)Encoding.UTF8.GetByteCount(TurnText.Shown(turn))) + ((long)_turns.Count * dimensions * sizeof(float)));

        protected override async Task<AnswerContext> ContextAsync(AnswerQuestion question, CancellationToken cancellationToken)
        {
            var ranking = await _index!.RankAsync(question.Text, cancellationToken).ConfigureAwait(false);
            return ContextPacker.Pack(_turns, ranking.Where(unit => !onlyMatches || unit.Score > 0).Select(unit => unit.Id), budget);
        }
    }
}
