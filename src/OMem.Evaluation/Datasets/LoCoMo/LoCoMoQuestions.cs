using System.Globalization;
using System.Text.Json;

namespace OMem.Evaluation;

/// <summary>Reads the questions of one LoCoMo conversation.</summary>
internal static class LoCoMoQuestions
{
    public static List<EvaluationQuestion> Read(
        JsonCursor qa,
        string conversation,
        IReadOnlyDictionary<string, string> turnIds,
        DropCounter drops)
    {
        var questions = new List<EvaluationQuestion>();
        var number = 0;
        foreach (var item in qa.Items())
        {
            number++;
            var text = item.Get("question").Text();
            var category = LoCoMoCategory.Name(item.Get("category").Integer());
            var gold = Gold(item, turnIds, drops);
            if (gold.Count == 0)
            {
                drops.Add(DropCounter.QuestionsWithoutEvidence);
                continue;
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"{conversation}/q{number}");
            questions.Add(new EvaluationQuestion(id, text, category, gold));
        }

        return questions;
    }

    /// <summary>The turns the evidence names, distinct, in order of appearance; what names none is counted.</summary>
    public static List<string> Gold(JsonCursor item, IReadOnlyDictionary<string, string> turnIds, DropCounter drops)
    {
        var gold = new List<string>();
        if (item.TryGet("evidence") is not { } evidence)
        {
            return gold;
        }

        var texts = evidence.Element.ValueKind is JsonValueKind.String ? [evidence] : evidence.Items();
        foreach (var part in texts.SelectMany(t => LoCoMoEvidence.Split(t.Text())))
        {
            if ((turnIds.TryGetValue(LoCoMoEvidence.Normalise(part) ?? part, out var id)) is false)
            {
                drops.Add(DropCounter.UnresolvedEvidence);
            }
            else if (!gold.Contains(id, StringComparer.Ordinal))
            {
                gold.Add(id);
            }
        }

        return gold;
    }
}
