using System.Runtime.CompilerServices;

namespace OMem.Interactions;

/// <summary>Term -> documents with counts, in order of documents. One writer; a reader sees what its view's document count allows.</summary>
internal sealed class PostingTable
{
    /// <summary>Bits of a posting that hold the count; the rest hold the document.</summary>
    internal const int CountBits = 6;

    /// <summary>The largest count of one term in one document that is kept apart.</summary>
    public const int MaxCount = (1 << CountBits) - 1;

    /// <summary>The most documents a table can hold.</summary>
    public const int MaxDocuments = 1 << (32 - CountBits);

    private Entry[] _entries = new Entry[128];

    /// <summary>Postings in all.</summary>
    public long Count { get; private set; }

    /// <summary>Bytes held, array headers included.</summary>
    public long Bytes { get; private set; } = 128 * 16;

    /// <summary>Counts one more occurrence of a term in a document; documents come in ascending order.</summary>
    /// <remarks>The last posting is changed in place: its document is not part of any view yet. Compiled at once for speed, because opening a scope is over before a tiered compiler would notice.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int term, int document)
    {
        if (term >= _entries.Length)
        {
            var grown = new Entry[Math.Max(term + 1, _entries.Length * 2)];
            _entries.CopyTo(grown, 0);
            Bytes += (grown.Length - _entries.Length) * 16L;
            Volatile.Write(ref _entries, grown);
        }

        ref var entry = ref _entries[term];
        if (entry.Count > 0 && entry.Items![entry.Count - 1] >> CountBits == (uint)document)
        {
            ref var last = ref entry.Items[entry.Count - 1];
            last += (last & MaxCount) < MaxCount ? 1u : 0u;
            return;
        }

        if (entry.Items is null || entry.Count == entry.Items.Length)
        {
            const int ArrayHeader = 24;
            var old = entry.Items;
            var items = new uint[old is null ? 2 : old.Length * 2];
            old?.CopyTo(items, 0);
            Bytes += ((items.Length - (old?.Length ?? 0)) * sizeof(uint)) + (old is null ? ArrayHeader : 0);
            Volatile.Write(ref entry.Items, items);
        }

        entry.Items[entry.Count] = ((uint)document << CountBits) | 1u;
        Volatile.Write(ref entry.Count, entry.Count + 1);
        Count++;
    }

    /// <summary>What is there now; later postings of known terms may show and are cut off by document.</summary>
    public PostingView Snapshot() => new(_entries);

    internal struct Entry
    {
        public uint[]? Items;
        public int Count;
    }
}

/// <summary>Postings as one view sees them.</summary>
internal readonly struct PostingView
{
    private readonly PostingTable.Entry[] _entries;

    internal PostingView(PostingTable.Entry[] entries)
    {
        _entries = entries;
    }

    /// <summary>The document of a posting.</summary>
    public static int Document(uint posting) => (int)(posting >> PostingTable.CountBits);

    /// <summary>The count of a posting.</summary>
    public static int TermCount(uint posting) => (int)(posting & PostingTable.MaxCount);

    /// <summary>The postings of a term in the first <paramref name="documents"/> documents; empty for an unknown term.</summary>
    public ReadOnlySpan<uint> Get(int term, int documents)
    {
        if ((uint)term >= (uint)_entries.Length)
        {
            return [];
        }

        // The count is written after the items, so it is read before them.
        var count = Volatile.Read(ref _entries[term].Count);
        var items = Volatile.Read(ref _entries[term].Items);
        if (count == 0 || items is null)
        {
            return [];
        }

        var postings = items.AsSpan(0, count);
        if (Document(postings[^1]) >= documents)
        {
            var end = postings.BinarySearch((uint)documents << PostingTable.CountBits);
            postings = postings[..(end < 0 ? ~end : end)];
        }

        return postings;
    }
}
