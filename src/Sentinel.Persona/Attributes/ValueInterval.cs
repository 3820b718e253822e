namespace Sentinel.Persona;

/// <summary>A 95 % interval, both ends included.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, never below <paramref name="Low"/>.</param>
public readonly record struct ValueInterval(double Low, double High)
{
    /// <summary>Whether a value lies in it.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>The interval cut to a range.</summary>
    public ValueInterval Clamp(double low, double high) => new(Math.Clamp(Low, low, high), Math.Clamp(High, low, high));
}

/// <summary>A span of time, UTC.</summary>
/// <param name="From">Start.</param>
/// <param name="To">End.</param>
public readonly record struct TimeWindow(DateTimeOffset From, DateTimeOffset To);
