using System.Globalization;

namespace OMem.Evaluation;

/// <summary>Reads BEAM as a set of answers with rubrics, abstention included, asked after the last message.</summary>
internal static class BeamAnswers
{
    private const string Abstention = "abstention";

    public static async Task<AnswerDataset> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var files = new DatasetFiles(path);
        var drops = new DropCounter();
        var chats = await BeamFiles.ReadAsync(files, path, drops, cancellationToken).ConfigureAwait(false);
        var conversations = chats.Select(chat => new AnswerConversation(chat.Id, chat.Turns, Questions(chat, drops))).ToList();
        return new AnswerDataset
        {
            Name = BeamReader.DatasetName,
            Kind = AnswerKindOfSet.Rubric,
            Conversations = conversations,
            Dropped = drops.ToDictionary(),
            Hash = files.Hash,
        };
    }

    private static List<AnswerQuestion> Questions(BeamSource chat, DropCounter drops)
    {
        var questions = new List<AnswerQuestion>();
        foreach (var (ability, list) in chat.Questions.Properties())
        {
            var number = 0;
            foreach (var item in list.Items())
            {
                number++;
                var rubric = item.Get("rubric").Items().Select(nugget => nugget.Text()).Where(nugget => nugget.Length > 0).ToList();
                if (rubric.Count == 0)
                {
                    throw item.Fault("has an empty rubric");
                }

                questions.Add(new AnswerQuestion
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"{chat.Id}/{ability}/q{number}"),
                    Text = item.Get("question").Text(),
                    Category = ability,
                    Position = chat.Turns.Count,
                    AskedAt = chat.Turns.Count == 0 ? DateTimeOffset.UnixEpoch : chat.Turns[^1].OccurredAt,
                    Rubric = rubric,
                    Evidence = item.TryGet("source_chat_ids") is { } sources ? BeamReader.Gold(sources, chat.TurnIds, drops) : [],
                    IsUnanswerable = ability is Abstention,
                });
            }
        }

        return questions;
    }
}
