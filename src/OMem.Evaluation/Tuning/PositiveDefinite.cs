namespace OMem.Evaluation;

/// <summary>Solves linear equations with a symmetric positive definite matrix by Cholesky decomposition.</summary>
internal static class PositiveDefinite
{
    /// <param name="matrix">Its lower triangle; left as it is.</param>
    /// <param name="right">The right-hand side.</param>
    /// <exception cref="ArithmeticException">The matrix is not positive definite.</exception>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        var lower = Decompose(matrix, right.Length);
        var solution = (double[])right.Clone();
        for (var i = 0; i < solution.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                solution[i] -= lower[i, j] * solution[j];
            }

            solution[i] /= lower[i, i];
        }

        for (var i = solution.Length - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < solution.Length; j++)
            {
                solution[i] -= lower[j, i] * solution[j];
            }

            solution[i] /= lower[i, i];
        }

        return solution;
    }

    private static double[,] Decompose(double[,] matrix, int size)
    {
        var lower = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= lower[i, k] * lower[j, k];
                }

                if (i == j && !(sum > 0))
                {
                    throw new ArithmeticException("The matrix is not positive definite.");
                }

                lower[i, j] = i == j ? Math.Sqrt(sum) : sum / lower[j, j];
            }
        }

        return lower;
    }
}
