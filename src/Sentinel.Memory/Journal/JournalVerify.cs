namespace Sentinel.Memory;

/// <summary>Recomputes a chain and names the first bad entry.</summary>
public static class JournalVerify
{
    /// <summary>Checks a journal file. Takes no lock and changes nothing, so it may run beside the writer.</summary>
    /// <exception cref="JournalException">The file cannot be read.</exception>
    public static JournalVerification Run(string path)
    {
        try
        {
            using var log = new MemoryLog();
            log.Append(ReadShared(path));
            return Run(log);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"The journal {path} cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Checks a journal by writing each of its entries again: for one that is not a file of its own.</summary>
    public static JournalVerification Run(IJournal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        using var writer = new EntryWriter();
        long entries = 0;
        var head = EntryHash.None;
        foreach (var entry in journal.Read())
        {
            writer.Write(entry, out var hash);
            var fault = entry.Seq != entries + 1 || !string.Equals(entry.PrevHash, head, StringComparison.Ordinal) ? "it does not continue the entry before"
                : !string.Equals(entry.Hash, hash, StringComparison.Ordinal) ? "its content is not what was hashed" : null;
            if (fault is not null)
            {
                return new JournalVerification(entries, entries + 1, entry.Id, fault, head);
            }

            entries++;
            head = entry.Hash;
        }

        return new JournalVerification(entries, FirstBadSeq: null, FirstBadId: null, Fault: null, head);
    }

    internal static JournalVerification Run(IJournalLog log)
    {
        long entries = 0;
        var head = EntryHash.None;
        var erased = new ErasedEntries();
        foreach (var (_, line, isWhole) in LineReader.Lines(log))
        {
            EntryLine entry = default;
            var fault = isWhole
                ? EntryLine.TryRead(line.Span, out entry) ?? entry.Fault(line.Span, entries + 1, head)
                : "the line is torn: its writer died, or is still writing";
            if (fault is not null)
            {
                return new JournalVerification(entries, entries + 1, entry.Id, fault, head);
            }

            erased.Take(entry, line.Span);
            entries++;
            head = entry.Hash;
        }

        return erased.First is { } missing
            ? new JournalVerification(missing.Seq - 1, missing.Seq, missing.Id, ErasedEntries.Fault, missing.PrevHash)
            : new JournalVerification(entries, FirstBadSeq: null, FirstBadId: null, Fault: null, head);
    }

    internal static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
