using System.Globalization;

namespace Sentinel.Persona;

/// <summary>Measures how well planted behaviour is found again.</summary>
public static class PersonaRecovery
{
    private const int ReferenceYears = 10;
    private const int DriftEvery = 3;

    private static readonly PersonaOptions Options = new() { StartingEquity = 100_000m };

    /// <summary>
    /// Draws traders (a third of them change midway), lets each trade a generated year of its own, and compares what is revealed at its end with the truth: the planted
    /// trait where the traits state it, else the same estimator over ten other years of the same trader, unchanged and pooled.
    /// </summary>
    public static RecoveryReport Run(int seed, int traders, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(traders, 3);
        var reference = Enumerable.Range(0, ReferenceYears).Select(year => RecoveryWorld.Generate(unchecked((seed * 100_003) + year))).ToArray();
        var rows = RecoveredTrait.All.ToDictionary(trait => trait.Name, trait => new TraitRows(trait), StringComparer.Ordinal);
        var drift = new DriftScore();
        for (var i = 0; i < traders; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var driftAt = i % DriftEvery == 0 ? RecoveryWorld.TradingStart + ((RecoveryWorld.End - RecoveryWorld.TradingStart) / 2) : (DateTimeOffset?)null;
            var name = string.Create(CultureInfo.InvariantCulture, $"T{i:000}");
            var trader = SyntheticTrader.Draw(name, RecoveryWorld.Symbols, unchecked((seed * 1009) + i), driftAt);
            var manager = RecoveryWorld.Observe(trader, RecoveryWorld.Generate(unchecked((seed * 100_003) + ReferenceYears + i)), Options);
            drift.Add(trader, manager.Changes(RecoveryWorld.End));
            var truth = new RecoveryTruth(trader, reference, Options);
            var profile = manager.Revealed(RecoveryWorld.End);
            foreach (var row in rows.Values)
            {
                row.Add(profile, trader, truth);
            }
        }

        return new RecoveryReport
        {
            Traders = traders,
            Traits = [.. RecoveredTrait.All.Select(trait => rows[trait.Name].ToReport())],
            Drifting = drift.Drifting,
            DriftFound = drift.Delays.Count,
            MedianDriftDelayDays = drift.Delays.Count == 0 ? double.NaN : new WeightedSeries([.. drift.Delays], [.. drift.Delays.Select(_ => 1.0)]).Median,
            FalseAlarmsPerTraderYear = drift.FalseAlarms / drift.QuietYears,
        };
    }
}
