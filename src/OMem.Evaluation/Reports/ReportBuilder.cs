using System.Globalization;

namespace OMem.Evaluation;

/// <summary>Aggregates question scores into a report.</summary>
internal sealed class ReportBuilder(EvaluationDataset dataset, int samples, int seed)
{
    private const int Decimals = 6;
    private readonly Dictionary<int, Bootstrap> _bootstraps = [];

    public IReadOnlyDictionary<string, SystemReport> Build(IReadOnlyList<SystemResult> results)
    {
        var reference = results.FirstOrDefault(r => r.System.Name == Bm25System.PlainName);
        return results.ToDictionary(r => r.System.Name, r => Build(r, r == reference ? null : reference), StringComparer.Ordinal);
    }

    private SystemReport Build(SystemResult result, SystemResult? reference)
    {
        var table = Table([.. result.Questions.Select(q => q.Scores)]);
        return new SystemReport
        {
            RecallAt1 = table.RecallAt1,
            RecallAt5 = table.RecallAt5,
            RecallAt10 = table.RecallAt10,
            RecallAt20 = table.RecallAt20,
            NdcgAt10 = table.NdcgAt10,
            Mrr = table.Mrr,
            MrrAt10 = table.MrrAt10,
            FullAt20 = table.FullAt20,
            RecallAtTokens = table.RecallAtTokens,
            Count = table.Count,
            Intervals = table.Intervals,
            TokenCurve = ByBudget(Metric.TokenBudgets, i => Mean(result.Questions.Select(q => q.Scores[i]))),
            VersusBm25 = reference is null ? null : Differences(result, reference),
            Categories = Categories(result),
            QueryTimes = Times(result),
            IndexSeconds = Math.Round(result.IndexSeconds, 3),
        };
    }

    private SortedDictionary<string, MetricTable> Categories(SystemResult result)
    {
        var tables = new SortedDictionary<string, MetricTable>(StringComparer.Ordinal);
        foreach (var group in result.Questions.GroupBy(q => q.Question.Category, StringComparer.Ordinal))
        {
            tables[group.Key] = Table([.. group.Select(q => q.Scores)]);
        }

        foreach (var (name, members) in dataset.Groups)
        {
            var scores = result.Questions.Where(q => members.Contains(q.Question.Category)).Select(q => q.Scores).ToList();
            if (scores.Count > 0)
            {
                tables[name] = Table(scores);
            }
        }

        return tables;
    }

    private MetricTable Table(List<double[]> scores)
    {
        double Figure(int metric) => Mean(scores.Select(s => s[metric]));
        return new MetricTable
        {
            RecallAt1 = Figure(Metric.RecallAt1),
            RecallAt5 = Figure(Metric.RecallAt5),
            RecallAt10 = Figure(Metric.RecallAt10),
            RecallAt20 = Figure(Metric.RecallAt20),
            NdcgAt10 = Figure(Metric.NdcgAt10),
            Mrr = Figure(Metric.Mrr),
            MrrAt10 = Figure(Metric.MrrAt10),
            FullAt20 = Figure(Metric.FullAt20),
            RecallAtTokens = ByBudget(Metric.ReportedBudgets, Figure),
            Count = scores.Count,
            Intervals = Metric.Reported.ToDictionary(m => m.Name, m => Interval([.. scores.Select(s => s[m.Index])]), StringComparer.Ordinal),
        };
    }

    private Dictionary<string, PairedDifference> Differences(SystemResult result, SystemResult reference) =>
        Metric.Reported.ToDictionary(
            m => m.Name,
            m =>
            {
                var differences = result.Questions.Zip(reference.Questions, (a, b) => a.Scores[m.Index] - b.Scores[m.Index]).ToArray();
                return new PairedDifference(Mean(differences), Interval(differences));
            },
            StringComparer.Ordinal);

    private double[] Interval(double[] values)
    {
        if (values.Length == 0)
        {
            return [0, 0];
        }

        if (!_bootstraps.TryGetValue(values.Length, out var bootstrap))
        {
            _bootstraps[values.Length] = bootstrap = new Bootstrap(values.Length, samples, seed);
        }

        var (low, high) = bootstrap.Interval(values);
        return [Math.Round(low, Decimals), Math.Round(high, Decimals)];
    }

    private static Dictionary<string, double> ByBudget(int[] budgets, Func<int, double> figure) =>
        budgets.ToDictionary(b => b.ToString(CultureInfo.InvariantCulture), b => figure(Metric.Tokens(b)), StringComparer.Ordinal);

    private static QueryTimes Times(SystemResult result)
    {
        var times = result.Questions.Select(q => q.Milliseconds).Order().ToArray();
        return times.Length == 0
            ? new QueryTimes(0, 0)
            : new QueryTimes(Math.Round(Percentile.Of(times, 0.5), 4), Math.Round(Percentile.Of(times, 0.95), 4));
    }

    private static double Mean(IEnumerable<double> values) => Math.Round(values.DefaultIfEmpty().Average(), Decimals);
}
