using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using OMem.Models;

namespace OMem.Evaluation;

/// <summary>A model that answers or judges, called as the engine calls its own: with limits, retries and every attempt's cost. Thread-safe.</summary>
internal sealed class AnswerModel
{
    private readonly ModelCaller _caller;

    /// <param name="client">The client.</param>
    /// <param name="limits">Limits and retries.</param>
    /// <param name="time">The clock.</param>
    /// <param name="seed">Seed of the sampling, which the model may ignore, and of the waits before retries.</param>
    public AnswerModel(IChatClient client, ModelOptions limits, TimeProvider time, int seed)
    {
        var models = new MemoryModels { Answerer = new SeededChatClient(client, seed) };
        _caller = new ModelCaller(models, limits, time, NullLogger.Instance, new SeededJitter(seed).Next);
    }

    /// <summary>The model's id as the client names it.</summary>
    public string Name => _caller.ModelId(ModelStage.Answer);

    /// <summary>Asks for text.</summary>
    /// <exception cref="ModelException">No usable answer came within the retries.</exception>
    public async Task<(string Text, CallCost Cost)> AskAsync(
        IReadOnlyList<ChatMessage> messages, float temperature, int maxTokens, CancellationToken cancellationToken)
    {
        var call = new ModelCall(BuiltMemory.Scope, ModelStage.Answer, messages) { Temperature = temperature, MaxOutputTokens = maxTokens };
        var answer = await _caller.CallAsync(call, cancellationToken).ConfigureAwait(false);
        return (WellFormed.Of(answer.Value).Trim(), new CallCost((int)answer.Usage.Calls, answer.Usage.PromptTokens, answer.Usage.CompletionTokens));
    }
}
