using System.Globalization;
using System.Text;

namespace OMem.Evaluation;

/// <summary>Lists the questions each system missed, by reason. Ids only, no text of the set.</summary>
internal static class AnswerMisses
{
    public static string Write(AnswerReport report)
    {
        var text = new StringBuilder();
        text.Append("# Missed questions\n\n");
        text.Append(CultureInfo.InvariantCulture, $"A question is missed when its {report.Main} is below 0.5. \"Not retrieved\": part of its evidence was not among the turns found. ");
        text.Append("\"Cut by budget\": the rest of it stood among the next in line and did not fit. \"Misread\": all evidence was in the context.\n");
        foreach (var (system, results) in report.Results)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {system}\n");
            foreach (var kind in MissKind.All)
            {
                var missed = results.Where(result => result.Miss(report.Main) == kind).ToList();
                if (missed.Count > 0)
                {
                    text.Append(CultureInfo.InvariantCulture, $"\n### {kind} ({missed.Count})\n\n");
                    missed.ForEach(result => text.Append(CultureInfo.InvariantCulture, $"- `{result.Question.Id}` {result.Question.Category}\n"));
                }
            }
        }

        return text.ToString();
    }
}
