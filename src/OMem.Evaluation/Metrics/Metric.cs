namespace OMem.Evaluation;

/// <summary>The figures computed for each question, by their place in a score vector.</summary>
internal static class Metric
{
    public const int RecallAt1 = 0;
    public const int RecallAt5 = 1;
    public const int RecallAt10 = 2;
    public const int RecallAt20 = 3;
    public const int NdcgAt10 = 4;
    public const int Mrr = 5;
    public const int MrrAt10 = 6;
    public const int FullAt20 = 7;

    /// <summary>First of the token budgets, in the order of <see cref="TokenBudgets"/>.</summary>
    public const int FirstTokens = 8;

    /// <summary>Token budgets of the recall curve; those of <see cref="ReportedBudgets"/> are also reported as figures.</summary>
    public static readonly int[] TokenBudgets = [100, 250, 500, 750, 1000, 1250, 1500, 2000, 2500, 3000];

    public static readonly int[] ReportedBudgets = [500, 1000, 1500, 3000];

    public static readonly int Count = FirstTokens + TokenBudgets.Length;

    private static readonly string[] RankNames =
        ["recall@1", "recall@5", "recall@10", "recall@20", "ndcg@10", "mrr", "mrr@10", "full@20"];

    /// <summary>The metrics that carry an interval, with their name in the report.</summary>
    public static IEnumerable<(int Index, string Name)> Reported =>
        RankNames.Select((name, i) => (i, name)).Concat(ReportedBudgets.Select(b => (Tokens(b), $"recallAtTokens.{b}")));

    public static int Tokens(int budget) => FirstTokens + Array.IndexOf(TokenBudgets, budget);
}
