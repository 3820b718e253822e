using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using static OMem.Tests.Engine.EngineFixture;

namespace OMem.Tests.Engine;

/// <summary>Spans and metrics follow the GenAI memory conventions, and carry no content unless asked to.</summary>
public sealed class TelemetryTests
{
    private const string Secret = "xylophone";

    [Fact]
    public async Task Recall_ByDefault_TracesWithoutContent()
    {
        var spans = await TraceAsync(sensitive: false);

        var search = spans.Single(span => span.OperationName is "search_memory");
        search.Kind.ShouldBe(ActivityKind.Internal);
        search.GetTagItem("gen_ai.operation.name").ShouldBe("search_memory");
        search.GetTagItem("gen_ai.memory.store.id").ShouldBe("telemetry/closed");
        search.GetTagItem("gen_ai.memory.record.count").ShouldBe(1);
        spans.Single(span => span.OperationName is "upsert_memory").GetTagItem("gen_ai.memory.record.count").ShouldBe(1);
        spans.SelectMany(span => span.TagObjects).ShouldAllBe(tag => !$"{tag.Value}".Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Recall_SensitiveDataAllowed_TracesTheQuery()
    {
        var spans = await TraceAsync(sensitive: true);

        spans.Single(span => span.OperationName is "search_memory").GetTagItem("gen_ai.memory.query.text").ShouldBe($"Who plays the {Secret}?");
    }

    [Fact]
    public async Task Remember_Refused_TracesTheErrorType()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen(spans, "acme/refused");
        await using var fixture = new EngineFixture(new ScriptedReader(ScriptedReader.Nothing));
        var memory = fixture.Engine.ForScope(new MemoryScope("acme", "refused"));

        await Should.ThrowAsync<InvalidInteractionException>(() => memory.RememberAsync([Say("m1", "")]));

        var span = spans.ShouldHaveSingleItem();
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.GetTagItem("error.type").ShouldBe(typeof(InvalidInteractionException).FullName);
    }

    [Fact]
    public async Task Recall_WithAMeterListener_RecordsItsDuration()
    {
        var durations = new ConcurrentQueue<string?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name is "OMem" && instrument.Name is "gen_ai.client.operation.duration")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            value.ShouldBeGreaterThanOrEqualTo(0);
            durations.Enqueue(tags[0].Value as string);
        });
        listener.Start();
        await using var fixture = new EngineFixture(new ScriptedReader(ScriptedReader.Nothing));

        await fixture.Memory.RecallAsync(new RecallQuery("anything"));

        durations.ShouldContain("search_memory");
    }

    /// <summary>A scope of its own: listeners hear every engine of the process.</summary>
    private static async Task<IReadOnlyList<Activity>> TraceAsync(bool sensitive)
    {
        var scope = new MemoryScope("telemetry", sensitive ? "open" : "closed");
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen(spans, scope.ToString());
        await using var fixture = new EngineFixture(
            new ScriptedReader(ScriptedReader.Nothing), configure: options => options.EnableSensitiveTelemetryData = sensitive);
        var memory = fixture.Engine.ForScope(scope);
        await memory.RememberAsync([Say("m1", $"I play the {Secret}")]);
        await memory.RecallAsync(new RecallQuery($"Who plays the {Secret}?"));
        return [.. spans];
    }

    private static ActivityListener Listen(ConcurrentQueue<Activity> spans, string scope)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "OMem",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (scope.Equals(activity.GetTagItem("gen_ai.memory.store.id")))
                {
                    spans.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
