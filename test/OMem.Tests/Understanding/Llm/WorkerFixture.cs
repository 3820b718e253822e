using Microsoft.Extensions.AI;
using OMem.Models;
using OMem.Storage;
using OMem.Tests.Engine;
using OMem.Tests.Models;

namespace OMem.Tests.Understanding.Llm;

/// <summary>An engine that reads with a scripted model: one attribute for every "I love X", nothing else.</summary>
internal sealed class WorkerFixture : IAsyncDisposable
{
    private readonly EngineFixture _engine;

    public WorkerFixture(Func<ScriptedCall, CancellationToken, Task<ChatResponse>> answer, Action<OMemOptions>? configure = null, IMemoryStore? store = null)
    {
        Client = new ScriptedChatClient(answer);
        _engine = new EngineFixture(
            store: store,
            configure: options =>
            {
                (options.Models.MaxRetries, options.Models.MessagesPerCall) = (0, 4);
                configure?.Invoke(options);
            },
            models: new MemoryModels { Reader = Client });
    }

    /// <summary>A model that reads as it should, except where a fault is thrown first.</summary>
    public WorkerFixture(Action<ScriptedCall> fault, Action<OMemOptions>? configure = null, IMemoryStore? store = null)
        : this(
            (call, _) =>
            {
                fault(call);
                return Task.FromResult(ScriptedChatClient.Says(Loves(call)));
            },
            configure,
            store)
    {
    }

    public ScriptedChatClient Client { get; }

    public IMemory Memory => _engine.Memory;

    public Microsoft.Extensions.Time.Testing.FakeTimeProvider Time => _engine.Time;

    public IMemoryStore Store => _engine.Store;

    public MemoryEngine Engine => _engine.Engine;

    /// <summary>What a model that reads well answers.</summary>
    public static string Loves(ScriptedCall call) => ReaderFixture.Answer(attributes: call.Read.Messages
        .Where(message => message.Text.StartsWith("I love ", StringComparison.Ordinal))
        .Select(message => new { message = message.N, words = message.Text, subject = message.Speaker, aspect = "preference", value = message.Text[7..], text = $"{message.Speaker} loves {message.Text[7..]}" })
        .ToArray());

    /// <summary>Remembers "I love thing1", "I love thing2", ...; the texts given take the place of those at their position.</summary>
    public Task RememberAsync(int count, params (int Place, string Text)[] others)
    {
        var texts = others.ToDictionary(other => other.Place, other => other.Text);
        return Memory.RememberAsync([.. Enumerable.Range(1, count).Select(i =>
            EngineFixture.Say($"m{i}", texts.GetValueOrDefault(i) ?? $"I love thing{i}", minutes: i))]);
    }

    public async Task<IReadOnlyList<string>> ValuesAsync() =>
        [.. (await Memory.GetPersonaAsync(new PersonaQuery())).Attributes.Select(item => item.Value).Order(StringComparer.Ordinal)];

    /// <summary>Moves the clock until the work has ended.</summary>
    public async Task RunAsync(Task work, TimeSpan? step = null)
    {
        var patience = new Patience();
        while (!work.IsCompleted)
        {
            Time.Advance(step ?? TimeSpan.FromMilliseconds(200));
            await patience.YieldAsync();
        }
    }

    /// <summary>Moves the clock by a step and waits; again after a while, for a wait that had not begun when the clock was moved.</summary>
    public async Task AdvanceUntilAsync(TimeSpan step, Func<bool> isReached)
    {
        Time.Advance(step);
        var patience = new Patience();
        for (var turn = 1; !isReached(); turn++)
        {
            if (turn % 100_000 == 0)
            {
                Time.Advance(step);
            }

            await patience.YieldAsync();
        }
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
