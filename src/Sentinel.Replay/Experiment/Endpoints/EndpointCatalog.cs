namespace Sentinel.Replay.Experiment;

/// <summary>An endpoint: how it is formed over the runs of an arm.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="Title">It in a few words.</param>
/// <param name="Better">-1 when less is better, 1 when more is, 0 when neither.</param>
/// <param name="Of">Forms it.</param>
internal sealed record Endpoint(string Name, string Title, int Better, Func<ArmRuns, Figure> Of);

/// <summary>The endpoints there are.</summary>
internal static class EndpointCatalog
{
    private const double DaysPerYear = 365;

    /// <summary>Those that may be primary.</summary>
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new("violation-rate", "intents that break the mandate, before the gate", -1, static runs => new Figure(runs.Over(Measure.Violating, Measure.Intents))),
        new("violation-decay", "violation rate, last quarter less first", -1, static runs => runs.LateLessEarly(Measure.Violating, Measure.Intents)),
        new("persona-fit", "distance from the trader's habits", -1, static runs => new Figure(runs.Mean(static run => Mean(run.Fit)))),
        new("repeated-mistakes", "entries that repeat a mistake", -1, static runs => new Figure(runs.Over(Measure.Repeated, Measure.Entries))),
        new("shock-mistakes", "the same among entries on a shock", -1, static runs => new Figure(runs.Over(Measure.ShockRepeated, Measure.ShockEntries))),
        new("brier", "Brier score of conviction", -1, static runs => new Figure(runs.Over(Measure.Brier, Measure.Forecasts))),
    ];

    /// <summary>Those that describe and are not tested.</summary>
    public static IReadOnlyList<Endpoint> Described { get; } =
    [
        new("severity", "severity of a violation", -1, static runs => new Figure(runs.Over(Measure.Severity, Measure.Violating))),
        new("violating-wishes", "violation rate, repeated wishes counted once", -1, static runs => new Figure(runs.Over(Measure.WishesViolating, Measure.Wishes))),
        new("intents", "intents a run", 0, static runs => new Figure(runs.Mean(static run => Sum(run, Measure.Intents)))),
        new("entries", "entries a run", 0, static runs => new Figure(runs.Mean(static run => Sum(run, Measure.Entries)))),
        new("tokens", "tokens a decision", -1, static runs => new Figure(runs.Over(Measure.Tokens, Measure.Cycles))),
        new("recall", "recall at 6 of planted episodes", 1, static runs => new Figure(runs.Over(Measure.Recall, Measure.Recalls))),
        new("ndcg", "nDCG at 6 of the same", 1, static runs => new Figure(runs.Over(Measure.Ndcg, Measure.Recalls))),
    ];

    /// <summary>The four distances behind the fit.</summary>
    public static IReadOnlyList<Endpoint> Fit { get; } =
        [.. Habits.Names.Select((name, i) => new Endpoint($"fit-{name}", name, -1, runs => new Figure(runs.Mean(run => run.Fit[i]))))];

    /// <summary>Results of the books: secondary, never the headline.</summary>
    public static IReadOnlyList<Endpoint> Books { get; } =
    [
        new("return", "net return", 1, static runs => new Figure(runs.Mean(static run => run.NetReturn))),
        new("sharpe", "Sharpe ratio, a year", 1, static runs => new Figure(runs.Mean(static run => Annual(run, static returns => Deviation(returns))))),
        new("sortino", "Sortino ratio, a year", 1, static runs => new Figure(runs.Mean(static run => Annual(run, static returns => Math.Sqrt(returns.Average(one => Math.Min(one, 0) * Math.Min(one, 0))))))),
        new("drawdown", "largest drawdown", -1, static runs => new Figure(runs.Mean(static run => run.Drawdown))),
        new("turnover", "traded value over equity, a day", 0, static runs => new Figure(runs.Mean(static run => Sum(run, Measure.Turnover) / run.Days.Count))),
        new("fees", "fees over equity, a run", -1, static runs => new Figure(runs.Mean(static run => Sum(run, Measure.Fees)))),
    ];

    /// <summary>A primary endpoint by name, or null.</summary>
    public static Endpoint? Find(string name) => All.FirstOrDefault(endpoint => string.Equals(endpoint.Name, name, StringComparison.Ordinal));

    private static double Mean(IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        return finite.Length > 0 ? finite.Average() : double.NaN;
    }

    private static double Sum(RunRecord run, Measure measure) => run.Days.Sum(day => day[(int)measure]);

    private static double Annual(RunRecord run, Func<double[], double> spread)
    {
        var returns = run.Days.Select(static day => day[(int)Measure.Return]).ToArray();
        var divisor = spread(returns);
        return divisor > 0 ? returns.Average() / divisor * Math.Sqrt(DaysPerYear) : double.NaN;
    }

    private static double Deviation(double[] returns)
    {
        var mean = returns.Average();
        return Math.Sqrt(returns.Sum(one => (one - mean) * (one - mean)) / Math.Max(1, returns.Length - 1));
    }
}
