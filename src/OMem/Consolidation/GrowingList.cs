using System.Collections;

namespace OMem.Consolidation;

/// <summary>
/// An immutable list whose successor with one more entry shares its storage, so that a list of thousands grows by one at the cost
/// of one. Readers on any thread see the list they hold; lists are grown by one writer at a time.
/// </summary>
internal sealed class GrowingList<T> : IReadOnlyList<T>
{
    private const int FewestFree = 4;

    private readonly Storage _storage;

    private GrowingList(Storage storage, int count)
    {
        _storage = storage;
        Count = count;
    }

    /// <summary>No entries.</summary>
    public static GrowingList<T> Empty => new(new Storage([]), 0);

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public T this[int index] => (uint)index < (uint)Count ? _storage.Entries[index] : throw new ArgumentOutOfRangeException(nameof(index), index, "There are not as many.");

    /// <summary>The list with one more entry at its end.</summary>
    public static GrowingList<T> Append(IReadOnlyList<T> list, T entry)
    {
        var count = list.Count;
        var storage = list is GrowingList<T> growing && growing._storage.Used == count && count < growing._storage.Entries.Length
            ? growing._storage
            : Copy(list);
        storage.Entries[count] = entry;
        storage.Used = count + 1;
        return new GrowingList<T>(storage, count + 1);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return _storage.Entries[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Room for a quarter more: most lists stay short.</summary>
    private static Storage Copy(IReadOnlyList<T> list)
    {
        var storage = new Storage(new T[list.Count + Math.Max(FewestFree, list.Count / 4)]);
        for (var i = 0; i < list.Count; i++)
        {
            storage.Entries[i] = list[i];
        }

        return storage;
    }

    private sealed class Storage(T[] entries)
    {
        public T[] Entries { get; } = entries;

        /// <summary>Entries that a list shows; the one after them is free.</summary>
        public int Used { get; set; }
    }
}
