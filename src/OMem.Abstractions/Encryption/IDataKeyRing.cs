namespace OMem.Encryption;

/// <summary>The seam to where wrapped data keys are kept: one for each scope, and one for the store. Apart from the store, so that a copy of the store alone is worth nothing once a key is destroyed.</summary>
/// <remarks>
/// Thread-safe, and safe for any number of processes: of two that add a key under one name at once, both get the same entry.
/// Whatever changes the ring is durable when it returns; a call that fails has changed nothing.
/// </remarks>
public interface IDataKeyRing : IAsyncDisposable
{
    /// <summary>Where it is, without secrets.</summary>
    string Location { get; }

    /// <summary>The entry under a name; null when there is none.</summary>
    Task<DataKeyEntry?> FindAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Every entry, ordered by name (ordinal).</summary>
    Task<IReadOnlyList<DataKeyEntry>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds an entry.</summary>
    /// <returns>The entry, or the one that was there under its name already, destroyed or not.</returns>
    Task<DataKeyEntry> AddAsync(DataKeyEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Keeps the entry under a name as it is until the hold is disposed of: nobody destroys or removes it meanwhile, in no process.</summary>
    /// <remarks>Held for one write to the store: so nothing is ever sealed with a key that is being destroyed. Any number of holds at once.</remarks>
    Task<IDataKeyHold> HoldAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Overwrites the key under a name and leaves a mark without it (<see cref="DataKeyEntry.IsDestroyed"/>). Waits for holds. Does nothing where no key is.</summary>
    Task DestroyAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Removes the mark a destroyed key left. Waits for holds. Does nothing when the entry under the name has another key id, or is not destroyed.</summary>
    Task RemoveDestroyedAsync(string name, string keyId, CancellationToken cancellationToken = default);

    /// <summary>Puts the same data keys, wrapped anew, in the place of the old ones, all in one transaction. Entries whose key was destroyed meanwhile are passed over.</summary>
    Task RewrapAsync(IReadOnlyList<DataKeyEntry> entries, CancellationToken cancellationToken = default);
}

/// <summary>Keeps an entry of the ring as it is until it is disposed of.</summary>
public interface IDataKeyHold : IAsyncDisposable
{
    /// <summary>The entry; null when there is none.</summary>
    DataKeyEntry? Entry { get; }
}

/// <summary>A wrapped data key of one scope.</summary>
/// <param name="Name">A token of the scope that tells nothing of its names; what the store knows the scope by.</param>
/// <param name="KeyId">The data key's own id, random: the same through rotations of the master key, another for a new key.</param>
/// <param name="Key">The wrapped key; null once it is destroyed.</param>
/// <param name="SealedLabel">The scope's names, sealed; empty once the key is destroyed.</param>
public sealed record DataKeyEntry(string Name, string KeyId, WrappedKey? Key, ReadOnlyMemory<byte> SealedLabel)
{
    /// <summary>Whether the key was destroyed, and the scope's rows in the store may still have to go.</summary>
    public bool IsDestroyed => Key is null;
}
