using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using OMem.Understanding.Llm;

namespace OMem.Telemetry;

/// <summary>Spans and metrics of one engine. Text of queries and items is left out unless asked for.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class MemoryTelemetry : IDisposable
{
    private readonly ActivitySource _source = new(TelemetryNames.Source);
    private readonly Meter _meter = new(TelemetryNames.Source);
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _understood;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _dropped;
    private readonly ConcurrentDictionary<MemoryScope, long> _droppedByScope = new();
    private readonly bool _sensitive;
    private readonly TimeProvider _time;
    private volatile OutboxReading? _outbox;

    public MemoryTelemetry(OMemOptions options, TimeProvider time)
    {
        _sensitive = options.EnableSensitiveTelemetryData;
        _time = time;
        _duration = _meter.CreateHistogram<double>(TelemetryNames.OperationDuration, "s", "Duration of a memory operation.");
        _understood = _meter.CreateCounter<long>(TelemetryNames.Understood, "{interaction}", "Interactions understood.");
        _failures = _meter.CreateCounter<long>(TelemetryNames.UnderstandingFailures, "{interaction}", "Failed attempts to understand an interaction.");
        _dropped = _meter.CreateCounter<long>(TelemetryNames.Dropped, "{item}", "Things a model read that were not taken over.");
        _meter.CreateObservableGauge(TelemetryNames.OutboxDepth, () => _outbox?.Depth ?? 0, "{interaction}", "Interactions waiting to be understood.");
        _meter.CreateObservableGauge(TelemetryNames.OutboxAge, () => _outbox?.Age ?? 0, "s", "Age of the oldest waiting interaction.");
    }

    public async Task<T> TraceAsync<T>(string operation, MemoryScope scope, string? queryText, Func<Task<T>> call, Func<T, int> count)
    {
        using var activity = _source.StartActivity(operation, ActivityKind.Internal);
        if (activity is not null)
        {
            activity.SetTag(TelemetryNames.OperationName, operation);
            activity.SetTag(TelemetryNames.StoreId, scope.ToString());
            if (_sensitive && queryText is not null)
            {
                activity.SetTag(TelemetryNames.QueryText, queryText);
            }
        }

        var start = _time.GetTimestamp();
        string? error = null;
        try
        {
            var result = await call().ConfigureAwait(false);
            activity?.SetTag(TelemetryNames.RecordCount, count(result));
            return result;
        }
        catch (Exception exception)
        {
            error = exception.GetType().FullName;
            activity?.SetTag(TelemetryNames.ErrorType, error);
            activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            Record(operation, error, _time.GetElapsedTime(start));
        }
    }

    public void Understood(int interactions) => _understood.Add(interactions);

    public void UnderstandingFailed(int interactions) => _failures.Add(interactions);

    /// <summary>Counts what of a model's answer was not taken over.</summary>
    public void Dropped(MemoryScope scope, DropCounts counts)
    {
        foreach (var (reason, count) in counts.NonZero())
        {
            _dropped.Add(count, new KeyValuePair<string, object?>(TelemetryNames.DropReason, reason.ToString()));
        }

        if (counts.Total > 0)
        {
            _droppedByScope.AddOrUpdate(scope, counts.Total, (_, known) => known + counts.Total);
        }
    }

    /// <summary>How many things of a scope were not taken over in this process.</summary>
    public long DroppedOf(MemoryScope scope) => _droppedByScope.GetValueOrDefault(scope);

    public void Outbox(int depth, TimeSpan? age) => _outbox = new OutboxReading(depth, age?.TotalSeconds ?? 0);

    public void Dispose()
    {
        _source.Dispose();
        _meter.Dispose();
    }

    private void Record(string operation, string? error, TimeSpan elapsed)
    {
        if (!_duration.Enabled)
        {
            return;
        }

        var tags = new TagList { { TelemetryNames.OperationName, operation } };
        if (error is not null)
        {
            tags.Add(TelemetryNames.ErrorType, error);
        }

        _duration.Record(elapsed.TotalSeconds, tags);
    }

    private sealed record OutboxReading(int Depth, double Age);
}
