using CsCheck;

namespace OMem.Evaluation.Tests;

public sealed class ConditionalLogitTests
{
    private static readonly double[] Planted = [1.5, -2, 0.5, 0];

    [Fact]
    public void Fit_PlantedWeights_AreRecovered()
    {
        var questions = Generate(Planted, count: 3000, turns: 20, seed: 5);

        var weights = ConditionalLogit.Fit(questions, Planted.Length, l2: 1e-6);

        for (var i = 0; i < Planted.Length; i++)
        {
            weights[i].ShouldBe(Planted[i], 0.15);
        }
    }

    [Fact]
    public void Fit_Twice_GivesTheSameBits()
    {
        var questions = Generate(Planted, count: 200, turns: 20, seed: 6);

        ConditionalLogit.Fit(questions, 4).ShouldBe(ConditionalLogit.Fit(questions, 4));
    }

    [Fact]
    public void Fit_FeatureThatNeverVaries_GetsNoWeight()
    {
        var questions = Generate([1, 0], count: 100, turns: 10, seed: 7)
            .ConvertAll(q => q with { Values = [.. q.Values.Select((v, i) => i % 2 == 1 ? 3f : v)] });

        ConditionalLogit.Fit(questions, 2)[1].ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Fit_GoldAlwaysFirst_StaysFinite()
    {
        List<ChoiceSet> questions = [new([1, 0, 0], 1, [0]), new([2, 1, -1], 1, [0])];

        var weight = ConditionalLogit.Fit(questions, 1).ShouldHaveSingleItem();

        weight.ShouldBeGreaterThan(1);
        double.IsFinite(weight).ShouldBeTrue();
    }

    [Fact]
    public void Fit_AtTheOptimum_GradientIsZero() =>
        Gen.Float[-2, 2].Array[12].Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[1, 5].Sample(samples =>
        {
            var questions = samples.Select(s => new ChoiceSet(s.Item1, 2, [.. new[] { s.Item2, s.Item3 }.Distinct().Order()])).ToList();

            var state = LogitState.At(questions, ConditionalLogit.Fit(questions, 2, l2: 0.01), 0.01, curvature: false);

            state.Gradient.ShouldAllBe(g => Math.Abs(g) < 1e-6);
        });

    [Fact]
    public void Gradient_AnyPoint_MatchesFiniteDifferences()
    {
        var questions = Generate(Planted, count: 5, turns: 8, seed: 8);
        double[] point = [0.3, -0.2, 0.1, 0.4];
        var state = LogitState.At(questions, point, 0.01, curvature: true);
        const double Step = 1e-5;

        for (var i = 0; i < point.Length; i++)
        {
            var up = LogitState.At(questions, Moved(point, i, Step), 0.01, curvature: false);
            var down = LogitState.At(questions, Moved(point, i, -Step), 0.01, curvature: false);
            state.Gradient[i].ShouldBe((up.Objective - down.Objective) / (2 * Step), 1e-6);
            for (var j = 0; j <= i; j++)
            {
                (-state.Curvature![i, j]).ShouldBe((up.Gradient[j] - down.Gradient[j]) / (2 * Step), 1e-6);
            }
        }
    }

    [Fact]
    public void Fit_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => ConditionalLogit.Fit(Generate([1], 2, 3, 1), 1, cancellationToken: source.Token));
    }

    private static double[] Moved(double[] point, int index, double step)
    {
        var moved = (double[])point.Clone();
        moved[index] += step;
        return moved;
    }

    /// <summary>Questions whose gold turn is drawn with the probabilities the weights give.</summary>
    private static List<ChoiceSet> Generate(double[] weights, int count, int turns, int seed)
    {
        var random = new SplitMix64((ulong)seed);
        var questions = new List<ChoiceSet>();
        for (var q = 0; q < count; q++)
        {
            var values = new float[turns * weights.Length];
            var chances = new double[turns];
            for (var t = 0; t < turns; t++)
            {
                double score = 0;
                for (var f = 0; f < weights.Length; f++)
                {
                    values[(t * weights.Length) + f] = (float)((random.Unit() * 4) - 2);
                    score += weights[f] * values[(t * weights.Length) + f];
                }

                chances[t] = Math.Exp(score);
            }

            var draw = random.Unit() * chances.Sum();
            var gold = 0;
            for (; gold < turns - 1 && draw >= chances[gold]; gold++)
            {
                draw -= chances[gold];
            }

            questions.Add(new ChoiceSet(values, weights.Length, [gold]));
        }

        return questions;
    }
}
