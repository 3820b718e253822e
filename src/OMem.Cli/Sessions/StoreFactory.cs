using OMem.Cli.Settings;
using OMem.Encryption;
using OMem.Sqlite;
using OMem.Sqlite.Keys;
using OMem.Storage;

namespace OMem.Cli.Sessions;

/// <summary>Makes the store the settings name: sealed when a key was given.</summary>
internal static class StoreFactory
{
    /// <summary>The key ring beside a store file.</summary>
    public static SqliteDataKeyRing Ring(string storePath) => new(storePath + SqliteDataKeyRing.FileSuffix);

    /// <summary>A store in a file, not opened yet. Its keys live as long as the process, which is that of one command.</summary>
    /// <exception cref="EncryptionException">The given key cannot be used.</exception>
    public static IMemoryStore Create(string storePath, KeySettings keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.IsGiven ? Seal(storePath, keys.Read()) : Plain(storePath);
    }

    /// <summary>A store in a file, as it is.</summary>
    public static SqliteMemoryStore Plain(string storePath) => new(new SqliteMemoryStoreOptions { Path = storePath });

    /// <summary>A sealed store in a file.</summary>
    public static SealedMemoryStore Seal(string storePath, MasterKeys keys) => new(Plain(storePath), keys, Ring(storePath));
}
