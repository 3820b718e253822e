using System.Globalization;

namespace OMem.Evaluation;

/// <summary>
/// Reads conversations of the LoCoMo layout (arXiv 2402.17753): <c>conversation{speaker_a, speaker_b, session_N[],
/// session_N_date_time}</c> and <c>qa[]</c>, one conversation or a list of them in a file.
/// </summary>
/// <remarks>
/// Ids are <c>sample/dia_id</c> and sessions <c>sample/session_N</c>, so that several conversations fit into one memory.
/// Times carry no zone and are taken as UTC. An image turn keeps its <c>blip_caption</c> as metadata <c>caption</c>.
/// Thread-safe.
/// </remarks>
public static class LoCoMoReader
{
    /// <summary>The set's name.</summary>
    public const string DatasetName = "locomo";

    /// <summary>The group of all categories but the adversarial one.</summary>
    public const string AnswerableGroup = "category-1-4";

    /// <summary>Reads a file, or every <c>*.json</c> file of a folder.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidDatasetException">Something is missing or malformed; names file and place.</exception>
    public static async Task<EvaluationDataset> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var files = new DatasetFiles(path);
        var drops = new DropCounter();
        var conversations = new List<EvaluationConversation>();
        await VisitAsync(
            files,
            (sample, fallback) =>
            {
                conversations.Add(LoCoMoConversation.Read(sample, fallback, drops));
                return conversations[^1].Id;
            },
            cancellationToken).ConfigureAwait(false);

        return conversations.Count == 0
            ? throw new InvalidDatasetException(path, "holds no conversation")
            : new EvaluationDataset
            {
                Name = DatasetName,
                Granularity = Granularity.Turn,
                Conversations = conversations,
                Dropped = drops.ToDictionary(),
                Hash = files.Hash,
                Groups = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal) { [AnswerableGroup] = LoCoMoCategory.Answerable },
            };
    }

    /// <summary>Hands every conversation of the files to a reader that returns its id.</summary>
    internal static async Task VisitAsync(DatasetFiles files, Func<JsonCursor, string, string> read, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.List("*.json"))
        {
            var name = files.Name(file);
            using var document = JsonCursor.Parse(await files.ReadAsync(file, cancellationToken).ConfigureAwait(false), name);
            foreach (var (cursor, fallback) in Samples(new JsonCursor(document.RootElement, name), name))
            {
                if (!known.Add(read(cursor, fallback)))
                {
                    throw cursor.Fault("has a sample_id that another conversation has too");
                }
            }
        }
    }

    private static IEnumerable<(JsonCursor Sample, string FallbackId)> Samples(JsonCursor root, string file)
    {
        var stem = Path.GetFileNameWithoutExtension(file);
        return root.Element.ValueKind is System.Text.Json.JsonValueKind.Array
            ? root.Items().Select((item, i) => (item, string.Create(CultureInfo.InvariantCulture, $"{stem}-{i + 1}")))
            : [(root, stem)];
    }
}
