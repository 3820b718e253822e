namespace Sentinel.Market.Generator;

/// <summary>One stream of random numbers. Each purpose has its own, so that what one world draws more of shifts nothing in another.</summary>
internal sealed class Noise(int seed, int stream)
{
    private readonly Random _random = new(Mix(seed, stream));

    private double _spare = double.NaN;

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => _random.NextDouble();

    /// <summary>Uniform in [0, limit).</summary>
    public int Below(int limit) => _random.Next(limit);

    /// <summary>Exponential with a mean.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - _random.NextDouble());

    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public double Normal()
    {
        if (!double.IsNaN(_spare))
        {
            var spare = _spare;
            _spare = double.NaN;
            return spare;
        }

        var radius = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble()));
        var (sin, cos) = Math.SinCos(2 * Math.PI * _random.NextDouble());
        _spare = radius * sin;
        return radius * cos;
    }

    // Neighbouring seeds must not give similar streams: the finaliser of MurmurHash3.
    private static int Mix(int seed, int stream)
    {
        unchecked
        {
            var hash = ((uint)seed * 0x9E3779B1u) + ((uint)stream * 0x85EBCA77u);
            hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
            hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
            return (int)(hash ^ (hash >> 16));
        }
    }
}
