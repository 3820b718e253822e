namespace OMem.Evaluation.Tests;

public sealed class LogisticTests
{
    [Fact]
    public void Fit_PlantedWeights_AreRecovered()
    {
        var random = new SplitMix64(3);
        double[] planted = [-0.5, 2, -1];
        var rows = new List<double[]>();
        var labels = new List<bool>();
        for (var i = 0; i < 20_000; i++)
        {
            double[] row = [(random.Unit() * 4) - 2, (random.Unit() * 4) - 2];
            rows.Add(row);
            labels.Add(random.Unit() < Logistic.Probability(planted, row));
        }

        var weights = Logistic.Fit(rows, labels, l2: 1e-9);

        for (var i = 0; i < planted.Length; i++)
        {
            weights[i].ShouldBe(planted[i], 0.1);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fit_AllLabelsEqual_StaysFinite(bool label)
    {
        var weights = Logistic.Fit([[1], [2], [3]], [label, label, label], l2: 0.01);

        weights.ShouldAllBe(w => double.IsFinite(w));
        (Logistic.Probability(weights, [2]) > 0.9).ShouldBe(label);
    }

    [Fact]
    public void Fit_SeparableLabels_StaysFinite()
    {
        var weights = Logistic.Fit([[-1], [-2], [1], [2]], [false, false, true, true], l2: 0.001);

        weights.ShouldAllBe(w => double.IsFinite(w));
        Logistic.Probability(weights, [1]).ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Probability_HandComputed_Matches() =>
        Logistic.Probability([1, 2], [-0.5]).ShouldBe(0.5, 1e-12);
}
