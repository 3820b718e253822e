using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace OMem.Interactions;

/// <summary>Stems as UTF-8 bytes to small whole numbers, in order of first appearance. One writer, any number of readers that never wait.</summary>
/// <remarks>Open addressing over one byte arena, so that opening a scope makes no string.</remarks>
internal sealed class TermDictionary
{
    private const int FirstSlots = 256;

    // Written before the slot that makes an entry visible, so a reader that sees the slot sees these.
    private byte[] _bytes = new byte[1024];
    private int[] _ends = new int[FirstSlots / 2];
    private uint[] _hashes = new uint[FirstSlots / 2];
    private int[] _slots = new int[FirstSlots];
    private int _count;

    /// <summary>How many terms there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Bytes held.</summary>
    public long Bytes => _bytes.Length + ((long)(_ends.Length + _hashes.Length + _slots.Length) * sizeof(int));

    /// <summary>The term's number, adding it when it is new. Only the writer may call it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Intern(ReadOnlySpan<byte> term)
    {
        var hash = Hash(term);
        var slot = Probe(_slots, term, hash, out var id);
        return id >= 0 ? id : Add(term, hash, slot);
    }

    /// <summary>The term's number, or -1.</summary>
    public int Find(ReadOnlySpan<byte> term)
    {
        Probe(Volatile.Read(ref _slots), term, Hash(term), out var id);
        return id;
    }

    /// <summary>The term's number, or -1.</summary>
    public int Find(string term)
    {
        Span<byte> utf8 = stackalloc byte[512];
        return Encoding.UTF8.TryGetBytes(term, utf8, out var length) ? Find(utf8[..length]) : Find(Encoding.UTF8.GetBytes(term));
    }

    /// <summary>The term with a number.</summary>
    public string Text(int id)
    {
        var ends = Volatile.Read(ref _ends);
        var start = id == 0 ? 0 : ends[id - 1];
        return Encoding.UTF8.GetString(Volatile.Read(ref _bytes), start, ends[id] - start);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Probe(int[] slots, ReadOnlySpan<byte> term, uint hash, out int id)
    {
        for (var slot = (int)(hash & (uint)(slots.Length - 1)); ; slot = (slot + 1) & (slots.Length - 1))
        {
            id = Volatile.Read(ref slots[slot]) - 1;
            if (id < 0 || (Volatile.Read(ref _hashes)[id] == hash && Equals(id, term)))
            {
                return slot;
            }
        }
    }

    private bool Equals(int id, ReadOnlySpan<byte> term)
    {
        var ends = Volatile.Read(ref _ends);
        var start = id == 0 ? 0 : ends[id - 1];
        return Volatile.Read(ref _bytes).AsSpan(start, ends[id] - start).SequenceEqual(term);
    }

    private int Add(ReadOnlySpan<byte> term, uint hash, int slot)
    {
        var id = _count;
        if (id == _ends.Length)
        {
            Volatile.Write(ref _ends, Grown(_ends, _ends.Length * 2));
            Volatile.Write(ref _hashes, Grown(_hashes, _hashes.Length * 2));
        }

        var start = id == 0 ? 0 : _ends[id - 1];
        if (start + term.Length > _bytes.Length)
        {
            Volatile.Write(ref _bytes, Grown(_bytes, Math.Max(_bytes.Length * 2, start + term.Length)));
        }

        term.CopyTo(_bytes.AsSpan(start));
        _ends[id] = start + term.Length;
        _hashes[id] = hash;
        Volatile.Write(ref _slots[slot], id + 1);
        Volatile.Write(ref _count, id + 1);
        if (_count * 2 > _slots.Length)
        {
            Rehash();
        }

        return id;
    }

    private void Rehash()
    {
        var slots = new int[_slots.Length * 2];
        for (var id = 0; id < _count; id++)
        {
            var slot = (int)(_hashes[id] & (uint)(slots.Length - 1));
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = id + 1;
        }

        Volatile.Write(ref _slots, slots);
    }

    private static T[] Grown<T>(T[] array, int length)
    {
        var grown = new T[length];
        array.CopyTo(grown, 0);
        return grown;
    }

    /// <summary>Eight bytes at a time, multiplied and folded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Hash(ReadOnlySpan<byte> term)
    {
        const ulong Prime = 0x9E3779B97F4A7C15;
        var hash = (ulong)term.Length * Prime;
        while (term.Length >= sizeof(ulong))
        {
            hash = Fold((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(term)) * Prime);
            term = term[sizeof(ulong)..];
        }

        ulong rest = 0;
        for (var i = 0; i < term.Length; i++)
        {
            rest |= (ulong)term[i] << (8 * i);
        }

        hash = Fold((hash ^ rest) * Prime);
        return (uint)(hash ^ (hash >> 32));
    }

    private static ulong Fold(ulong value) => value ^ (value >> 29);
}
