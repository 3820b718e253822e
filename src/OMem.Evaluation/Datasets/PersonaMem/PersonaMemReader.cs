namespace OMem.Evaluation;

/// <summary>
/// Reads PersonaMem (arXiv 2504.14225) as a session-retrieval set: the history of a question is
/// <c>context[0 : end_index]</c>, a session begins at each system message, gold is the session the question refers to.
/// </summary>
/// <remarks>
/// The CSV gives the distance to the reference in blocks (sessions), counted from the session in which the question is
/// asked; a question asked at the end of the text (<c>end_index</c> is the last message) counts from one past the last
/// session. System messages repeat the persona in every session and are not candidates. Thread-safe.
/// </remarks>
public static class PersonaMemReader
{
    /// <summary>The set's name.</summary>
    public const string DatasetName = "personamem-sessions";

    /// <summary>Reads <c>questions_SPLIT.csv</c> with <c>shared_contexts_SPLIT.jsonl</c> beside it; a folder may hold several splits.</summary>
    /// <param name="path">The folder, or one question file.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidDatasetException">Something is missing or malformed; names file and place.</exception>
    public static async Task<EvaluationDataset> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var files = new DatasetFiles(path);
        var drops = new DropCounter();
        var conversations = new List<EvaluationConversation>();
        foreach (var split in await PersonaMemFiles.ReadAsync(files, cancellationToken).ConfigureAwait(false))
        {
            conversations.AddRange(PersonaMemSnapshots.Build(split.Rows, split.Contexts, split.QuestionFile, drops));
        }

        return conversations.Count == 0
            ? throw new InvalidDatasetException(path, $"holds no {PersonaMemFiles.QuestionPrefix}*.csv with a question")
            : new EvaluationDataset
            {
                Name = DatasetName,
                Granularity = Granularity.Session,
                Conversations = conversations,
                Dropped = drops.ToDictionary(),
                Hash = files.Hash,
            };
    }
}
