namespace Sentinel.Persona;

/// <summary>Spearman's rank correlation.</summary>
internal static class RankCorrelation
{
    public static double Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count < 3)
        {
            return double.NaN;
        }

        return Pearson(Ranks(first), Ranks(second), null);
    }

    /// <summary>Weighted Pearson correlation; NaN when either does not vary.</summary>
    public static double Pearson(double[] first, double[] second, double[]? weights)
    {
        double sum = 0, meanA = 0, meanB = 0;
        for (var i = 0; i < first.Length; i++)
        {
            var w = weights?[i] ?? 1;
            sum += w;
            meanA += w * first[i];
            meanB += w * second[i];
        }

        (meanA, meanB) = (meanA / sum, meanB / sum);
        double aa = 0, bb = 0, ab = 0;
        for (var i = 0; i < first.Length; i++)
        {
            var w = weights?[i] ?? 1;
            aa += w * (first[i] - meanA) * (first[i] - meanA);
            bb += w * (second[i] - meanB) * (second[i] - meanB);
            ab += w * (first[i] - meanA) * (second[i] - meanB);
        }

        return aa <= 0 || bb <= 0 ? double.NaN : ab / Math.Sqrt(aa * bb);
    }

    /// <summary>Ranks from 1; ties share their mean rank.</summary>
    public static double[] Ranks(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (var i = 0; i < order.Length;)
        {
            var j = i;
            while (j + 1 < order.Length && values[order[j + 1]].Equals(values[order[i]]))
            {
                j++;
            }

            for (var k = i; k <= j; k++)
            {
                ranks[order[k]] = ((i + j) / 2.0) + 1;
            }

            i = j + 1;
        }

        return ranks;
    }
}
