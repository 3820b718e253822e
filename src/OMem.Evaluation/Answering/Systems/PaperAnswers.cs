using OMem.Paper;

namespace OMem.Evaluation;

/// <summary>The published method before the common reader: a memory of its own, built and read with <see cref="MemoryMethod.Paper"/>. Needs a model to read with.</summary>
/// <param name="budget">Tokens of recalled items.</param>
/// <param name="embedder">The embedding model; null for words alone.</param>
internal sealed class PaperAnswers(int budget, string? embedder) : IAnswerSystem
{
    public const string SystemName = "paper";

    public string Name => SystemName;

    public IReadOnlyDictionary<string, string> Configuration { get; } = new SortedDictionary<string, string>(
        PaperMethod.Describe(new PaperOptions(), embedder).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)
    {
        ["read"] = "recall of the published method, then the common reader and prompt",
        ["deviations"] = string.Join("; ", PaperMethod.Deviations.Select(deviation => $"{deviation.Step}: {deviation.Here}")),
    };

    public IAnswerMemory Open(ConversationDesk desk) => new Memory(desk.Paper, budget);

    private sealed class Memory(BuiltMemory built, int budget) : ContextMemory
    {
        public override Task AdvanceAsync(int position, CancellationToken cancellationToken) => built.AdvanceAsync(position, cancellationToken);

        public override Task<long> BytesAsync(CancellationToken cancellationToken) => built.BytesAsync(cancellationToken);

        protected override async Task<AnswerContext> ContextAsync(AnswerQuestion question, CancellationToken cancellationToken)
        {
            var query = RecallQueries.For(question, budget);
            var result = await built.Memory.RecallAsync(query, cancellationToken).ConfigureAwait(false);
            return AnswerContext.Create(
                result, async token => RecallQueries.NearMisses(await built.Memory.RecallAsync(query with { IncludeTrace = true }, token).ConfigureAwait(false)));
        }
    }
}
