using OMem.Recall;

namespace OMem.Evaluation;

/// <summary>Calibrates the knowledge signal and judges it.</summary>
internal static class SignalCalibration
{
    private const double L2 = 0.0001;
    private const int Decimals = 2;

    public static SignalModel Fit(IReadOnlyList<SignalSample> samples)
    {
        var measured = samples.Where(s => s.Measures is not null).ToList();
        var weights = Logistic.Fit([.. measured.Select(s => s.Row)], [.. measured.Select(s => s.IsKnown)], L2)
            .Select(w => Math.Round(w, Decimals) + 0.0).ToArray();
        return new SignalModel(weights[0], weights[1], weights[2], weights[3], weights[4], weights[5], weights[6], weights[7]);
    }

    public static double Probability(SignalModel model, SignalSample sample) =>
        sample.Measures is { } measures ? model.Probability(measures) : 0;

    /// <summary>How good probabilities are that were given for these samples.</summary>
    public static SignalReport Judge(IReadOnlyList<(SignalSample Sample, double Probability)> judged)
    {
        var threshold = new OMemOptions().KnownThreshold;
        var abstained = judged.Where(j => j.Probability < threshold).ToList();
        var unknown = judged.Count(j => !j.Sample.IsKnown);
        var right = abstained.Count(j => !j.Sample.IsKnown);
        return new SignalReport(
            judged.Count,
            unknown,
            Rounded(judged.Average(j => Math.Pow(j.Probability - (j.Sample.IsKnown ? 1 : 0), 2))),
            Rounded(AreaUnderCurve(judged)),
            Rounded(abstained.Count == 0 ? 0 : right / (double)abstained.Count),
            Rounded(unknown == 0 ? 0 : right / (double)unknown));
    }

    /// <summary>The chance that a known sample has the higher probability than an unknown one, ties counting half.</summary>
    private static double AreaUnderCurve(IReadOnlyList<(SignalSample Sample, double Probability)> judged)
    {
        double below = 0;
        var unknownBelow = 0;
        foreach (var group in judged.GroupBy(j => j.Probability).OrderBy(g => g.Key))
        {
            var unknown = group.Count(j => !j.Sample.IsKnown);
            var known = group.Count() - unknown;
            below += known * (unknownBelow + (unknown / 2.0));
            unknownBelow += unknown;
        }

        var pairs = (double)unknownBelow * (judged.Count - unknownBelow);
        return pairs == 0 ? 0.5 : below / pairs;
    }

    private static double Rounded(double value) => Math.Round(value, 6);
}

/// <summary>How well the knowledge signal tells known from unknown. Unknown are questions of another conversation and those whose evidence was not found.</summary>
/// <param name="Samples">Questions judged.</param>
/// <param name="Unknown">How many of them are unknown.</param>
/// <param name="Brier">Mean squared error of the probability.</param>
/// <param name="AreaUnderCurve">Chance that a known question gets the higher probability than an unknown one.</param>
/// <param name="AbstentionPrecision">Share of unknown questions among those the signal calls unknown, at the default threshold.</param>
/// <param name="AbstentionRecall">Share of the unknown questions that the signal calls unknown.</param>
public sealed record SignalReport(
    int Samples, int Unknown, double Brier, double AreaUnderCurve, double AbstentionPrecision, double AbstentionRecall);
