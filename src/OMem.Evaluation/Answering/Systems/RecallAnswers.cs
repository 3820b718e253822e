using System.Collections.Immutable;

namespace OMem.Evaluation;

/// <summary>OMem's recall before the common reader; with one of its channels left out it is an ablation.</summary>
/// <param name="budget">Tokens of recalled items.</param>
/// <param name="without">The channel left out; null for none.</param>
internal sealed class RecallAnswers(int budget, string? without = null) : IAnswerSystem
{
    public const string SystemName = "omem";

    public string Name => without is null ? SystemName : $"{SystemName}-no-{without}";

    public IReadOnlyDictionary<string, string> Configuration { get; } = ImmutableSortedDictionary<string, string>.Empty
        .Add("read", "recall, then the common reader and prompt")
        .Add("channels", without is null ? "all" : $"all but {without}");

    public IAnswerMemory Open(ConversationDesk desk) => new Memory(desk.Built, budget, without);

    private sealed class Memory(BuiltMemory built, int budget, string? without) : ContextMemory
    {
        private readonly ChannelAblation? _ablation = without is null ? null : new ChannelAblation(built, without);

        public override async Task AdvanceAsync(int position, CancellationToken cancellationToken)
        {
            await built.AdvanceAsync(position, cancellationToken).ConfigureAwait(false);
            if (_ablation is not null)
            {
                await _ablation.LoadAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        public override Task<long> BytesAsync(CancellationToken cancellationToken) => built.BytesAsync(cancellationToken);

        protected override async Task<AnswerContext> ContextAsync(AnswerQuestion question, CancellationToken cancellationToken)
        {
            var query = RecallQueries.For(question, budget);
            var result = await RecallAsync(query, cancellationToken).ConfigureAwait(false);
            return AnswerContext.Create(result, async token => RecallQueries.NearMisses(await RecallAsync(query with { IncludeTrace = true }, token).ConfigureAwait(false)));
        }

        private Task<RecallResult> RecallAsync(RecallQuery query, CancellationToken cancellationToken) => _ablation is null
            ? built.Memory.RecallAsync(query, cancellationToken)
            : _ablation.RecallAsync(query, cancellationToken);
    }
}
