namespace OMem.Evaluation;

/// <summary>Reads the sets of answers by name.</summary>
internal static class AnswerDatasetReader
{
    /// <summary>LoCoMo-Plus, as on the command line.</summary>
    public const string LoCoMoPlus = "locomo-plus";

    /// <summary>PersonaMem, as on the command line.</summary>
    public const string PersonaMem = "personamem";

    /// <summary>The names of the sets.</summary>
    public static IReadOnlyList<string> Names { get; } = [LoCoMoReader.DatasetName, PersonaMem, BeamReader.DatasetName, LoCoMoPlus];

    /// <summary>Reads a set.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="path">Its file or folder.</param>
    /// <param name="withSystem">PersonaMem: whether the system messages, which hold the persona, are part of the history.</param>
    /// <param name="filler">LoCoMo-Plus: the LoCoMo file its cues are put into.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The name is not known, or the filler is missing.</exception>
    /// <exception cref="InvalidDatasetException">The files are missing or malformed.</exception>
    public static Task<AnswerDataset> ReadAsync(
        string name, string path, bool withSystem = false, string? filler = null, CancellationToken cancellationToken = default) => name switch
        {
            LoCoMoReader.DatasetName => LoCoMoAnswers.ReadAsync(path, cancellationToken),
            PersonaMem => PersonaMemAnswers.ReadAsync(path, withSystem, cancellationToken),
            BeamReader.DatasetName => BeamAnswers.ReadAsync(path, cancellationToken),
            LoCoMoPlus => LoCoMoPlusAnswers.ReadAsync(
                path,
                filler ?? throw new ArgumentException("LoCoMo-Plus puts its cues into LoCoMo conversations: give their file with --filler.", nameof(filler)),
                cancellationToken),
            _ => throw new ArgumentException($"There is no data set '{name}'; there are {string.Join(", ", Names)}.", nameof(name)),
        };

    /// <summary>Keeps the named conversations and the first questions of each.</summary>
    public static AnswerDataset Select(AnswerDataset dataset, IReadOnlyList<string> conversations, int? limit)
    {
        foreach (var id in conversations)
        {
            if (!dataset.Conversations.Any(c => c.Id == id))
            {
                var known = string.Join(", ", dataset.Conversations.Take(20).Select(c => c.Id));
                throw new ArgumentException($"There is no conversation '{id}'; there are {known}{(dataset.Conversations.Count > 20 ? ", ..." : "")}.", nameof(conversations));
            }
        }

        var kept = dataset.Conversations
            .Where(c => conversations.Count == 0 || conversations.Contains(c.Id, StringComparer.Ordinal))
            .Select(c => limit is { } most ? c with { Questions = [.. c.Questions.Take(most)] } : c)
            .Where(c => c.Questions.Count > 0)
            .ToList();
        return kept.Count > 0
            ? dataset with { Conversations = kept }
            : throw new ArgumentException("No question is left to ask: the limit or the conversations leave none.", nameof(limit));
    }
}
