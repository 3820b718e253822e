namespace OMem.Interactions;

/// <summary>Names of speakers or sessions to small numbers, in order of first appearance. One writer, readers that never wait.</summary>
internal sealed class NameTable
{
    private const int StringOverhead = 22;
    private const int EntryBytes = 40;

    // The writer's own; readers have the array, which is written before the turns that use a number are published.
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private string[] _names = new string[4];

    /// <summary>How many there are; for the writer.</summary>
    public int Count => _ids.Count;

    /// <summary>Bytes held.</summary>
    public long Bytes { get; private set; }

    /// <summary>The number of a name, adding it when it is new. Only the writer may call it.</summary>
    public int Intern(string name)
    {
        if (_ids.TryGetValue(name, out var id))
        {
            return id;
        }

        id = _ids.Count;
        if (id == _names.Length)
        {
            var grown = new string[_names.Length * 2];
            _names.CopyTo(grown, 0);
            Volatile.Write(ref _names, grown);
        }

        _names[id] = name;
        _ids.Add(name, id);
        Bytes += StringOverhead + (name.Length * sizeof(char)) + EntryBytes;
        return id;
    }

    /// <summary>The first <paramref name="count"/> names.</summary>
    public ReadOnlySpan<string> Names(int count) => Volatile.Read(ref _names).AsSpan(0, count);

    /// <summary>The number of a name among the first <paramref name="count"/>, or -1.</summary>
    public int Find(string name, int count) => Names(count).IndexOf(name);
}
