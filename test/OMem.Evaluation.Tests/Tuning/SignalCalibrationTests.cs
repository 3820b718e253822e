using OMem.Recall;

namespace OMem.Evaluation.Tests;

public sealed class SignalCalibrationTests
{
    [Fact]
    public void Fit_CoverageTellsKnown_GivesItWeight()
    {
        List<SignalSample> samples =
        [
            .. Enumerable.Range(0, 50).Select(i => Sample(coverage: 0.6 + (i / 200.0), known: i % 10 != 0)),
            .. Enumerable.Range(0, 50).Select(i => Sample(coverage: 0.1 + (i / 200.0), known: i % 10 == 0)),
        ];

        var model = SignalCalibration.Fit(samples);

        model.Window.ShouldBeGreaterThan(1);
        SignalCalibration.Probability(model, Sample(0.9, true)).ShouldBeGreaterThan(0.5);
        SignalCalibration.Probability(model, Sample(0.1, true)).ShouldBeLessThan(0.5);
    }

    [Fact]
    public void Probability_NothingMatched_IsZero() =>
        SignalCalibration.Probability(new SignalModel(5, 0, 0, 0, 0), new SignalSample(null, false)).ShouldBe(0);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Fit_OneMeasureTells_GivesThatMeasureTheWeight(int telling)
    {
        var samples = Enumerable.Range(0, 80).Select(i => Sample(telling, i / 80.0, known: i >= 40)).ToList();

        var model = SignalCalibration.Fit(samples);

        double[] weights = [model.Window, model.Turn, model.Score, model.Similarity, model.Size, model.ItemWords, model.ItemSimilarity];
        weights[telling].ShouldBeGreaterThan(1);
        weights.Where((_, i) => i != telling).ShouldAllBe(weight => Math.Abs(weight) < 0.01);
        SignalCalibration.Probability(model, Sample(telling, 1, true)).ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Judge_HandComputed_Matches()
    {
        var report = SignalCalibration.Judge(
        [
            (Sample(0, known: true), 0.9), (Sample(0, known: true), 0.2), (Sample(0, known: false), 0.2), (Sample(0, known: false), 0.1),
        ]);

        report.Samples.ShouldBe(4);
        report.Unknown.ShouldBe(2);
        report.Brier.ShouldBe((0.01 + 0.64 + 0.04 + 0.01) / 4, 1e-6);
        // Pairs known-unknown: 0.9 wins twice, 0.2 ties once and wins once: 3.5 of 4.
        report.AreaUnderCurve.ShouldBe(0.875);
        report.AbstentionPrecision.ShouldBe(Math.Round(2.0 / 3, 6));
        report.AbstentionRecall.ShouldBe(1);
    }

    [Fact]
    public void Judge_OneKindOnly_HasNoPairs()
    {
        var report = SignalCalibration.Judge([(Sample(0, known: true), 0.9)]);

        report.AreaUnderCurve.ShouldBe(0.5);
        report.AbstentionPrecision.ShouldBe(0);
        report.AbstentionRecall.ShouldBe(0);
    }

    [Fact]
    public void Rename_SwappedNames_AreReplacedInOnePass()
    {
        SignalSamples.Rename("Did Ann tell Bob about Annie?", ["Ann", "Bob"], ["Bob", "Ann"]).ShouldBe("Did Bob tell Ann about Annie?");
        SignalSamples.Rename("Who is (x)?", ["(x)"], []).ShouldBe("Who is (x)?");
    }

    private static SignalSample Sample(int measure, double value, bool known)
    {
        var all = new double[7];
        all[measure] = value;
        return new SignalSample(new SignalMeasures(all[0], all[1], all[2], all[3], all[4], all[5], all[6]), known);
    }

    private static SignalSample Sample(double coverage, bool known) => new(new SignalMeasures(coverage, 0.5, 0.1, 2), known);
}
