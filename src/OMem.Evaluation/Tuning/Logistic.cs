namespace OMem.Evaluation;

/// <summary>Logistic regression with a constant, fitted by Newton's method; <c>l2</c> pulls every weight but the constant towards zero.</summary>
internal static class Logistic
{
    private const int MaxSteps = 50;
    private const double Tolerance = 1e-9;

    /// <summary>Keeps the constant's curvature positive when all labels are equal.</summary>
    private const double ConstantL2 = 1e-6;

    /// <param name="rows">Values of each sample, all of one length.</param>
    /// <param name="labels">Whether each sample is positive.</param>
    /// <param name="l2">Strength of the pull.</param>
    /// <returns>The constant, then one weight for each value.</returns>
    public static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> labels, double l2)
    {
        var size = rows[0].Length + 1;
        var weights = new double[size];
        for (var step = 0; step < MaxSteps; step++)
        {
            var gradient = new double[size];
            var curvature = new double[size, size];
            Add(rows, labels, weights, gradient, curvature);
            for (var i = 0; i < size; i++)
            {
                var pull = i == 0 ? ConstantL2 : l2;
                gradient[i] -= 2 * pull * weights[i];
                curvature[i, i] += 2 * pull;
            }

            var direction = PositiveDefinite.Solve(curvature, gradient);
            for (var i = 0; i < size; i++)
            {
                // A step is held short where the curve is flat, so that it cannot overshoot.
                weights[i] += Math.Clamp(direction[i], -2, 2);
            }

            if (direction.Max(Math.Abs) < Tolerance)
            {
                break;
            }
        }

        return weights;
    }

    public static double Probability(ReadOnlySpan<double> weights, ReadOnlySpan<double> row)
    {
        var logit = weights[0];
        for (var i = 0; i < row.Length; i++)
        {
            logit += weights[i + 1] * row[i];
        }

        return 1 / (1 + Math.Exp(-logit));
    }

    private static void Add(IReadOnlyList<double[]> rows, IReadOnlyList<bool> labels, double[] weights, double[] gradient, double[,] curvature)
    {
        var share = 1.0 / rows.Count;
        for (var n = 0; n < rows.Count; n++)
        {
            var chance = Probability(weights, rows[n]);
            var error = share * ((labels[n] ? 1 : 0) - chance);
            for (var i = 0; i < weights.Length; i++)
            {
                gradient[i] += error * Value(rows[n], i);
                for (var j = 0; j <= i; j++)
                {
                    curvature[i, j] += share * chance * (1 - chance) * Value(rows[n], i) * Value(rows[n], j);
                }
            }
        }
    }

    private static double Value(double[] row, int index) => index == 0 ? 1 : row[index - 1];
}
