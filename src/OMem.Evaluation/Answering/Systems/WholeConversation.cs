using System.Collections.Immutable;
using System.Text;

namespace OMem.Evaluation;

/// <summary>The two ends of the scale: everything that was said (<c>full-context</c>), and nothing (<c>no-memory</c>).</summary>
internal sealed class WholeConversation(bool everything) : IAnswerSystem
{
    public const string FullName = "full-context";
    public const string EmptyName = "no-memory";

    public string Name => everything ? FullName : EmptyName;

    public IReadOnlyDictionary<string, string> Configuration { get; } = ImmutableDictionary<string, string>.Empty
        .Add("context", everything ? "every turn so far, no budget" : "none");

    public IAnswerMemory Open(ConversationDesk desk) => new Memory(desk.Conversation.Turns, everything);

    private sealed class Memory(IReadOnlyList<Interaction> turns, bool everything) : ContextMemory
    {
        private AnswerContext _context = AnswerContext.Empty;
        private long _bytes;

        public override Task AdvanceAsync(int position, CancellationToken cancellationToken)
        {
            if (everything)
            {
                _context = ContextPacker.All(turns.Take(position));
                _bytes = turns.Take(position).Sum(turn => (long)Encoding.UTF8.GetByteCount(TurnText.Shown(turn)));
            }

            return Task.CompletedTask;
        }

        public override Task<long> BytesAsync(CancellationToken cancellationToken) => Task.FromResult(_bytes);

        protected override Task<AnswerContext> ContextAsync(AnswerQuestion question, CancellationToken cancellationToken) => Task.FromResult(_context);
    }
}
