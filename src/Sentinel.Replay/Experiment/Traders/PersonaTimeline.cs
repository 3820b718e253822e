using Sentinel.Memory;
using Sentinel.Persona;

namespace Sentinel.Replay.Experiment;

/// <summary>Readings of a persona one after the other, each made when nothing later had been given to it. Read by every arm; safe to share.</summary>
internal sealed class PersonaTimeline : IPersonaSource
{
    private readonly IReadOnlyList<(DateTimeOffset At, PersonaReading Reading)> _readings;

    private PersonaTimeline(IReadOnlyList<(DateTimeOffset At, PersonaReading Reading)> readings) => _readings = readings;

    /// <summary>Reads a persona at the start and each <paramref name="cadence"/> after it.</summary>
    public static PersonaTimeline Of(SyntheticHistory history, IReadOnlyList<Bar> bars, DateTimeOffset start, DateTimeOffset end, TimeSpan cadence)
    {
        var manager = new PersonaManager(new PersonaOptions { StartingEquity = history.StartingEquity, StopWithin = bars[0].Interval });
        var source = new PersonaManagerSource(manager, TimeSpan.Zero);
        var readings = new List<(DateTimeOffset, PersonaReading)>();
        var (bar, fill, order) = (0, 0, 0);
        for (var at = start; at <= end; at += cadence)
        {
            manager.ObserveBars(Due(bars, ref bar, static known => known.CloseTime, at));
            manager.ObserveOrders(Due(history.Orders, ref order, static known => known.PlacedAt, at));
            manager.Observe(Due(history.Fills, ref fill, static known => known.Timestamp, at));
            manager.Advance(at);
            readings.Add((at, source.Read(at)));
        }

        return new PersonaTimeline(readings);
    }

    /// <inheritdoc/>
    public PersonaReading Read(DateTimeOffset asOf)
    {
        for (var i = _readings.Count - 1; i >= 0; i--)
        {
            if (_readings[i].At <= asOf)
            {
                return _readings[i].Reading;
            }
        }

        return PersonaReading.Empty;
    }

    private static List<T> Due<T>(IReadOnlyList<T> all, ref int next, Func<T, DateTimeOffset> time, DateTimeOffset at)
    {
        var due = new List<T>();
        for (; next < all.Count && time(all[next]) <= at; next++)
        {
            due.Add(all[next]);
        }

        return due;
    }
}
