using System.Globalization;

namespace OMem.Evaluation;

/// <summary>Reads LoCoMo as a set of answers: every question, those without evidence and the adversarial ones too, asked after the last turn.</summary>
internal static class LoCoMoAnswers
{
    private const int Adversarial = 5;

    public static async Task<AnswerDataset> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var files = new DatasetFiles(path);
        var drops = new DropCounter();
        var conversations = new List<AnswerConversation>();
        await LoCoMoReader.VisitAsync(
            files,
            (sample, fallback) =>
            {
                var (id, turns, turnIds) = LoCoMoConversation.ReadTurns(sample, fallback, drops);
                var questions = sample.TryGet("qa") is { } qa ? Questions(qa, id, turns, turnIds, drops) : [];
                conversations.Add(new AnswerConversation(id, turns, questions));
                return id;
            },
            cancellationToken).ConfigureAwait(false);

        return conversations.Sum(c => c.Questions.Count) == 0
            ? throw new InvalidDatasetException(path, "holds no conversation with questions")
            : new AnswerDataset
            {
                Name = LoCoMoReader.DatasetName,
                Kind = AnswerKindOfSet.Short,
                Conversations = conversations,
                Dropped = drops.ToDictionary(),
                Hash = files.Hash,
                Groups = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal) { [LoCoMoReader.AnswerableGroup] = LoCoMoCategory.Answerable },
                Headline = LoCoMoReader.AnswerableGroup,
                Reading = new Dictionary<string, string>(StringComparer.Ordinal) { ["captions"] = "kept, in brackets after the text" },
            };
    }

    private static List<AnswerQuestion> Questions(
        JsonCursor qa, string conversation, List<Interaction> turns, IReadOnlyDictionary<string, string> turnIds, DropCounter drops)
    {
        var questions = new List<AnswerQuestion>();
        var number = 0;
        foreach (var item in qa.Items())
        {
            number++;
            var category = item.Get("category").Integer();
            var answer = item.TryGet("answer");
            if (answer is null && category != Adversarial)
            {
                throw item.Fault("has no answer");
            }

            questions.Add(new AnswerQuestion
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{conversation}/q{number}"),
                Text = item.Get("question").Text(),
                Category = LoCoMoCategory.Name(category),
                Number = category,
                Position = turns.Count,
                AskedAt = turns.Count == 0 ? DateTimeOffset.UnixEpoch : turns[^1].OccurredAt,
                Gold = category == Adversarial || answer is null ? string.Empty : LoCoMoText.Scalar(answer.Value),
                IsUnanswerable = category == Adversarial,
                Evidence = LoCoMoQuestions.Gold(item, turnIds, drops),
            });
        }

        return questions;
    }
}
