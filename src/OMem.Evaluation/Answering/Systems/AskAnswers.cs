using System.Collections.Immutable;
using System.Diagnostics;

namespace OMem.Evaluation;

/// <summary>OMem's own Ask: one recall and one call with the engine's prompt, not the common one.</summary>
internal sealed class AskAnswers(int budget, AnswerCallOptions call) : IAnswerSystem
{
    public const string SystemName = "omem-ask";

    /// <summary>What an abstention counts as: LoCoMo's scorer looks for these words.</summary>
    private const string Abstention = "No information available";

    public string Name => SystemName;

    public IReadOnlyDictionary<string, string> Configuration { get; } = ImmutableSortedDictionary<string, string>.Empty
        .Add("read", "the engine's Ask, with its own prompt")
        .Add("abstention", $"counts as '{Abstention}'");

    public IAnswerMemory Open(ConversationDesk desk) => new Memory(desk.Built, budget, call);

    private sealed class Memory(BuiltMemory built, int budget, AnswerCallOptions call) : IAnswerMemory
    {
        public Task AdvanceAsync(int position, CancellationToken cancellationToken) => built.AdvanceAsync(position, cancellationToken);

        public Task<long> BytesAsync(CancellationToken cancellationToken) => built.BytesAsync(cancellationToken);

        public async Task<GivenAnswer> AnswerAsync(AnswerQuestion question, IAnswerReader reader, CancellationToken cancellationToken)
        {
            var recall = RecallQueries.For(question, budget);
            var query = new AskQuery(recall)
            {
                Choices = question.Options,
                AskedAt = question.AskedAt,
                MaxAnswerTokens = call.MaxTokens,
                Temperature = call.Temperature,
            };
            var started = Stopwatch.GetTimestamp();
            var answer = await built.Memory.AskAsync(query, cancellationToken).ConfigureAwait(false);
            var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var context = AnswerContext.Create(
                answer.Recall,
                async token => RecallQueries.NearMisses(await built.Memory.RecallAsync(recall with { IncludeTrace = true }, token).ConfigureAwait(false)));
            var cost = new CallCost((int)answer.Usage.Calls, answer.Usage.PromptTokens, answer.Usage.CompletionTokens);
            return new GivenAnswer(Words(answer), context, cost, 0, milliseconds);
        }

        private static string Words(AskAnswer answer) => answer switch
        {
            { Choice: { } place } => $"({(char)('a' + place)})",
            { IsAbstention: true } => Abstention,
            _ => answer.Text,
        };
    }
}
