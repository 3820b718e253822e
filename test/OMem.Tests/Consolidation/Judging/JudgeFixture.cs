using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using OMem.Consolidation;
using OMem.Consolidation.Judging;
using OMem.Models;
using OMem.Telemetry;
using OMem.Tests.Models;
using OMem.Understanding;

namespace OMem.Tests.Consolidation.Judging;

/// <summary>A judge over a scripted client. It proves what becomes of answers, not how well any model decides.</summary>
internal sealed class JudgeFixture : IDisposable
{
    public JudgeFixture(ScriptedChatClient client, Action<ModelOptions>? configure = null, MemoryDomain? domain = null)
    {
        var options = new ModelOptions { MaxRetries = 0 };
        configure?.Invoke(options);
        Client = client;
        Telemetry = new MemoryTelemetry(new OMemOptions(), TimeProvider.System);
        Caller = new ModelCaller(MemoryModels.Of(client), options, TimeProvider.System, NullLogger.Instance, static () => 0);
        Models = new ConsolidationModels(Chat.Scope, new Judge(Caller, domain ?? MemoryDomains.Personal, options, NullLogger.Instance, Telemetry), Summarizer: null);
    }

    public JudgeFixture(Func<JudgeView, string> answer)
        : this(new ScriptedChatClient(call => answer(JudgeView.Of(call))))
    {
    }

    public ScriptedChatClient Client { get; }

    public MemoryTelemetry Telemetry { get; }

    public ModelCaller Caller { get; }

    public ConsolidationModels Models { get; }

    /// <summary>What the model answered and was left to the rules.</summary>
    public long Dropped => Telemetry.DroppedOf(Chat.Scope);

    public IReadOnlyList<JudgeView> Asked => [.. Client.Calls.Select(JudgeView.Of)];

    /// <summary>Decides the same about every statement, with the first thing near it as the target.</summary>
    public static JudgeFixture Always(string action, string reason = "because") =>
        new(view => Answer(view.New.Select(item => Decision(item.N, action, action == "add" ? null : item.Near[0], reason))));

    public static object Decision(int n, string action, int? target, string reason = "because") => new { n, action, target, reason };

    public static string Answer(IEnumerable<object> decisions) => JsonSerializer.Serialize(new { decisions });

    public Task<DerivedBook> RunAsync(Chat chat, int batchSize = 1, bool reload = false) =>
        chat.UnderstandAsync(batchSize, reload, StatementReader.Create(), Models);

    /// <summary>Understands the last message of a chat against a memory made before.</summary>
    public async Task JudgeLastAsync(Chat chat, DerivedBook book)
    {
        var state = new DerivedState(book.Memory);
        await UnderstandingPipeline.ProcessAsync(StatementReader.Create(), state, new ReadingRequest(Chat.Scope, [chat.Log[^1]], []), Chat.WordsOnly, Models);
    }

    public void Dispose() => Telemetry.Dispose();
}
