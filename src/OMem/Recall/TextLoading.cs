using System.Globalization;

namespace OMem.Recall;

/// <summary>Reads the texts of turns, each once.</summary>
internal static class TextLoading
{
    /// <summary>Reads what is not loaded yet.</summary>
    /// <exception cref="MemoryStoreException">A turn that is indexed is not in the store.</exception>
    public static async Task LoadAsync(
        IEnumerable<long> sequences, Dictionary<long, StoredInteraction> loaded, LoadInteractions load, CancellationToken cancellationToken)
    {
        var missing = sequences.Where(sequence => !loaded.ContainsKey(sequence)).Distinct().Order().ToList();
        if (missing.Count == 0)
        {
            return;
        }

        foreach (var stored in await load(missing, cancellationToken).ConfigureAwait(false))
        {
            loaded[stored.Sequence] = stored;
        }

        if (missing.Find(sequence => !loaded.ContainsKey(sequence)) is var absent and > 0)
        {
            throw new MemoryStoreException(
                MemoryStoreFault.Corrupt, string.Create(CultureInfo.InvariantCulture, $"Log position {absent} is indexed but missing from the store."));
        }
    }
}
