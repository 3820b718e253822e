namespace Sentinel.Persona;

/// <summary>Weighted logistic regression by iteratively reweighted least squares.</summary>
internal static class LogisticRegression
{
    private const int MaxIterations = 50;

    /// <summary>Coefficients and their standard errors (an intercept is the caller's column); null when it does not converge or separates.</summary>
    public static (double[] Coefficients, double[] Errors)? Fit(double[][] rows, bool[] outcomes, double[] weights)
    {
        var p = rows[0].Length;
        var beta = new double[p];
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            var (gradient, information) = Derivatives(rows, outcomes, weights, beta);
            if (Invert(information) is not { } inverse)
            {
                return null;
            }

            var largest = 0.0;
            for (var i = 0; i < p; i++)
            {
                var step = 0.0;
                for (var j = 0; j < p; j++)
                {
                    step += inverse[i, j] * gradient[j];
                }

                beta[i] += step;
                largest = Math.Max(largest, Math.Abs(step));
            }

            if (beta.Any(b => !double.IsFinite(b) || Math.Abs(b) > 15))
            {
                return null;
            }

            if (largest < 1e-9)
            {
                return (beta, [.. Enumerable.Range(0, p).Select(i => Math.Sqrt(inverse[i, i]))]);
            }
        }

        return null;
    }

    private static (double[] Gradient, double[,] Information) Derivatives(double[][] rows, bool[] outcomes, double[] weights, double[] beta)
    {
        var p = beta.Length;
        var gradient = new double[p];
        var information = new double[p, p];
        for (var r = 0; r < rows.Length; r++)
        {
            var x = rows[r];
            var z = 0.0;
            for (var i = 0; i < p; i++)
            {
                z += x[i] * beta[i];
            }

            var mu = 1 / (1 + Math.Exp(-z));
            var residual = weights[r] * ((outcomes[r] ? 1 : 0) - mu);
            var w = weights[r] * mu * (1 - mu);
            for (var i = 0; i < p; i++)
            {
                gradient[i] += residual * x[i];
                for (var j = 0; j < p; j++)
                {
                    information[i, j] += w * x[i] * x[j];
                }
            }
        }

        return (gradient, information);
    }

    private static double[,]? Invert(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var inverse = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            inverse[i, i] = 1;
        }

        for (var column = 0; column < n; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < n; row++)
            {
                pivot = Math.Abs(a[row, column]) > Math.Abs(a[pivot, column]) ? row : pivot;
            }

            if (Math.Abs(a[pivot, column]) < 1e-12)
            {
                return null;
            }

            for (var k = 0; k < n; k++)
            {
                (a[column, k], a[pivot, k]) = (a[pivot, k], a[column, k]);
                (inverse[column, k], inverse[pivot, k]) = (inverse[pivot, k], inverse[column, k]);
            }

            var divisor = a[column, column];
            for (var k = 0; k < n; k++)
            {
                a[column, k] /= divisor;
                inverse[column, k] /= divisor;
            }

            for (var row = 0; row < n; row++)
            {
                var factor = row == column ? 0 : a[row, column];
                for (var k = 0; factor != 0 && k < n; k++)
                {
                    a[row, k] -= factor * a[column, k];
                    inverse[row, k] -= factor * inverse[column, k];
                }
            }
        }

        return inverse;
    }
}
