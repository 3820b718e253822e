namespace OMem.Evaluation;

/// <summary>One BEAM chat: its messages, the id of each by its number, and its probing questions.</summary>
internal sealed record BeamSource(
    string Id, IReadOnlyList<Interaction> Turns, IReadOnlyDictionary<int, string> TurnIds, JsonCursor Questions);

/// <summary>Finds and reads every folder with <c>chat.json</c> and <c>probing_questions/probing_questions.json</c>.</summary>
internal static class BeamFiles
{
    private const string ChatFile = "chat.json";
    private const string QuestionFile = "probing_questions/probing_questions.json";

    public static async Task<IReadOnlyList<BeamSource>> ReadAsync(DatasetFiles files, string path, DropCounter drops, CancellationToken cancellationToken)
    {
        if (files.IsFile)
        {
            throw new InvalidDatasetException(path, "must be a folder");
        }

        var chats = new List<BeamSource>();
        foreach (var chatFile in files.List(ChatFile, recursive: true))
        {
            chats.Add(await ReadChatAsync(files, chatFile, drops, cancellationToken).ConfigureAwait(false));
        }

        return chats.Count == 0 ? throw new InvalidDatasetException(path, $"holds no {ChatFile}") : chats;
    }

    private static async Task<BeamSource> ReadChatAsync(DatasetFiles files, string chatFile, DropCounter drops, CancellationToken cancellationToken)
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
        return new BeamSource(id, turns, turnIds, new JsonCursor(probes.RootElement.Clone(), questionName));
    }
}
