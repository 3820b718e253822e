using System.Collections.Immutable;
using System.Diagnostics;

namespace OMem.Evaluation;

/// <summary>OMem's Ask as a whole, as an application calls it. Where the common reader is Ask's own it says the same as <c>omem</c>.</summary>
internal sealed class AskAnswers(int budget, AnswerCallOptions call) : IAnswerSystem
{
    public const string SystemName = "omem-ask";

    public string Name => SystemName;

    public IReadOnlyDictionary<string, string> Configuration { get; } = ImmutableSortedDictionary<string, string>.Empty
        .Add("read", $"IMemory.AskAsync, with the engine's own prompt; an abstention counts as '{AskReader.Abstention}'");

    public IAnswerMemory Open(ConversationDesk desk) => new Memory(desk.Built, budget, call);

    private sealed class Memory(BuiltMemory built, int budget, AnswerCallOptions call) : IAnswerMemory
    {
        public Task AdvanceAsync(int position, CancellationToken cancellationToken) => built.AdvanceAsync(position, cancellationToken);

        public Task<long> BytesAsync(CancellationToken cancellationToken) => built.BytesAsync(cancellationToken);

        public async Task<GivenAnswer> AnswerAsync(AnswerQuestion question, IAnswerReader reader, CancellationToken cancellationToken)
        {
            var recall = RecallQueries.For(question, budget);
            var query = AskReader.Query(question, recall, call);
            var started = Stopwatch.GetTimestamp();
            var answer = await built.Memory.AskAsync(query, cancellationToken).ConfigureAwait(false);
            var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var context = AnswerContext.Create(
                answer.Recall,
                async token => RecallQueries.NearMisses(await built.Memory.RecallAsync(recall with { IncludeTrace = true }, token).ConfigureAwait(false)));
            var cost = new CallCost((int)answer.Usage.Calls, answer.Usage.PromptTokens, answer.Usage.CompletionTokens);
            return new GivenAnswer(new ReadAnswer(AskReader.Words(answer.Text, answer.IsAbstention, answer.Choice), Raw: null, cost), context, 0, milliseconds);
        }
    }
}
