namespace OMem.Evaluation;

/// <summary>
/// Reads PersonaMem as a set of four-way questions. A context is one memory that grows; its questions stand in the order of their
/// <c>end_index_in_shared_context</c>, and each is asked when exactly the messages before that index have happened.
/// </summary>
internal static class PersonaMemAnswers
{
    public static async Task<AnswerDataset> ReadAsync(string path, bool withSystem, CancellationToken cancellationToken)
    {
        var files = new DatasetFiles(path);
        var drops = new DropCounter();
        var conversations = new List<AnswerConversation>();
        foreach (var split in await PersonaMemFiles.ReadAsync(files, cancellationToken).ConfigureAwait(false))
        {
            foreach (var group in split.Rows.GroupBy(row => row.ContextId, StringComparer.Ordinal))
            {
                conversations.Add(Conversation(split, group.Key, [.. group], withSystem, drops));
            }
        }

        return conversations.Count == 0
            ? throw new InvalidDatasetException(path, $"holds no {PersonaMemFiles.QuestionPrefix}*.csv with a question")
            : new AnswerDataset
            {
                Name = AnswerDatasetReader.PersonaMem,
                Kind = AnswerKindOfSet.Choice,
                Conversations = conversations,
                Dropped = drops.ToDictionary(),
                Hash = files.Hash,
                Reading = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["history"] = "context[0 : end_index], end exclusive, built step by step",
                    ["system"] = withSystem ? "system messages, which hold the persona, are part of the history" : "system messages left out",
                },
            };
    }

    private static AnswerConversation Conversation(
        PersonaMemSplit split, string context, IReadOnlyList<PersonaMemRow> rows, bool withSystem, DropCounter drops)
    {
        if (!split.Contexts.TryGetValue(context, out var messages))
        {
            throw new InvalidDatasetException(split.QuestionFile, "names no context of the context file", rows[0].Line, "shared_context_id");
        }

        if (rows.FirstOrDefault(row => row.EndIndex > messages.Count) is { } late)
        {
            throw new InvalidDatasetException(split.QuestionFile, "is beyond the end of the context", late.Line, "end_index_in_shared_context");
        }

        var turns = PersonaMemTurns.Read(context, messages, rows.Max(row => row.EndIndex), withSystem, drops);
        var counted = new DropCounter();
        var positions = rows.Select(row => row.EndIndex).Distinct()
            .ToDictionary(end => end, end => PersonaMemTurns.Read(context, messages, end, withSystem, counted).Count);
        var questions = rows.OrderBy(row => row.EndIndex).Select(row => Question(split, row, positions[row.EndIndex], turns)).ToList();
        return new AnswerConversation(context, turns, questions);
    }

    private static AnswerQuestion Question(PersonaMemSplit split, PersonaMemRow row, int position, List<Interaction> turns)
    {
        if (PythonList.TryParse(row.Options) is not { Count: >= 2 and <= 26 } options)
        {
            throw new InvalidDatasetException(split.QuestionFile, "must be a Python list of 2 to 26 strings", row.Line, "all_options");
        }

        if (row.Key.Trim() is not ['(', >= 'a' and <= 'z' and var key, ')'] || key - 'a' >= options.Count)
        {
            throw new InvalidDatasetException(split.QuestionFile, "must name an option, like (c)", row.Line, "correct_answer");
        }

        return new AnswerQuestion
        {
            Id = $"{row.ContextId}/{row.QuestionId}",
            Text = row.Text,
            Category = row.Type,
            Position = position,
            AskedAt = position == 0 ? DateTimeOffset.UnixEpoch : turns[position - 1].OccurredAt,
            Options = options,
            Key = key,
        };
    }
}
