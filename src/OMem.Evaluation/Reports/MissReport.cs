using System.Globalization;
using System.Text;

namespace OMem.Evaluation;

/// <summary>Says where the evidence went that is not in the first 20: how far down, and which questions lost it.</summary>
internal static class MissReport
{
    private static readonly (string Head, int From, int To)[] Ranges =
        [("1–20", 1, 20), ("21–50", 21, 50), ("51–100", 51, 100), ("beyond 100", 101, int.MaxValue)];

    public static string Write(RetrievalReport report)
    {
        var text = new StringBuilder();
        text.Append("# Where the evidence stands\n\nGold items by rank. \"Absent\" were not returned at all.\n");
        foreach (var result in report.Results)
        {
            Table(text, result);
            Questions(text, result);
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, SystemResult result)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {result.System.Name}\n\n| category | {string.Join(" | ", Ranges.Select(r => r.Head))} | absent |\n");
        text.Append("|---|").Append(string.Concat(Enumerable.Repeat("---|", Ranges.Length + 1))).Append('\n');
        foreach (var category in result.Questions.GroupBy(q => q.Question.Category, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var ranks = category.SelectMany(q => q.GoldRanks).ToList();
            var counts = Ranges.Select(range => ranks.Count(r => r >= range.From && r <= range.To).ToString(CultureInfo.InvariantCulture));
            text.Append(CultureInfo.InvariantCulture, $"| {category.Key} | {string.Join(" | ", counts)} | {ranks.Count(r => r is null)} |\n");
        }
    }

    private static void Questions(StringBuilder text, SystemResult result)
    {
        text.Append("\nMissed questions (gold: rank):\n\n");
        foreach (var question in result.Questions.Where(q => q.Scores[Metric.FullAt20] < 1))
        {
            var gold = question.Question.Gold.Zip(question.GoldRanks, (id, rank) => $"{id}: {rank?.ToString(CultureInfo.InvariantCulture) ?? "absent"}");
            text.Append(CultureInfo.InvariantCulture, $"- `{question.Question.Id}` {question.Question.Category}: {string.Join(", ", gold)}\n");
        }
    }
}
