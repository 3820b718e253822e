namespace OMem.Evaluation;

/// <summary>Objective, gradient and negated Hessian of a conditional logit at one point.</summary>
internal sealed class LogitState
{
    /// <summary>Turns less likely than this add nothing that shows to the curvature.</summary>
    private const double Negligible = 1e-10;

    public double Objective { get; private set; }

    public required double[] Gradient { get; init; }

    public required double[,]? Curvature { get; init; }

    public static LogitState At(IReadOnlyList<ChoiceSet> questions, double[] weights, double l2, bool curvature)
    {
        var state = new LogitState { Gradient = new double[weights.Length], Curvature = curvature ? new double[weights.Length, weights.Length] : null };
        foreach (var question in questions)
        {
            state.Add(question, weights, 1.0 / questions.Count);
        }

        state.Regularise(weights, l2);
        return state;
    }

    private void Add(ChoiceSet question, double[] weights, double share)
    {
        var chances = Softmax(question, weights, out var logPartition);
        var mean = new double[weights.Length];
        for (var turn = 0; turn < chances.Length; turn++)
        {
            AddScaled(mean, question.Row(turn), chances[turn]);
        }

        foreach (var gold in question.Gold)
        {
            var part = share / question.Gold.Length;
            Objective += part * (Dot(weights, question.Row(gold)) - logPartition);
            AddScaled(Gradient, question.Row(gold), part);
        }

        for (var i = 0; i < mean.Length; i++)
        {
            Gradient[i] -= share * mean[i];
        }

        if (Curvature is not null)
        {
            AddCovariance(question, chances, mean, share);
        }
    }

    private void AddCovariance(ChoiceSet question, double[] chances, double[] mean, double share)
    {
        var curvature = Curvature!;
        for (var turn = 0; turn < chances.Length; turn++)
        {
            if (chances[turn] < Negligible)
            {
                continue;
            }

            var row = question.Row(turn);
            for (var i = 0; i < mean.Length; i++)
            {
                var scaled = share * chances[turn] * (row[i] - mean[i]);
                for (var j = 0; j <= i; j++)
                {
                    curvature[i, j] += scaled * (row[j] - mean[j]);
                }
            }
        }
    }

    private void Regularise(double[] weights, double l2)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            Objective -= l2 * weights[i] * weights[i];
            Gradient[i] -= 2 * l2 * weights[i];
            if (Curvature is not null)
            {
                Curvature[i, i] += 2 * l2;
            }
        }
    }

    private static double[] Softmax(ChoiceSet question, double[] weights, out double logPartition)
    {
        var scores = new double[question.Turns];
        for (var turn = 0; turn < scores.Length; turn++)
        {
            scores[turn] = Dot(weights, question.Row(turn));
        }

        var most = scores.Max();
        var sum = scores.Sum(s => Math.Exp(s - most));
        logPartition = most + Math.Log(sum);
        for (var turn = 0; turn < scores.Length; turn++)
        {
            scores[turn] = Math.Exp(scores[turn] - logPartition);
        }

        return scores;
    }

    private static double Dot(double[] weights, ReadOnlySpan<float> row)
    {
        double sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * row[i];
        }

        return sum;
    }

    private static void AddScaled(double[] sum, ReadOnlySpan<float> row, double factor)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += factor * row[i];
        }
    }
}
