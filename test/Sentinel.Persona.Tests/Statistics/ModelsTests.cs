namespace Sentinel.Persona.Tests.Statistics;

public sealed class ModelsTests
{
    [Fact]
    public void Fit_TwoByTwoTable_IsItsOddsRatio()
    {
        // 30 of 50 after a loss, 20 of 50 after a win: (30/20)/(20/30) = 2.25, error sqrt(1/30+1/20+1/20+1/30).
        List<double[]> rows = [];
        List<bool> outcomes = [];
        Add(rows, outcomes, lost: 1, above: 30, below: 20);
        Add(rows, outcomes, lost: 0, above: 20, below: 30);

        var fit = LogisticRegression.Fit([.. rows], [.. outcomes], [.. rows.Select(_ => 1.0)])!.Value;

        Math.Exp(fit.Coefficients[1]).ShouldBe(2.25, 1e-6);
        fit.Errors[1].ShouldBe(Math.Sqrt(1 / 6.0), 1e-6);
    }

    [Fact]
    public void Fit_SeparatedOutcomes_IsNone()
    {
        double[][] rows = [.. Enumerable.Range(0, 40).Select(i => new[] { 1.0, i < 20 ? 0 : 1 })];

        LogisticRegression.Fit(rows, [.. Enumerable.Range(0, 40).Select(i => i >= 20)], [.. rows.Select(_ => 1.0)]).ShouldBeNull();
    }

    [Fact]
    public void Ranks_Ties_ShareTheirMean() => RankCorrelation.Ranks([10, 20, 20, 5]).ShouldBe([2, 3.5, 3.5, 1]);

    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 1, 4, 9, 16 }, 1)]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 4, 3, 2, 1 }, -1)]
    public void Of_MonotoneSeries_IsOne(double[] first, double[] second, double expected) => RankCorrelation.Of(first, second).ShouldBe(expected, 1e-12);

    [Fact]
    public void Of_NoVariation_IsNotANumber() => RankCorrelation.Of([1, 1, 1], [1, 2, 3]).ShouldBe(double.NaN);

    private static void Add(List<double[]> rows, List<bool> outcomes, double lost, int above, int below)
    {
        for (var i = 0; i < above + below; i++)
        {
            rows.Add([1, lost]);
            outcomes.Add(i < above);
        }
    }
}
