using System.Globalization;
using System.Text.Json;

namespace OMem.Evaluation;

/// <summary>
/// Reads BEAM (arXiv 2510.27246): every folder below the path that holds <c>chat.json</c> and
/// <c>probing_questions/probing_questions.json</c>. Gold are the messages of <c>source_chat_ids</c>. Thread-safe.
/// </summary>
public static class BeamReader
{
    /// <summary>The set's name.</summary>
    public const string DatasetName = "beam";

    /// <summary>Reads a chat folder, a split folder or the folder of several splits.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidDatasetException">Something is missing or malformed; names file and place.</exception>
    public static async Task<EvaluationDataset> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var files = new DatasetFiles(path);
        var drops = new DropCounter();
        var chats = await BeamFiles.ReadAsync(files, path, drops, cancellationToken).ConfigureAwait(false);
        var conversations = chats
            .Select(chat => new EvaluationConversation(chat.Id, chat.Turns, Questions(chat.Questions, chat.Id, chat.TurnIds, drops))).ToList();
        return new EvaluationDataset
        {
            Name = DatasetName,
            Granularity = Granularity.Turn,
            Conversations = conversations,
            Dropped = drops.ToDictionary(),
            Hash = files.Hash,
        };
    }

    private static List<EvaluationQuestion> Questions(
        JsonCursor root, string conversation, IReadOnlyDictionary<int, string> turnIds, DropCounter drops)
    {
        var questions = new List<EvaluationQuestion>();
        foreach (var (ability, list) in root.Properties())
        {
            var number = 0;
            foreach (var item in list.Items())
            {
                number++;
                var text = item.Get("question").Text();
                var gold = item.TryGet("source_chat_ids") is { } sources ? Gold(sources, turnIds, drops) : [];
                if (gold.Count == 0)
                {
                    drops.Add(DropCounter.QuestionsWithoutEvidence);
                    continue;
                }

                var id = string.Create(CultureInfo.InvariantCulture, $"{conversation}/{ability}/q{number}");
                questions.Add(new EvaluationQuestion(id, text, ability, gold));
            }
        }

        return questions;
    }

    /// <summary>The messages the sources name, distinct, in order of appearance; what names none is counted.</summary>
    internal static List<string> Gold(JsonCursor sources, IReadOnlyDictionary<int, string> turnIds, DropCounter drops)
    {
        var gold = new List<string>();
        foreach (var number in Flatten(sources))
        {
            if (!turnIds.TryGetValue(number, out var id))
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

    /// <summary>Sources are a number, a list (of lists) or a mapping of lists: all ids, in the order they are written.</summary>
    private static IEnumerable<int> Flatten(JsonCursor sources) => sources.Element.ValueKind switch
    {
        JsonValueKind.Array => sources.Items().Where(item => !item.IsNull).SelectMany(Flatten),
        JsonValueKind.Object => sources.Properties().Where(p => !p.Value.IsNull).SelectMany(p => Flatten(p.Value)),
        _ => [sources.Integer()],
    };
}
