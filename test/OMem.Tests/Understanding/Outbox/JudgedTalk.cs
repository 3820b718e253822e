using System.Text.Json;
using Microsoft.Extensions.AI;
using OMem.Models;
using OMem.Tests.Consolidation.Clusters.Summaries;
using OMem.Tests.Consolidation.Judging;
using OMem.Tests.Engine;
using OMem.Tests.Models;
using OMem.Tests.Understanding.Llm;

namespace OMem.Tests.Understanding.Outbox;

/// <summary>An engine whose reader, judge and summarizer are scripted: each message is read as one preference, near to others, so that the judge is asked.</summary>
internal sealed class JudgedTalk : IAsyncDisposable
{
    private readonly EngineFixture _engine;

    /// <param name="before">What happens before a call of a stage is answered.</param>
    /// <param name="configure">Changes the options.</param>
    public JudgedTalk(Func<ModelStage, CancellationToken, Task>? before = null, Action<OMemOptions>? configure = null)
    {
        before ??= static (_, _) => Task.CompletedTask;
        Reader = Client(ModelStage.Read, WorkerFixture.Loves);
        Judge = Client(ModelStage.Consolidate, static call => JudgeFixture.Answer(JudgeView.Of(call).New.Select(static item => item.N % 3 == 0
            ? JudgeFixture.Decision(item.N, "ignore", item.Near[0])
            : JudgeFixture.Decision(item.N, "add", target: null))));
        var summarizer = Client(ModelStage.Summarize, static call => SummaryFixture.Answer(SummaryView.Of(call), static group => ("taste", $"{group.About} loves {group.Statements.Count}")));
        _engine = new EngineFixture(
            configure: options =>
            {
                (options.Models.MaxRetries, options.Models.MessagesPerCall, options.Models.MaxParallelCalls) = (0, 4, 2);
                configure?.Invoke(options);
            },
            models: new MemoryModels { Reader = Reader, Consolidator = Judge, Summarizer = summarizer });

        ScriptedChatClient Client(ModelStage stage, Func<ScriptedCall, string> answer) => new(async (call, token) =>
        {
            await before(stage, token);
            return ScriptedChatClient.Says(answer(call));
        });
    }

    public ScriptedChatClient Reader { get; }

    public ScriptedChatClient Judge { get; }

    public EngineFixture Engine => _engine;

    public IMemory Memory => _engine.Memory;

    /// <summary>How often each message was sent to be read.</summary>
    public IReadOnlyDictionary<string, int> TimesRead => Reader.Calls
        .SelectMany(static call => call.Read.Messages).GroupBy(static message => message.Text, StringComparer.Ordinal)
        .ToDictionary(static message => message.Key, static message => message.Count(), StringComparer.Ordinal);

    /// <summary>Remembers so many likes of a few kinds.</summary>
    public Task RememberAsync(int count) => Memory.RememberAsync([.. Enumerable.Range(0, count).Select(static i =>
        EngineFixture.Say($"m{i}", $"I love {Kind(i)} number {Name(i)}", minutes: i))]);

    /// <summary>All of derived memory with its history.</summary>
    public async Task<string> DumpAsync() => JsonSerializer.Serialize(await Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true }))
        + JsonSerializer.Serialize(await Memory.GetHistoryAsync().ToListAsync());

    /// <summary>Moves the clock until the work has ended.</summary>
    public async Task RunAsync(Task work)
    {
        var patience = new Patience();
        while (!work.IsCompleted)
        {
            _engine.Time.Advance(TimeSpan.FromMilliseconds(200));
            await patience.YieldAsync();
        }

        await work;
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private static string Kind(int i) => (i % 3) switch { 0 => "jazz concerts", 1 => "mountain hikes", _ => "pottery classes" };

    private static string Name(int i) => string.Concat(i.ToString("D3", System.Globalization.CultureInfo.InvariantCulture).Select(static digit => (char)('b' + (digit - '0'))));
}
