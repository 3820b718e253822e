using Microsoft.Extensions.AI;
using OMem.Text;

namespace OMem.Evaluation;

/// <summary>One call of a model with bounded retries and its cost. Thread-safe.</summary>
internal sealed class ModelCall(IChatClient client, TimeProvider time)
{
    private const int Attempts = 4;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);

    /// <summary>The model's id as the client names it.</summary>
    public string Model { get; } = (client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId ?? "unknown";

    /// <summary>Asks. Faults that may pass are tried again, with growing waits; the cost is that of the answered call.</summary>
    /// <exception cref="ModelException">No usable answer came.</exception>
    public async Task<(string Text, CallCost Cost)> AskAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions options, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Read(messages, await client.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false));
            }
            catch (ModelException fault) when (fault is { IsTransient: true, IsAboutContent: false } && attempt < Attempts)
            {
                await Task.Delay(Delay(attempt, fault.RetryAfter), time, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
            {
                throw new ModelException(ModelFault.TimedOut, "The model did not answer in time.", fault);
            }
        }
    }

    private static (string Text, CallCost Cost) Read(IReadOnlyList<ChatMessage> messages, ChatResponse response)
    {
        if (response.FinishReason == ChatFinishReason.ContentFilter)
        {
            throw new ModelException(ModelFault.Refused, "A content filter stopped the answer.");
        }

        var text = WellFormed.Of(response.Text).Trim();
        var prompt = response.Usage?.InputTokenCount ?? messages.Sum(message => (long)TokenEstimate.Count(message.Text));
        var completion = response.Usage?.OutputTokenCount ?? TokenEstimate.Count(text);
        return (text, new CallCost(1, prompt, completion));
    }

    private static TimeSpan Delay(int attempt, TimeSpan? wanted)
    {
        var delay = wanted ?? FirstDelay * Math.Pow(2, attempt - 1);
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
