namespace OMem.Evaluation;

/// <summary>Reads a set by its name.</summary>
public static class DatasetReader
{
    /// <summary>The names of the sets that can be read.</summary>
    public static IReadOnlyList<string> Names { get; } = [LoCoMoReader.DatasetName, BeamReader.DatasetName, PersonaMemReader.DatasetName];

    /// <summary>Reads a set.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="path">Its file or folder.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The name is not known.</exception>
    /// <exception cref="InvalidDatasetException">The files are missing or malformed.</exception>
    public static Task<EvaluationDataset> ReadAsync(string name, string path, CancellationToken cancellationToken = default) => name switch
    {
        LoCoMoReader.DatasetName => LoCoMoReader.ReadAsync(path, cancellationToken),
        BeamReader.DatasetName => BeamReader.ReadAsync(path, cancellationToken),
        PersonaMemReader.DatasetName => PersonaMemReader.ReadAsync(path, cancellationToken),
        _ => throw new ArgumentException($"There is no data set '{name}'; there are {string.Join(", ", Names)}.", nameof(name)),
    };

    /// <summary>Keeps the named conversations and the first questions of each.</summary>
    internal static EvaluationDataset Select(EvaluationDataset dataset, IReadOnlyList<string> conversations, int? limit)
    {
        foreach (var id in conversations)
        {
            if (!dataset.Conversations.Any(c => c.Id == id))
            {
                throw new ArgumentException($"There is no conversation '{id}'; there are {string.Join(", ", dataset.Conversations.Select(c => c.Id))}.", nameof(conversations));
            }
        }

        var kept = dataset.Conversations
            .Where(c => conversations.Count == 0 || conversations.Contains(c.Id, StringComparer.Ordinal))
            .Select(c => limit is { } most ? c with { Questions = [.. c.Questions.Take(most)] } : c)
            .ToList();
        return dataset with { Conversations = kept };
    }
}
