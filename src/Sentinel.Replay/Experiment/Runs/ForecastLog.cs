namespace Sentinel.Replay.Experiment;

/// <summary>Judges convictions by whether the market went the intended way over so many bars. Denied intents are judged too.</summary>
internal sealed class ForecastLog(int bars)
{
    private readonly Dictionary<Symbol, List<(int Day, int Due, double Chance, bool IsLong, decimal Close)>> _open = [];
    private readonly Dictionary<Symbol, int> _count = [];

    /// <summary>Takes in a bar and gives the Brier scores that are now known, with the day of their intent.</summary>
    public IReadOnlyList<(int Day, double Score)> Observe(Bar bar)
    {
        var now = _count[bar.Symbol] = _count.GetValueOrDefault(bar.Symbol) + 1;
        if (!_open.TryGetValue(bar.Symbol, out var open))
        {
            return [];
        }

        var due = open.Where(one => one.Due <= now).Select(one => (one.Day, Scores.Brier(one.Chance, one.IsLong ? bar.Close > one.Close : bar.Close < one.Close))).ToArray();
        open.RemoveAll(one => one.Due <= now);
        return due;
    }

    /// <summary>Takes in an intent formed on the last bar of its symbol.</summary>
    public void Add(TradeIntent intent, Bar bar, int day)
    {
        if (!_open.TryGetValue(bar.Symbol, out var open))
        {
            _open.Add(bar.Symbol, open = []);
        }

        open.Add((day, _count[bar.Symbol] + bars, intent.Conviction, intent.Direction is IntentDirection.Long, bar.Close));
    }
}
