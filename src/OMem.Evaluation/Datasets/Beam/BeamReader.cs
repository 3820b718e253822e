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

    private const string ChatFile = "chat.json";
    private const string QuestionFile = "probing_questions/probing_questions.json";

    /// <summary>Reads a chat folder, a split folder or the folder of several splits.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidDatasetException">Something is missing or malformed; names file and place.</exception>
    public static async Task<EvaluationDataset> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var files = new DatasetFiles(path);
        if (files.IsFile)
        {
            throw new InvalidDatasetException(path, "must be a folder");
        }

        var drops = new DropCounter();
        var conversations = new List<EvaluationConversation>();
        foreach (var chatFile in files.List(ChatFile, recursive: true))
        {
            conversations.Add(await ReadChatAsync(files, chatFile, drops, cancellationToken).ConfigureAwait(false));
        }

        return conversations.Count == 0
            ? throw new InvalidDatasetException(path, $"holds no {ChatFile}")
            : new EvaluationDataset
            {
                Name = DatasetName,
                Granularity = Granularity.Turn,
                Conversations = conversations,
                Dropped = drops.ToDictionary(),
                Hash = files.Hash,
            };
    }

    private static async Task<EvaluationConversation> ReadChatAsync(
        DatasetFiles files, string chatFile, DropCounter drops, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(chatFile)!;
        var name = files.Name(chatFile);
        var id = name == ChatFile ? Path.GetFileName(folder) : name[..^(ChatFile.Length + 1)];
        using var chat = JsonCursor.Parse(await files.ReadAsync(chatFile, cancellationToken).ConfigureAwait(false), name);
        var turns = BeamChat.Read(new JsonCursor(chat.RootElement, name), id, drops, out var turnIds);

        var questionFile = Path.Combine(folder, QuestionFile);
        if (!File.Exists(questionFile))
        {
            throw new InvalidDatasetException(files.Name(questionFile), "does not exist");
        }

        var questionName = files.Name(questionFile);
        using var probes = JsonCursor.Parse(await files.ReadAsync(questionFile, cancellationToken).ConfigureAwait(false), questionName);
        return new EvaluationConversation(id, turns, Questions(new JsonCursor(probes.RootElement, questionName), id, turnIds, drops));
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

    private static List<string> Gold(JsonCursor sources, IReadOnlyDictionary<int, string> turnIds, DropCounter drops)
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
