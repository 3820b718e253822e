namespace Sentinel.Persona;

/// <summary>
/// Page's two-sided cumulative sum on standardised values, self-starting (Hawkins 1987): each value is compared with the mean and deviation of those since the last change,
/// itself not among them, so that no baseline has to be known. Work and memory of a value are constant.
/// </summary>
internal sealed class CusumSeries(string attribute, CusumLimits limits)
{
    private readonly Queue<string> _ids = new();
    private Moments _all;
    private Excursion _up;
    private Excursion _down;

    /// <summary>Takes the next value (a logarithm); the change it shows, or null.</summary>
    public PersonaChanged? See(double value, DateTimeOffset time, DateTimeOffset knownAt, string id)
    {
        _ids.Enqueue(id);
        if (_ids.Count > limits.MaxIds)
        {
            _ids.Dequeue();
        }

        var before = _all;
        _all.Add(value);
        if (before.Count < limits.StartUp || before.Deviation <= 1e-9)
        {
            return null;
        }

        var z = Math.Sqrt((before.Count - 1) / before.Count) * (value - before.Mean) / before.Deviation;
        z = Math.Clamp(z, -limits.Clip, limits.Clip);
        _up.Step(z - limits.Slack, value, time);
        _down.Step(-z - limits.Slack, value, time);
        var worst = _up.Sum >= _down.Sum ? _up : _down;
        if (worst.Sum < limits.Threshold)
        {
            return null;
        }

        var (start, values) = worst.Since;
        var old = _all.Without(values);
        var change = ChangeId.Of(new PersonaChanged
        {
            Id = "",
            Attribute = attribute,
            EventTime = start,
            KnownAt = knownAt,
            Before = Math.Exp(old.Mean),
            After = Math.Exp(values.Mean),
            Method = "cusum",
            Severity = worst.Sum / limits.Threshold,
            SourceIds = [.. _ids.Reverse()],
        });
        (_all, _up, _down) = (values, default, default);
        return change;
    }

    /// <summary>
    /// A run of one side since its sum was last zero. Chance often carries a sum above zero before the change: a second sum with more slack, inside of it, tells the change's
    /// place better, as long as it holds a few values.
    /// </summary>
    private struct Excursion
    {
        private const double MoreSlack = 0.75;
        private const int Few = 4;

        private double _inner;
        private DateTimeOffset _start;
        private DateTimeOffset _innerStart;
        private Moments _values;
        private Moments _innerValues;

        public double Sum { get; private set; }

        /// <summary>Where the change is estimated to lie, and the values from there on.</summary>
        public readonly (DateTimeOffset Start, Moments Values) Since => _innerValues.Count >= Few ? (_innerStart, _innerValues) : (_start, _values);

        public void Step(double step, double value, DateTimeOffset time)
        {
            if (Sum <= 0)
            {
                (_start, _values, _inner) = (time, default, 0);
            }

            if (_inner <= 0)
            {
                (_innerStart, _innerValues) = (time, default);
            }

            Sum = Math.Max(0, Sum + step);
            _inner = Math.Max(0, _inner + step - MoreSlack);
            _values.Add(value);
            _innerValues.Add(value);
        }
    }
}

/// <summary>Limits of a cumulative sum, in deviations.</summary>
/// <param name="Slack">Half the shift that matters.</param>
/// <param name="Threshold">Sum at which a change is reported.</param>
/// <param name="StartUp">Values before the first comparison.</param>
/// <param name="Clip">Farthest that one value counts, against single outliers.</param>
/// <param name="MaxIds">Evidence ids kept.</param>
internal sealed record CusumLimits(double Slack, double Threshold, int StartUp, double Clip, int MaxIds);

/// <summary>Count, mean and deviation, taken one value at a time.</summary>
internal struct Moments
{
    private double _sum;
    private double _squares;

    public double Count { get; private set; }

    public readonly double Mean => _sum / Count;

    public readonly double Deviation => Count < 2 ? 0 : Math.Sqrt(Math.Max(0, (_squares - (_sum * _sum / Count)) / (Count - 1)));

    public void Add(double value) => (Count, _sum, _squares) = (Count + 1, _sum + value, _squares + (value * value));

    public readonly Moments Without(Moments part) => new() { Count = Count - part.Count, _sum = _sum - part._sum, _squares = _squares - part._squares };
}
