namespace Sentinel.Persona.Tests.Synthetic;

public sealed class PersonaRecoveryTests
{
    [Fact]
    public void Run_AFewTraders_FindsWhatWasPlanted()
    {
        var report = PersonaRecovery.Run(3, 9);

        report.Traders.ShouldBe(9);
        report.Drifting.ShouldBe(3);
        Trait(report, AttributeNames.HoldingTime).RankCorrelation.ShouldBeGreaterThan(0.9);
        Trait(report, AttributeNames.RiskPerTrade).RankCorrelation.ShouldBeGreaterThan(0.9);
        Trait(report, AttributeNames.StopRate).MeanAbsoluteError.ShouldBeLessThan(0.05);
        report.Traits.Average(trait => trait.Coverage).ShouldBeGreaterThan(0.85);
        report.FalseAlarmsPerTraderYear.ShouldBeLessThan(0.5);
    }

    [Fact]
    public void Run_TooFewTraders_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => PersonaRecovery.Run(1, 2));

    private static TraitRecovery Trait(RecoveryReport report, string name) => report.Traits.Single(trait => trait.Trait == name);
}
