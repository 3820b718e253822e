using System.Diagnostics;

namespace OMem.Sqlite.Stress;

/// <summary>Learns how long each kind of operation takes, and picks a moment inside one: a kill at any other time proves little.</summary>
internal sealed class Aim(Random random)
{
    /// <summary>A little beyond the mean, so that the ends of slow operations are met too.</summary>
    private const double Reach = 1.5;

    private static readonly TimeSpan FirstGuess = TimeSpan.FromMilliseconds(5);

    private readonly Dictionary<string, (TimeSpan Sum, int Count)> _times = new(StringComparer.Ordinal);
    private string _kind = "";
    private long _start;

    /// <summary>An operation has begun.</summary>
    public void Begin(string kind) => (_kind, _start) = (kind, Stopwatch.GetTimestamp());

    /// <summary>It is done.</summary>
    public void End()
    {
        if (_kind.Length > 0)
        {
            var (sum, count) = _times.GetValueOrDefault(_kind);
            _times[_kind] = (sum + Stopwatch.GetElapsedTime(_start), count + 1);
            _kind = "";
        }
    }

    /// <summary>Waits for a moment inside the operation that has begun last.</summary>
    /// <param name="early">1: any moment is as likely as another; more: early ones are likelier, for an operation that commits soon and then has long work to do.</param>
    public void Wait(double early = 1)
    {
        var mean = _times.TryGetValue(_kind, out var known) ? known.Sum / known.Count : FirstGuess;
        var moment = mean * (Math.Pow(random.NextDouble(), early) * Reach);
        while (Stopwatch.GetElapsedTime(_start) < moment)
        {
            Thread.SpinWait(50);
        }
    }

    public override string ToString() => string.Join(", ", _times.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
        .Select(static pair => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{pair.Key} {(pair.Value.Sum / pair.Value.Count).TotalMilliseconds:F1} ms")));
}
