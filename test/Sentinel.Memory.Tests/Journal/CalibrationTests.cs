namespace Sentinel.Memory.Tests.Journal;

public sealed class CalibrationTests
{
    [Fact]
    public void Of_NoDecisions_ClaimsNothing()
    {
        var calibration = Calibration.Of([]);

        calibration.N.ShouldBe(0);
        calibration.Brier.ShouldBeNull();
        calibration.Bins.ShouldBeEmpty();
    }

    [Fact]
    public void Of_SomeDecisions_GivesBrierAndBins()
    {
        var calibration = Calibration.Of([Judged(0.9, 1), Judged(0.9, -1), Judged(0.3, -1), Judged(1, 2)]);

        calibration.N.ShouldBe(4);
        calibration.Brier!.Value.ShouldBe((0.01 + 0.81 + 0.09 + 0) / 4, 1e-12);
        calibration.Bins.Select(bin => (bin.N, bin.HitRate)).ShouldBe([(1, 0), (3, 2.0 / 3)]);
        calibration.Bins[1].From.ShouldBe(0.8);
        calibration.Bins[1].MeanConviction.ShouldBe(2.8 / 3, 1e-12);
    }

    [Fact]
    public void Of_HoldsAndWhatIsNotSettled_AreNotJudged() =>
        Calibration.Of([Judged(0.9, 1) with { Direction = IntentDirection.Hold }, Judged(0.9, 1) with { Outcomes = [] }, Judged(0.9, 1, exposure: 0)]).N.ShouldBe(0);

    [Fact]
    public void Of_ExitAndHorizon_TakesTheExit()
    {
        var decision = Judged(1, -1);
        var exit = decision.Outcomes[0] with { Horizon = OutcomeHorizon.Exit, Raw = 0.5 };

        Calibration.Of([decision with { Outcomes = [.. decision.Outcomes, exit] }]).Brier.ShouldBe(0);
    }

    private static DecisionSummary Judged(double conviction, double r, int exposure = 1)
    {
        var episode = Episodes.Make(1, Make.State(0));
        return new DecisionSummary(
            "dec", Make.Btc, Make.At(1), IntentDirection.Long, conviction, GateVerdict.Accepted, [Episodes.Ended(episode, r) with { Exposure = exposure }]);
    }
}
