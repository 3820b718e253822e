using System.Security.Cryptography;
using System.Text;
using Sentinel.Persona;

namespace Sentinel.Replay.Experiment;

/// <summary>Runs to results: figures with intervals, paired differences, Holm's adjustment within each family of each world.</summary>
internal static class ExperimentAnalysis
{
    private const int Quarters = 4;

    /// <summary>Analyses.</summary>
    public static ExperimentResults Of(ExperimentConfig config, IReadOnlyList<WorldConfig> worlds, IReadOnlyList<RunRecord> runs, IReadOnlyList<RealSource> prices, RecoveryReport recovery) => new()
    {
        Name = config.Name,
        Config = ExperimentFile.Hash(config),
        Runs = runs.Count,
        Prices = prices,
        Worlds = [.. worlds.Select((world, i) => World(config, world, i, [.. runs.Where(run => string.Equals(run.World, world.Name, StringComparison.Ordinal))]))],
        Recovery = new RecoveryResult(
            [.. recovery.Traits.Select(static row => new RecoveryRow(
                row.Trait, row.Unit, row.Ok, row.Insufficient, row.MeanAbsoluteError, row.RankCorrelation, row.Coverage, row.CoverageInterval.Low, row.CoverageInterval.High))],
            recovery.Traders,
            recovery.Drifting,
            recovery.DriftFound,
            recovery.MedianDriftDelayDays,
            recovery.FalseAlarmsPerTraderYear),
    };

    private static WorldResult World(ExperimentConfig config, WorldConfig world, int number, IReadOnlyList<RunRecord> runs)
    {
        var arms = world.Arms.ToDictionary(
            arm => arm, arm => new ArmRuns([.. runs.Where(run => string.Equals(run.Arm, arm, StringComparison.Ordinal)).OrderBy(run => run.User)]), StringComparer.Ordinal);
        var plan = ResamplePlan.Draw(Seeds.Of(config.Seed, "bootstrap", number), arms[world.Arms[0]].Days, config.Bootstrap.MeanBlockDays, config.Bootstrap.Resamples);
        var titles = config.Arms.ToDictionary(arm => arm.Name, arm => arm.Title, StringComparer.Ordinal);
        return new WorldResult(
            world.Name,
            world.Title,
            world.Kind,
            [.. world.Arms.Select(arm => Arm(arm, titles[arm], arms[arm], plan))],
            [.. config.Comparisons.SelectMany(family => Family(config, family, arms, plan))],
            [.. config.Comparisons.SelectMany(family => Sharpe(config, family, arms))]);
    }

    private static ArmResult Arm(string name, string title, ArmRuns runs, ResamplePlan plan)
    {
        var figures = new SortedDictionary<string, Estimate>(StringComparer.Ordinal);
        foreach (var endpoint in EndpointCatalog.All.Concat(EndpointCatalog.Described).Concat(EndpointCatalog.Fit).Concat(EndpointCatalog.Books))
        {
            var figure = endpoint.Of(runs);
            figures[endpoint.Name] = Estimate.Of(figure.Value, figure.Replicates(plan));
        }

        var rules = new SortedDictionary<string, RuleCount>(StringComparer.Ordinal);
        foreach (var (code, count) in runs.Runs.SelectMany(static run => run.Rules))
        {
            var known = rules.GetValueOrDefault(code);
            rules[code] = new RuleCount(known.Count + count.Count, known.Severity + count.Severity);
        }

        var quarters = Enumerable.Range(0, Quarters).Select(quarter =>
        {
            var ratio = runs.Quarter(Measure.Violating, Measure.Intents, quarter, Quarters);
            return Estimate.Of(ratio.Value, ratio.Replicates(plan));
        });
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', runs.Runs.Select(static run => run.Journal)))))[..12];
        return new ArmResult(name, title, runs.Runs.Sum(static run => run.AfterGate), runs.Runs.Sum(static run => run.Leaks), digest, figures, rules, [.. quarters]);
    }

    private static List<ComparisonResult> Family(ExperimentConfig config, ComparisonConfig family, Dictionary<string, ArmRuns> arms, ResamplePlan plan)
    {
        var found = new List<ComparisonResult>();
        if (!arms.TryGetValue(family.Base, out var against))
        {
            return found;
        }

        foreach (var endpoint in config.Endpoints.Select(name => EndpointCatalog.Find(name)!))
        {
            var right = endpoint.Of(against);
            var rightReplicates = right.Replicates(plan);
            foreach (var arm in family.Arms.Where(arms.ContainsKey))
            {
                var left = endpoint.Of(arms[arm]);
                var replicates = left.Replicates(plan).Zip(rightReplicates, static (one, other) => one - other).ToArray();
                found.Add(new ComparisonResult(family.Name, endpoint.Name, arm, family.Base, Estimate.OfDifference(left.Value - right.Value, replicates), double.NaN));
            }
        }

        var adjusted = Holm.Adjust([.. found.Select(static one => one.Difference.PValue)]);
        return [.. found.Select((one, i) => one with { HolmP = adjusted[i] })];
    }

    private static IEnumerable<SharpeResult> Sharpe(ExperimentConfig config, ComparisonConfig family, Dictionary<string, ArmRuns> arms)
    {
        if (!arms.TryGetValue(family.Base, out var against) || against.DailyReturns().Length < 2 * config.Bootstrap.SharpeBlockDays)
        {
            yield break;
        }

        foreach (var arm in family.Arms.Where(arms.ContainsKey))
        {
            var test = SharpeDifference.Test(
                arms[arm].DailyReturns(), against.DailyReturns(), config.Bootstrap.SharpeBlockDays, config.Bootstrap.Resamples, Seeds.Of(config.Seed, $"sharpe/{arm}/{family.Base}"));
            yield return new SharpeResult(arm, family.Base, test.Difference, test.StandardError, test.PValue);
        }
    }
}
