namespace OMem.Evaluation;

/// <summary>
/// Learns weights that maximise the mean over questions of the mean log softmax of their gold turns, less
/// <c>l2 * |w|^2</c>. The objective is concave with one optimum; Newton's method finds it, the same on every run.
/// </summary>
internal static class ConditionalLogit
{
    public const double DefaultL2 = 0.001;

    private const int MaxSteps = 50;
    private const int MaxHalvings = 30;
    private const double Tolerance = 1e-7;

    public static double[] Fit(IReadOnlyList<ChoiceSet> questions, int features, double l2 = DefaultL2, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(l2);
        var weights = new double[features];
        var state = LogitState.At(questions, weights, l2, curvature: true);
        for (var step = 0; step < MaxSteps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var direction = PositiveDefinite.Solve(state.Curvature!, state.Gradient);
            if (direction.Max(Math.Abs) < Tolerance)
            {
                break;
            }

            weights = Step(questions, weights, direction, state.Objective, l2);
            state = LogitState.At(questions, weights, l2, curvature: true);
        }

        return weights;
    }

    /// <summary>The full step, halved until the objective does not fall.</summary>
    private static double[] Step(IReadOnlyList<ChoiceSet> questions, double[] weights, double[] direction, double objective, double l2)
    {
        var share = 1.0;
        for (var halving = 0; halving < MaxHalvings; halving++, share /= 2)
        {
            var next = weights.Zip(direction, (w, d) => w + (share * d)).ToArray();
            if (LogitState.At(questions, next, l2, curvature: false).Objective >= objective)
            {
                return next;
            }
        }

        return weights;
    }
}
