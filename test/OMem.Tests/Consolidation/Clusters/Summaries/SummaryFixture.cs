using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using OMem.Consolidation;
using OMem.Consolidation.Clusters.Summaries;
using OMem.Models;
using OMem.Telemetry;
using OMem.Tests.Consolidation.Judging;
using OMem.Tests.Models;
using OMem.Understanding;

namespace OMem.Tests.Consolidation.Clusters.Summaries;

/// <summary>A summarizer over a scripted client. It proves what becomes of answers, not how well any model writes.</summary>
internal sealed class SummaryFixture : IDisposable
{
    public SummaryFixture(ScriptedChatClient client, TimeProvider? time = null, MemoryDomain? domain = null)
    {
        var options = new ModelOptions { MaxRetries = 0 };
        Client = client;
        Telemetry = new MemoryTelemetry(new OMemOptions(), TimeProvider.System);
        var caller = new ModelCaller(MemoryModels.Of(client), options, time ?? TimeProvider.System, NullLogger.Instance, static () => 0);
        Models = new ConsolidationModels(
            Chat.Scope, Judge: null, new ClusterSummarizer(caller, domain ?? MemoryDomains.Personal, options, NullLogger.Instance, Telemetry));
    }

    public SummaryFixture(Func<SummaryView, string> answer)
        : this(new ScriptedChatClient(call => answer(SummaryView.Of(call))))
    {
    }

    public ScriptedChatClient Client { get; }

    public MemoryTelemetry Telemetry { get; }

    public ConsolidationModels Models { get; }

    public long Dropped => Telemetry.DroppedOf(Chat.Scope);

    public IReadOnlyList<SummaryView> Asked => [.. Client.Calls.Select(SummaryView.Of)];

    /// <summary>Two groups of likes and six other messages: a call is due with the eighth.</summary>
    public static Chat EightMessages() => new Chat().SayAll(
        "activity: hiking in hills", "activity: hiking near lakes", "preference: jazz concerts", "preference: jazz downtown", "-", "-", "-", "-");

    public static string Answer(SummaryView view, Func<SummaryViewGroup, (string? Label, string? Summary)> text) =>
        JsonSerializer.Serialize(new { groups = view.Groups.Select(group => new { n = group.N, label = text(group).Label, summary = text(group).Summary }) });

    /// <summary>A summary of as many words as there are statements.</summary>
    public static SummaryFixture Counting(string label = "way of life") =>
        new(view => Answer(view, group => (label, $"{group.About} has {string.Join(' ', group.Statements.Select(_ => "much"))} of it")));

    public Task<DerivedBook> RunAsync(Chat chat, int batchSize = 4, bool reload = false) => chat.UnderstandAsync(batchSize, reload, StatementReader.Create(), Models);

    public void Dispose() => Telemetry.Dispose();
}
