using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using Sentinel.Agents.Prompts;
using Sentinel.Memory;

namespace Sentinel.Agents.Models;

/// <summary>Asks a model for JSON of a schema and lets nothing pass that a check has not seen. Every fault is a recorded failure.</summary>
/// <remarks>One call, no retry: the host's client has its own limits and retries, or replays what was recorded.</remarks>
internal sealed class ModelAgent<TAnswer>(IChatClient client, string name, AgentPrompt prompt, AgentSettings? settings, int maxOutputTokens = 1_000)
    where TAnswer : class
{
    private readonly AgentSettings _settings = settings ?? new AgentSettings();

    /// <summary>The model's id, as its client names it.</summary>
    public string ModelId => (client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId is { Length: > 0 } id ? id : "unknown";

    /// <summary>The prompt.</summary>
    public AgentPrompt Prompt => prompt;

    private string Version => $"model@{ModelId}/{prompt.Version}";

    /// <summary>Asks, reads, checks.</summary>
    /// <param name="input">The data, as a JSON object.</param>
    /// <param name="check">The value, or an <see cref="AnswerFaultException"/>.</param>
    /// <param name="json">The value as it stands in the journal.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<AgentOutput<TValue>> AskAsync<TValue>(
        string input, Func<TAnswer, TValue> check, JsonTypeInfo<TValue> json, CancellationToken cancellationToken)
        where TValue : class
    {
        var tokens = 0;
        try
        {
            var response = await client.GetResponseAsync<TAnswer>(
                [new ChatMessage(ChatRole.System, prompt.Text), new ChatMessage(ChatRole.User, input)],
                AnswerJson.Default.Options,
                new ChatOptions { Temperature = _settings.Temperature, MaxOutputTokens = maxOutputTokens },
                useJsonSchemaResponseFormat: _settings.StructuredOutput,
                cancellationToken).ConfigureAwait(false);
            tokens = Tokens(response, input);
            var value = check(Read(response));
            return new AgentOutput<TValue>(value, new AgentProposal(name, Version, JsonSerializer.Serialize(value, json), tokens));
        }
        catch (AnswerFaultException fault)
        {
            return Failed<TValue>(fault.Message, tokens);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever a client throws is a model that did not answer: recorded by its kind, because its message may hold what was asked.
            return Failed<TValue>($"the model gave no answer: {fault.GetType().Name}", tokens);
        }
    }

    private static TAnswer Read(ChatResponse response)
    {
        if (response.FinishReason == ChatFinishReason.Length)
        {
            throw new AnswerFaultException("the answer was cut off");
        }

        try
        {
            return JsonSerializer.Deserialize(Plain(response.Text), (JsonTypeInfo<TAnswer>)AnswerJson.Default.Options.GetTypeInfo(typeof(TAnswer)))
                ?? throw new AnswerFaultException("the answer is empty");
        }
        catch (JsonException fault)
        {
            throw new AnswerFaultException("the answer is not the JSON that was asked for", fault);
        }
    }

    /// <summary>Without the code fence that some models put around JSON.</summary>
    private static string Plain(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.StartsWith("```", StringComparison.Ordinal) || !trimmed.EndsWith("```", StringComparison.Ordinal) || trimmed.Length < 6)
        {
            return trimmed;
        }

        var inside = trimmed[3..^3];
        return inside.StartsWith("json", StringComparison.OrdinalIgnoreCase) ? inside[4..] : inside;
    }

    private AgentOutput<TValue> Failed<TValue>(string why, int tokens)
        where TValue : class => new(null, new AgentProposal(name, Version, "", tokens, why));

    // Where the endpoint does not count, four bytes a token stand in.
    private int Tokens(ChatResponse response, string input) => (int)Math.Min(
        int.MaxValue,
        response.Usage is { InputTokenCount: { } prompted, OutputTokenCount: { } written } ? prompted + written : (Encoding.UTF8.GetByteCount(prompt.Text) + Encoding.UTF8.GetByteCount(input) + Encoding.UTF8.GetByteCount(response.Text)) / 4);
}
