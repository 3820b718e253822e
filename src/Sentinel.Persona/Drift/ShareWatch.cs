namespace Sentinel.Persona;

/// <summary>
/// Compares what was chosen lately with what was chosen before, by Jensen-Shannon distance. Twice the number of choices times the divergence in nats is the
/// likelihood-ratio statistic, which chi-square judges. The memory is a window and one count a category.
/// </summary>
internal sealed class ShareWatch(string attribute, ShareLimits limits)
{
    private readonly SortedDictionary<string, double> _history = new(StringComparer.Ordinal);
    private readonly List<Choice> _recent = [];
    private double _historyCount;
    private int _sinceTest;

    /// <summary>Takes the next choice; the change it shows, or null.</summary>
    public PersonaChanged? See(string category, DateTimeOffset time, DateTimeOffset knownAt, string id)
    {
        _recent.Add(new Choice(category, time, id));
        if (_recent.Count > 2 * limits.Windows[^1])
        {
            var old = _recent[0].Category;
            _history[old] = _history.GetValueOrDefault(old) + 1;
            _historyCount++;
            _recent.RemoveAt(0);
        }

        if (++_sinceTest < limits.Step)
        {
            return null;
        }

        _sinceTest = 0;
        foreach (var window in limits.Windows)
        {
            // A large window sees a small change, a small one a large change soon.
            if (_historyCount + _recent.Count < window + Math.Max(window, limits.MinHistory))
            {
                break;
            }

            var (statistic, degrees, _) = Compare(_recent.Count - window, limits.MinExpected);
            if (degrees >= 1 && SpecialFunctions.ChiSquareTail(statistic, degrees) < limits.Level)
            {
                return Changed(window, statistic / SpecialFunctions.ChiSquareQuantile(1 - limits.Level, degrees), knownAt);
            }
        }

        return null;
    }

    private PersonaChanged Changed(int window, double severity, DateTimeOffset knownAt)
    {
        var split = _recent.Count - window;
        var best = double.NegativeInfinity;
        for (var s = 0; s <= _recent.Count - limits.MinWindow; s++)
        {
            // For the place only the largest counts, not its distribution: nothing is put together.
            var (statistic, _, _) = Compare(s, 0);
            if (statistic > best)
            {
                (best, split) = (statistic, s);
            }
        }

        var (_, _, distance) = Compare(split, 0);
        var change = ChangeId.Of(new PersonaChanged
        {
            Id = "",
            Attribute = attribute,
            EventTime = _recent[split].Time,
            KnownAt = knownAt,
            Before = 0,
            After = distance,
            Method = "jensen-shannon",
            Severity = severity,
            SourceIds = [.. _recent.Skip(split).Reverse().Take(limits.MaxIds).Select(choice => choice.Id)],
        });
        _recent.RemoveRange(0, split);
        _history.Clear();
        _historyCount = 0;
        return change;
    }

    /// <summary>Likelihood-ratio statistic, its degrees of freedom and the distance (0-1) between what lies before a split and after it.</summary>
    private (double Statistic, int Degrees, double Distance) Compare(int split, double minExpected)
    {
        var before = new SortedDictionary<string, double>(_history, StringComparer.Ordinal);
        var after = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < _recent.Count; i++)
        {
            var side = i < split ? before : after;
            side[_recent[i].Category] = side.GetValueOrDefault(_recent[i].Category) + 1;
        }

        double n1 = before.Values.Sum(), n2 = after.Values.Sum();
        double statistic = 0, rest1 = 0, rest2 = 0;
        var cells = 0;
        foreach (var key in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var (a, b) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if ((a + b) * n2 / (n1 + n2) < minExpected)
            {
                (rest1, rest2) = (rest1 + a, rest2 + b);
                continue;
            }

            statistic += Cell(a, b, n1, n2);
            cells++;
        }

        if (rest1 + rest2 > 0)
        {
            statistic += Cell(rest1, rest2, n1, n2);
            cells++;
        }

        return (statistic, cells - 1, n1 == 0 || n2 == 0 ? 0 : Math.Sqrt(Math.Max(0, Divergence(before, after, n1, n2))));
    }

    private static double Cell(double a, double b, double n1, double n2)
    {
        var sum = a + b;
        return (2 * Part(a, sum * n1 / (n1 + n2))) + (2 * Part(b, sum * n2 / (n1 + n2)));
    }

    private static double Part(double observed, double expected) => observed > 0 ? observed * Math.Log(observed / expected) : 0;

    private static double Divergence(SortedDictionary<string, double> before, SortedDictionary<string, double> after, double n1, double n2)
    {
        var sum = 0.0;
        foreach (var key in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var (p, q) = (before.GetValueOrDefault(key) / n1, after.GetValueOrDefault(key) / n2);
            var m = (p + q) / 2;
            sum += ((p > 0 ? p * Math.Log2(p / m) : 0) + (q > 0 ? q * Math.Log2(q / m) : 0)) / 2;
        }

        return sum;
    }

    private readonly record struct Choice(string Category, DateTimeOffset Time, string Id);
}

/// <summary>Limits of the comparison.</summary>
/// <param name="Windows">Choices that count as lately, from few to many; each is tried.</param>
/// <param name="MinWindow">Fewest after the change's estimated place.</param>
/// <param name="MinHistory">Fewest before.</param>
/// <param name="Step">Choices from one test to the next.</param>
/// <param name="Level">Chance of a false alarm of one test.</param>
/// <param name="MinExpected">Expected choices below which categories are put together.</param>
/// <param name="MaxIds">Evidence ids kept.</param>
internal sealed record ShareLimits(IReadOnlyList<int> Windows, int MinWindow, int MinHistory, int Step, double Level, double MinExpected, int MaxIds);
