namespace Sentinel.Memory;

/// <summary>Reads a journal file from outside: no lock, nothing is changed, whoever's it is. It may run beside the writer.</summary>
public static class JournalFile
{
    /// <summary>Its whole entries in order. A torn last line is left out; use <see cref="JournalVerify"/> to check the chain.</summary>
    /// <exception cref="JournalException">The file cannot be read, or a line is no entry.</exception>
    public static IEnumerable<JournalEntry> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var log = new MemoryLog();
        try
        {
            log.Append(JournalVerify.ReadShared(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"The journal {path} cannot be read: {fault.Message}", fault);
        }

        var seq = 0L;
        foreach (var (_, line, isWhole) in LineReader.Lines(log))
        {
            if (!isWhole)
            {
                yield break;
            }

            seq++;
            var fault = EntryLine.TryRead(line.Span, out var entry);
            yield return fault is null
                ? entry.ToEntry(line.ToArray())
                : throw new JournalException(FormattableString.Invariant($"Line {seq} of {path} is no entry of a journal: {fault}."));
        }
    }
}
