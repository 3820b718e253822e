using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sentinel.Market.Detectors;

/// <summary>Collects the events of one bar and gives them their ids.</summary>
internal sealed class EventSink(Symbol symbol, TimeSpan dataDelay)
{
    private readonly List<MarketEvent> _events = [];
    private Bar? _bar;

    /// <summary>Starts a bar.</summary>
    public void Begin(Bar bar)
    {
        _bar = bar;
        _events.Clear();
    }

    /// <summary>The events since <see cref="Begin"/>, in the order of their detectors.</summary>
    public IReadOnlyList<MarketEvent> Events() => _events.Count == 0 ? [] : [.. _events];

    /// <summary>Reports an event that the bar made known.</summary>
    /// <param name="detector">Who found it, with version.</param>
    /// <param name="type">What.</param>
    /// <param name="side">Direction.</param>
    /// <param name="eventTime">When it happened; null for the bar itself.</param>
    /// <param name="severity">How far beyond the threshold.</param>
    /// <param name="features">Numbers behind it.</param>
    /// <param name="key">What tells two events of one type and bar apart.</param>
    public void Add(
        string detector,
        string type,
        int side,
        DateTimeOffset? eventTime,
        double severity,
        ReadOnlySpan<(string Name, double Value)> features,
        string key = "")
    {
        var bar = _bar ?? throw new InvalidOperationException("no bar was begun");
        var numbers = new List<KeyValuePair<string, double>>(features.Length);
        foreach (var (name, value) in features)
        {
            numbers.Add(new(name, value));
        }

        numbers.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        var happened = eventTime ?? bar.OpenTime;
        _events.Add(new MarketEvent
        {
            Id = Id(detector, type, side, happened, bar.CloseTime, key),
            Type = type,
            Symbol = symbol,
            Side = side,
            EventTime = happened,
            KnownAt = bar.CloseTime + dataDelay,
            Severity = severity,
            Features = numbers,
            Detector = detector,
        });
    }

    // The delay is no part of it: the same event over a slower line keeps its id.
    private string Id(string detector, string type, int side, DateTimeOffset happened, DateTimeOffset close, string key)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{symbol}|{detector}|{type}|{side}|{happened.UtcTicks}|{close.UtcTicks}|{key}");
        return "ev-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
