using System.Globalization;
using OMem.Encryption;
using OMem.Sqlite.Keys;

namespace OMem.Sqlite.Stress;

/// <summary>A sealed store and its ring, and what has to hold of them whatever was killed.</summary>
internal static class RotatePlace
{
    public static MemoryScope Scope(int number) => new("storm", string.Create(CultureInfo.InvariantCulture, $"user{number}"));

    public static string Id(long number) => string.Create(CultureInfo.InvariantCulture, $"m{number}");

    public static SealedMemoryStore Store(string file, MasterKeys masters) => new(
        new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = file }), masters, new SqliteDataKeyRing(file + SqliteDataKeyRing.FileSuffix));

    /// <summary>How many messages each scope holds; every one of them was opened and is what was written.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> ReadAsync(SealedMemoryStore store, List<string> faults)
    {
        var held = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var scope in await store.ListScopesAsync())
        {
            var ids = await store.ReadLogAsync(scope, 0).Select(static row => row.Stored.Interaction.Id).ToListAsync();
            if (!ids.SequenceEqual(Enumerable.Range(1, ids.Count).Select(static number => Id(number)), StringComparer.Ordinal))
            {
                faults.Add($"{scope} does not hold what was written");
            }

            held.Add(scope.User, ids.Count);
        }

        return held;
    }
}
