using OMem;

namespace Sentinel.Memory;

/// <summary>The append-only, hash-chained record of everything decided and of what became of it, for one scope.</summary>
/// <remarks>
/// Appending a payload whose id is known does nothing when it is the same, so that a cycle cut off by a crash may simply run again.
/// Thread-safe.
/// </remarks>
public interface IJournal : IDisposable
{
    /// <summary>Whose journal.</summary>
    MemoryScope Scope { get; }

    /// <summary>How many entries.</summary>
    long Count { get; }

    /// <summary>The hash of the last entry; 64 zeros when empty.</summary>
    string HeadHash { get; }

    /// <summary>Appends an entry. When it returns, the entry survives the death of the process.</summary>
    /// <param name="asOf">From when it was known.</param>
    /// <param name="payload">What is recorded.</param>
    /// <returns>The entry, or the one that was there already.</returns>
    /// <exception cref="JournalException">The id is known with other content, or the file could not be written.</exception>
    JournalEntry Append(DateTimeOffset asOf, IJournalPayload payload);

    /// <summary>The entry with this id, or null.</summary>
    JournalEntry? Find(string id);

    /// <summary>Takes the content out of entries that a person had forgotten (there is a <see cref="Forgotten"/> entry of them). Their heads and the chain stay.</summary>
    void Erase(IReadOnlyCollection<string> ids);

    /// <summary>Entries in order, after a position.</summary>
    IEnumerable<JournalEntry> Read(long afterSeq = 0);
}

/// <summary>A fault of the journal; the message is safe to show and says what to do.</summary>
public sealed class JournalException : Exception
{
    /// <summary>Creates one.</summary>
    public JournalException()
    {
    }

    /// <summary>Creates one.</summary>
    public JournalException(string message)
        : base(message)
    {
    }

    /// <summary>Creates one.</summary>
    public JournalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
