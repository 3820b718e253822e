using System.Text.Json;
using Microsoft.Extensions.AI;

namespace OMem.ChatClients;

/// <summary>Asks a model a few short questions to see whether it can be used.</summary>
internal sealed class ModelChecker(IChatClient client, HttpClient http, ModelCheck start, TimeProvider time)
{
    private const int TimedCalls = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly ChatResponseFormat Schema = ChatResponseFormat.ForJsonSchema(
        JsonDocument.Parse(
            """{"type":"object","properties":{"answer":{"type":"string","enum":["yes","no"]}},"required":["answer"],"additionalProperties":false}""").RootElement,
        "check");

    private readonly List<TimeSpan> _times = [];
    private ModelCheck _check = start;

    /// <summary>Runs the check. A model that cannot be used is a result, not an exception.</summary>
    public async Task<ModelCheck> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var isListed = await WithPatienceAsync(token => ModelList.ContainsAsync(http, _check.Model, token), cancellationToken).ConfigureAwait(false);
            _check = _check with { IsListed = isListed };
            for (var i = 0; i < TimedCalls; i++)
            {
                await AskAsync(cancellationToken).ConfigureAwait(false);
            }

            _check = _check with { Latency = _times.Order().ElementAt(_times.Count / 2) };
            var structured = await StructuredAsync(cancellationToken).ConfigureAwait(false);
            _check = _check with { StructuredOutput = structured };
            var pieces = await StreamAsync(cancellationToken).ConfigureAwait(false);
            _check = _check with { StreamedPieces = pieces };
        }
        catch (ModelException fault)
        {
            _check = _check with { Fault = fault };
        }

        return _check;
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var response = await CallAsync("Reply with the single word OK.", null, cancellationToken).ConfigureAwait(false);
        _times.Add(time.GetElapsedTime(started));
        if (ModelFaults.OfResponse(response) is { } fault)
        {
            throw fault;
        }
    }

    private async Task<StructuredOutput> StructuredAsync(CancellationToken cancellationToken)
    {
        try
        {
            var options = new ChatOptions { ResponseFormat = Schema };
            var response = await CallAsync("Is the sun hot? Answer as JSON with the field 'answer', which is 'yes' or 'no'.", options, cancellationToken).ConfigureAwait(false);
            return Follows(response.Text) ? StructuredOutput.Supported : StructuredOutput.Ignored;
        }
        catch (ModelException fault) when (fault.Fault is ModelFault.Rejected)
        {
            return StructuredOutput.Refused;
        }
    }

    private async Task<int> StreamAsync(CancellationToken cancellationToken)
    {
        using var limit = Limit(cancellationToken);
        _check = _check with { Calls = _check.Calls + 1 };
        try
        {
            var pieces = 0;
            await foreach (var update in client.GetStreamingResponseAsync("Reply with the single word OK.", cancellationToken: limit.Token).ConfigureAwait(false))
            {
                pieces += update.Text.Length > 0 ? 1 : 0;
                foreach (var usage in update.Contents.OfType<UsageContent>())
                {
                    Count(usage.Details);
                }
            }

            return pieces;
        }
        catch (ModelException fault) when (fault.Fault is ModelFault.Rejected or ModelFault.Truncated)
        {
            return 0;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
    }

    private async Task<ChatResponse> CallAsync(string prompt, ChatOptions? options, CancellationToken cancellationToken)
    {
        _check = _check with { Calls = _check.Calls + 1 };
        var response = await WithPatienceAsync(token => client.GetResponseAsync(prompt, options, token), cancellationToken).ConfigureAwait(false);
        Count(response.Usage);
        return response;
    }

    private async Task<T> WithPatienceAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var limit = Limit(cancellationToken);
        try
        {
            return await call(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ModelFaults.TimedOut(ModelPlace.Of(_check.Model));
        }
    }

    private static CancellationTokenSource Limit(CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        return limit;
    }

    private void Count(UsageDetails? usage)
    {
        if (usage is { InputTokenCount: not null } or { OutputTokenCount: not null })
        {
            _check = _check with
            {
                PromptTokens = (_check.PromptTokens ?? 0) + (usage.InputTokenCount ?? 0),
                CompletionTokens = (_check.CompletionTokens ?? 0) + (usage.OutputTokenCount ?? 0),
            };
        }
    }

    private static bool Follows(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Object
                && document.RootElement.TryGetProperty("answer", out var answer) && answer.ValueKind is JsonValueKind.String && answer.GetString() is "yes" or "no";
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
