using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using OMem.Text;
using Polly;

namespace OMem.Models;

/// <summary>
/// Calls the model of a stage: within the limits of the options, with retries, every fault as a <see cref="ModelException"/>, and
/// every call counted. All model calls of an engine go through one caller, so that its limits hold for the process.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ModelCaller
{
    private readonly MemoryModels _models;
    private readonly ILogger _log;
    private readonly ModelOptions _options;
    private readonly TimeProvider _time;
    private readonly CallSlots _slots;
    private readonly RequestWindow _window;
    private readonly ConcurrentDictionary<ModelStage, bool> _answered = new();
    private readonly AnswerForms _forms = new();
    private readonly ResiliencePipeline _retry;
    private readonly ResiliencePipeline _timeout;

    /// <summary>Creates a caller.</summary>
    /// <param name="models">The clients.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where logs go.</param>
    /// <param name="jitter">A number from 0 to 1 for each wait before a retry.</param>
    public ModelCaller(MemoryModels models, ModelOptions options, TimeProvider time, ILogger log, Func<double> jitter)
    {
        _models = models;
        _log = log;
        _options = options;
        _time = time;
        _slots = new CallSlots(options.MaxParallelCalls);
        _window = new RequestWindow(options.RequestsPerMinute, time);
        _retry = ModelPipelines.Retry(options, time, jitter);
        _timeout = ModelPipelines.Timeout(options, time);
    }

    /// <summary>The clock of its limits.</summary>
    public TimeProvider Time => _time;

    /// <summary>What calls have cost.</summary>
    public UsageBook Usage { get; } = new();

    /// <summary>Whether a stage has a model.</summary>
    public bool Has(ModelStage stage) => _models.For(stage) is not null;

    /// <summary>Whether the model of a stage has ever answered in this process, usable or not: its address, key and name are right.</summary>
    public bool HasAnswered(ModelStage stage) => _answered.ContainsKey(stage);

    /// <summary>The model's id of a stage, as its client names it.</summary>
    public string ModelId(ModelStage stage) => Name(_models.For(stage));

    /// <summary>Asks for JSON.</summary>
    /// <exception cref="ModelException">No usable answer came within the retries, or the stage has no model.</exception>
    public Task<ModelAnswer<T>> CallAsync<T>(ModelCall<T> call, CancellationToken cancellationToken)
        where T : class => RetryAsync(
            call.Question,
            async (client, token) =>
            {
                var form = _forms.Of(client);
                var asked = form is AnswerForm.Text ? new FormlessClient(client) : client;
                try
                {
                    return await asked.GetResponseAsync<T>(call.Question.Messages, call.Json, Options(call.Question), form is AnswerForm.Schema, token).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is not OperationCanceledException
                    && ModelFaults.IsAboutFormat(ModelFaults.From(exception)) && _forms.StepDown(client, form))
                {
                    _log.ModelFormUnsupported(Name(client), form);
                    throw new AnswerFormException();
                }
            },
            response => AnswerReader.Read(response, call),
            cancellationToken);

    /// <summary>Asks for text.</summary>
    /// <exception cref="ModelException">No usable answer came within the retries, or the stage has no model.</exception>
    public Task<ModelAnswer<string>> CallAsync(ModelCall call, CancellationToken cancellationToken) => RetryAsync(
        call,
        (client, token) => client.GetResponseAsync(call.Messages, Options(call), token),
        static response => response.Text,
        cancellationToken);

    /// <summary>Asks for text, word by word. Only the start is retried; the call counts as soon as anything came, also when the consumer stops.</summary>
    /// <exception cref="ModelException">No usable answer came, or the stage has no model.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(ModelCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await _retry.ExecuteAsync(
            async token => await ModelStream.StartAsync(Client(call.Stage), call, Options(call), _slots, _window, _options.CallTimeout, _time, Count(call), token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            do
            {
                yield return stream.Current;
            }
            while (await stream.MoveNextAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task<ModelAnswer<T>> RetryAsync<TResponse, T>(
        ModelCall call, Func<IChatClient, CancellationToken, Task<TResponse>> ask, Func<TResponse, T> read, CancellationToken cancellationToken)
        where TResponse : ChatResponse
    {
        var client = Client(call.Stage);
        var spent = new StageUsage(call.Stage, Name(client), 0, 0, 0, 0);
        void Spend(ChatResponse? response, ModelException? fault)
        {
            var usage = UsageOf(call, client, response, fault);
            spent = UsageMath.Add(spent, usage);
            Usage.Add(call.Scope, usage);
        }

        var value = await _retry.ExecuteAsync(async token => await AttemptAsync(client, call, ask, read, Spend, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return new ModelAnswer<T>(value, spent);
    }

    private async Task<T> AttemptAsync<TResponse, T>(
        IChatClient client,
        ModelCall call,
        Func<IChatClient, CancellationToken, Task<TResponse>> ask,
        Func<TResponse, T> read,
        Action<ChatResponse?, ModelException?> spend,
        CancellationToken cancellationToken)
        where TResponse : ChatResponse
    {
        await _slots.EnterAsync(call.Stage, cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                await _window.WaitAsync(cancellationToken).ConfigureAwait(false);
                TResponse? response = null;
                try
                {
                    response = await _timeout.ExecuteAsync(async token => await ask(client, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
                    var value = ModelFaults.Of(response) is { } fault ? throw fault : read(response);
                    spend(response, null);
                    return value;
                }
                catch (AnswerFormException)
                {
                    // The same question again, in the simpler form: each client learns this at most twice.
                    spend(null, new ModelException(ModelFault.Rejected, "The form of the answer is not supported."));
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    var fault = ModelFaults.From(exception);
                    spend(response, fault);
                    throw fault == exception ? fault : new ModelException(fault.Fault, fault.Message, exception) { RetryAfter = fault.RetryAfter };
                }
            }
        }
        finally
        {
            _slots.Leave();
        }
    }

    private Action<ChatResponse?, ModelException?> Count(ModelCall call)
    {
        var client = Client(call.Stage);
        return (response, fault) => Usage.Add(call.Scope, UsageOf(call, client, response, fault));
    }

    private StageUsage UsageOf(ModelCall call, IChatClient client, ChatResponse? response, ModelException? fault)
    {
        var model = Name(client);
        if (fault is not null)
        {
            _log.ModelFailed(model, call.Stage, fault.Fault, fault.Message);
        }

        if (response is null)
        {
            return new StageUsage(call.Stage, model, 0, 1, 0, 0);
        }

        _answered[call.Stage] = true;

        // Where the endpoint does not count, the estimate of the whole engine stands in.
        var prompt = response.Usage?.InputTokenCount ?? call.Messages.Sum(static message => (long)TokenEstimate.Count(message.Text));
        var completion = response.Usage?.OutputTokenCount ?? TokenEstimate.Count(response.Text);
        _log.ModelAnswered(model, call.Stage, prompt, completion);
        if (_log.IsEnabled(LogLevel.Trace))
        {
            _log.ModelAnsweredSensitive(string.Join('\n', call.Messages.Select(static message => message.Text)), response.Text);
        }

        return new StageUsage(call.Stage, model, 1, fault is null ? 0 : 1, prompt, completion);
    }

    private IChatClient Client(ModelStage stage) =>
        _models.For(stage) ?? throw new ModelException(ModelFault.NotConfigured, $"No language model is configured for the stage '{stage}'.");

    private static ChatOptions Options(ModelCall call) => new() { Temperature = call.Temperature, MaxOutputTokens = call.MaxOutputTokens };

    private static string Name(IChatClient? client) =>
        (client?.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId is { Length: > 0 } id ? id : "unknown";

    private sealed class AnswerFormException : Exception;
}
