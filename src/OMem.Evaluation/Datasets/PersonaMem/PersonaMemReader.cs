using System.Text;

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

    private const string QuestionPrefix = "questions_";

    /// <summary>Reads <c>questions_SPLIT.csv</c> with <c>shared_contexts_SPLIT.jsonl</c> beside it; a folder may hold several splits.</summary>
    /// <param name="path">The folder, or one question file.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidDatasetException">Something is missing or malformed; names file and place.</exception>
    public static async Task<EvaluationDataset> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var files = new DatasetFiles(path);
        var drops = new DropCounter();
        var conversations = new List<EvaluationConversation>();
        foreach (var questionFile in files.List(QuestionPrefix + "*.csv"))
        {
            var split = Path.GetFileNameWithoutExtension(questionFile);
            split = split.StartsWith(QuestionPrefix, StringComparison.Ordinal) ? split[QuestionPrefix.Length..] : split;
            var contextFile = Path.Combine(Path.GetDirectoryName(questionFile)!, $"shared_contexts_{split}.jsonl");
            if (!File.Exists(contextFile))
            {
                throw new InvalidDatasetException(Path.GetFileName(contextFile), "does not exist");
            }

            var contexts = PersonaMemContexts.Read(
                await files.ReadAsync(contextFile, cancellationToken).ConfigureAwait(false), Path.GetFileName(contextFile));
            var rows = Rows(await files.ReadAsync(questionFile, cancellationToken).ConfigureAwait(false), Path.GetFileName(questionFile));
            conversations.AddRange(PersonaMemSnapshots.Build(rows, contexts, Path.GetFileName(questionFile), drops));
        }

        return conversations.Count == 0
            ? throw new InvalidDatasetException(path, $"holds no {QuestionPrefix}*.csv with a question")
            : new EvaluationDataset
            {
                Name = DatasetName,
                Granularity = Granularity.Session,
                Conversations = conversations,
                Dropped = drops.ToDictionary(),
                Hash = files.Hash,
            };
    }

    private static List<PersonaMemRow> Rows(byte[] content, string file)
    {
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content);
            return PersonaMemRow.ReadAll(text.TrimStart('\uFEFF'), file);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDatasetException(file, "is not UTF-8", innerException: e);
        }
    }
}
