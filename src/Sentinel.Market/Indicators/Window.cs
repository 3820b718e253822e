namespace Sentinel.Market.Indicators;

/// <summary>
/// The last values of a series. Sums are taken over the window each time, not carried along: work stays constant, and a window says the same
/// whatever came before it, to the last bit.
/// </summary>
internal sealed class Window(int capacity)
{
    private readonly double[] _values = new double[capacity];
    private int _next;

    /// <summary>How many values it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Whether each further value pushes one out.</summary>
    public bool IsFull => Count == _values.Length;

    /// <summary>The newest value is 0 back, the one before it 1 back.</summary>
    public double this[int back] => _values[Position(back)];

    /// <summary>Takes in a value.</summary>
    public void Add(double value)
    {
        _values[_next] = value;
        _next = _next + 1 == _values.Length ? 0 : _next + 1;
        Count = Math.Min(Count + 1, _values.Length);
    }

    /// <summary>Sum of the values, oldest first.</summary>
    public double Sum() => Sum(Newer, Sum(Older, 0));

    /// <summary>Mean of the values.</summary>
    public double Mean() => Sum() / Count;

    /// <summary>Standard deviation: of a population, or of a sample (n - 1).</summary>
    public double Deviation(bool isSample) => Deviation(Mean(), isSample);

    /// <summary>Standard deviation around a mean that is known.</summary>
    public double Deviation(double mean, bool isSample) =>
        Math.Sqrt(Squares(Newer, mean, Squares(Older, mean, 0)) / (isSample ? Count - 1 : Count));

    /// <summary>Largest value.</summary>
    public double Max()
    {
        var max = double.NegativeInfinity;
        for (var i = 0; i < Count; i++)
        {
            max = Math.Max(max, _values[i]);
        }

        return max;
    }

    /// <summary>Smallest value.</summary>
    public double Min()
    {
        var min = double.PositiveInfinity;
        for (var i = 0; i < Count; i++)
        {
            min = Math.Min(min, _values[i]);
        }

        return min;
    }

    /// <summary>Which part of the values is below one, 0-1.</summary>
    public double RankOf(double value)
    {
        var below = 0;
        for (var i = 0; i < Count; i++)
        {
            below += _values[i] < value ? 1 : 0;
        }

        return (double)below / Count;
    }

    // The ring is two pieces: what lies behind the next place is older than what lies before it.
    private ReadOnlySpan<double> Older => IsFull ? _values.AsSpan(_next) : [];

    private ReadOnlySpan<double> Newer => _values.AsSpan(0, _next);

    private static double Sum(ReadOnlySpan<double> values, double sum)
    {
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static double Squares(ReadOnlySpan<double> values, double mean, double sum)
    {
        foreach (var value in values)
        {
            sum += (value - mean) * (value - mean);
        }

        return sum;
    }

    private int Position(int back)
    {
        var at = _next - 1 - back;
        return at < 0 ? at + _values.Length : at;
    }
}
