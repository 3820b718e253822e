namespace Sentinel.Persona;

/// <summary>
/// One symbol's UTC days. A day is extreme when its return or the logarithm of its volume lies more than two deviations from the mean of the 30 days before
/// (the return on either side, the volume above); the day itself is not in its baseline.
/// </summary>
internal sealed class DayTable
{
    private const int Baseline = 30;
    private const int MinBaseline = 20;
    private const double Threshold = 2;

    private readonly List<Day> _days = [];

    public static long DayOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerDay;

    public void Add(Bar bar)
    {
        var number = DayOf(bar.OpenTime);
        if (_days.Count == 0 || _days[^1].Number != number)
        {
            _days.Add(new Day(number) { High = bar.High, Low = bar.Low });
        }

        var day = _days[^1];
        day.High = Math.Max(day.High, bar.High);
        day.Low = Math.Min(day.Low, bar.Low);
        day.Close = bar.Close;
        day.Volume += bar.Volume;
        day.End = bar.CloseTime;
    }

    /// <summary>Highest and lowest price of a day whose bars are all there; null otherwise.</summary>
    public (decimal High, decimal Low)? RangeOf(long number)
    {
        var i = Find(number);
        return i < 0 || !_days[i].IsComplete ? null : (_days[i].High, _days[i].Low);
    }

    /// <summary>Whether a day was extreme; null when it is incomplete or its baseline too short.</summary>
    public bool? IsExtreme(long number)
    {
        var i = Find(number);
        if (i < MinBaseline + 1 || !_days[i].IsComplete)
        {
            return null;
        }

        return _days[i].Extreme ??= Judge(i);
    }

    private bool Judge(int i)
    {
        var first = Math.Max(1, i - Baseline);
        return Math.Abs(Score(first, i, Return)) > Threshold || Score(first, i, k => Math.Log((double)_days[k].Volume + 1e-9)) > Threshold;
    }

    private double Return(int k) => _days[k - 1].Close > 0 ? ((double)_days[k].Close / (double)_days[k - 1].Close) - 1 : 0;

    private static double Score(int first, int i, Func<int, double> value)
    {
        double sum = 0, squares = 0;
        for (var k = first; k < i; k++)
        {
            var x = value(k);
            sum += x;
            squares += x * x;
        }

        var n = i - first;
        var mean = sum / n;
        var deviation = Math.Sqrt(Math.Max(0, (squares - (n * mean * mean)) / (n - 1)));
        return deviation > 1e-12 ? (value(i) - mean) / deviation : 0;
    }

    private int Find(long number)
    {
        var (low, high) = (0, _days.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_days[middle].Number == number)
            {
                return middle;
            }

            (low, high) = _days[middle].Number < number ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private sealed class Day(long number)
    {
        public long Number { get; } = number;

        public decimal High { get; set; }

        public decimal Low { get; set; }

        public decimal Close { get; set; }

        public decimal Volume { get; set; }

        public DateTimeOffset End { get; set; }

        public bool? Extreme { get; set; }

        public bool IsComplete => DayOf(End) > Number;
    }
}
