using System.Buffers;
using System.Globalization;
using OMem;

namespace Sentinel.Memory;

/// <summary>A hash-chained journal of JSON Lines: one entry a line, in a file or in memory.</summary>
public sealed class DecisionJournal : IJournal
{
    private readonly Lock _gate = new();
    private readonly IJournalLog _log;
    private readonly string _scope;
    private readonly TimeProvider? _writeClock;
    private readonly EntryWriter _writer = new();
    private readonly List<long> _starts = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private bool _isDisposed;

    private DecisionJournal(IJournalLog log, MemoryScope scope, TimeProvider? writeClock)
    {
        _log = log;
        Scope = scope;
        _scope = scope.ToString();
        _writeClock = writeClock;
    }

    /// <inheritdoc/>
    public MemoryScope Scope { get; }

    /// <inheritdoc/>
    public long Count => _starts.Count;

    /// <inheritdoc/>
    public string HeadHash { get; private set; } = EntryHash.None;

    /// <summary>How many bytes of a torn last line were cut when it was opened.</summary>
    public long CutBytes { get; private set; }

    /// <summary>Opens or creates a journal file. A last line torn by the death of the writer is cut; everything before it is checked.</summary>
    /// <param name="path">The file. A file <c>path.lock</c> beside it keeps other writers out.</param>
    /// <param name="scope">Whose journal.</param>
    /// <param name="isDurable">Whether each entry waits for the disk, so that it survives the death of the machine too.</param>
    /// <param name="writeClock">Gives the write time beside each entry; null, as in replay, writes none.</param>
    /// <exception cref="JournalException">Another writer has it, it is somebody else's, or an entry is bad (it is named).</exception>
    public static DecisionJournal Open(string path, MemoryScope scope, bool isDurable = false, TimeProvider? writeClock = null)
    {
        var log = FileLog.Open(path, isDurable);
        try
        {
            var journal = new DecisionJournal(log, scope, writeClock);
            journal.Load(path);
            return journal;
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>A journal that lives in memory.</summary>
    public static DecisionJournal InMemory(MemoryScope scope) => new(new MemoryLog(), scope, writeClock: null);

    /// <inheritdoc/>
    public JournalEntry Append(DateTimeOffset asOf, IJournalPayload payload)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_byId.TryGetValue(payload.Id, out var index))
            {
                return Known(index, asOf, payload);
            }

            var head = new JournalEntry
            {
                Id = payload.Id,
                Scope = _scope,
                Seq = _starts.Count + 1,
                Kind = payload.Kind,
                AsOf = asOf.ToUniversalTime(),
                Payload = payload,
                PrevHash = HeadHash,
                Hash = "",
                WrittenAt = _writeClock?.GetUtcNow(),
            };
            var line = _writer.Write(head, out var hash);
            var start = _log.Length;
            _log.Append(line);
            Accept(payload.Id, start, hash);
            return head with { Hash = hash };
        }
    }

    /// <inheritdoc/>
    public JournalEntry? Find(string id)
    {
        lock (_gate)
        {
            return _byId.TryGetValue(id, out var index) ? Entry(index) : null;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<JournalEntry> Read(long afterSeq = 0)
    {
        for (var index = (int)Math.Max(afterSeq, 0); index < Count; index++)
        {
            JournalEntry entry;
            lock (_gate)
            {
                entry = Entry(index);
            }

            yield return entry;
        }
    }

    /// <inheritdoc/>
    public void Erase(IReadOnlyCollection<string> ids)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var erased = ids.Where(_byId.ContainsKey).Select(id => _byId[id]).ToHashSet();
            if (erased.Count is 0)
            {
                return;
            }

            var whole = new ArrayBufferWriter<byte>((int)Math.Min(_log.Length, int.MaxValue));
            var starts = new long[_starts.Count];
            for (var index = 0; index < starts.Length; index++)
            {
                starts[index] = whole.WrittenCount;
                var line = Line(index);
                EntryLine.TryRead(line, out var entry);
                whole.Write(erased.Contains(index) ? _writer.Erase(line, entry) : line);
            }

            _log.Replace(whole.WrittenSpan);
            starts.CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_starts));
        }
    }

    /// <summary>Checks the whole chain as it stands in the file.</summary>
    public JournalVerification Verify()
    {
        lock (_gate)
        {
            return JournalVerify.Run(_log);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _writer.Dispose();
            _log.Dispose();
        }
    }

    private void Load(string path)
    {
        var erased = new ErasedEntries();
        foreach (var (start, line, isWhole) in LineReader.Lines(_log))
        {
            if (!isWhole)
            {
                CutBytes = line.Length;
                _log.Cut(start);
                break;
            }

            var fault = EntryLine.TryRead(line.Span, out var entry) ?? entry.Fault(line.Span, _starts.Count + 1, HeadHash);
            if (fault is not null)
            {
                throw Damaged(path, _starts.Count + 1, fault);
            }

            if (!string.Equals(entry.Scope, _scope, StringComparison.Ordinal))
            {
                throw new JournalException($"The journal {path} belongs to {entry.Scope}, not to {_scope}.");
            }

            erased.Take(entry, line.Span);
            Accept(entry.Id, start, entry.Hash);
        }

        if (erased.First is { } missing)
        {
            throw Damaged(path, missing.Seq, ErasedEntries.Fault);
        }
    }

    private static JournalException Damaged(string path, long seq, string fault) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The journal {path} is damaged at entry {seq}: {fault}. Nothing was changed; keep the file and start a new journal."));

    private void Accept(string id, long start, string hash)
    {
        _byId.Add(id, _starts.Count);
        _starts.Add(start);
        HeadHash = hash;
    }

    private JournalEntry Known(int index, DateTimeOffset asOf, IJournalPayload payload)
    {
        var line = Line(index);
        EntryLine.TryRead(line, out var known);
        var same = known.Kind == payload.Kind && known.AsOf == asOf && string.Equals(known.PayloadHash, _writer.PayloadHash(payload), StringComparison.Ordinal);
        return same
            ? known.ToEntry(line)
            : throw new JournalException($"The journal has another entry {payload.Id}. Entries are never changed: append a new one.");
    }

    private JournalEntry Entry(int index)
    {
        var line = Line(index);
        var fault = EntryLine.TryRead(line, out var entry);
        return fault is null ? entry.ToEntry(line) : throw new JournalException(string.Create(CultureInfo.InvariantCulture, $"Entry {index + 1} cannot be read: {fault}."));
    }

    private byte[] Line(int index)
    {
        var end = index + 1 < _starts.Count ? _starts[index + 1] : _log.Length;
        var line = new byte[end - _starts[index]];
        _log.Read(_starts[index], line);
        return line;
    }
}
