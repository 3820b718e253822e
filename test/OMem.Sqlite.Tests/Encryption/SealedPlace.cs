using OMem.Encryption;
using OMem.Sqlite.Keys;

namespace OMem.Sqlite.Tests.Encryption;

/// <summary>A folder with a sealed store and its ring, and the keys to it as text, so that each opening has its own.</summary>
internal sealed class SealedPlace(string? key = null) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Key { get; } = key ?? MasterKeys.NewKey();

    public string Folder => _folder.Path;

    public string Path => _folder.File("store.omem");

    public string RingPath => Path + SqliteDataKeyRing.FileSuffix;

    public static string IdOf(string key)
    {
        using var keys = MasterKeys.Parse([key], "the test");
        return keys.KeyIds[0];
    }

    public SqliteDataKeyRing Ring() => new(RingPath);

    /// <summary>A store that is not opened yet; with no key given, under the place's own.</summary>
    public SealedMemoryStore Create(params string[] keys) => new(StoreRows.Store(Path), MasterKeys.Parse(keys.Length > 0 ? keys : [Key], "the test"), Ring());

    public async Task<SealedMemoryStore> OpenAsync(params string[] keys)
    {
        var store = Create(keys);
        try
        {
            await store.OpenAsync();
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public async Task<EncryptionException> RefusedAsync(params string[] keys) => await Should.ThrowAsync<EncryptionException>(async () =>
    {
        await using var store = await OpenAsync(keys);
    });

    /// <summary>Copies store and ring, or one of them, to another place.</summary>
    public void CopyTo(SealedPlace other, bool store = true, bool ring = true)
    {
        foreach (var (from, to, wanted) in new[] { (Path, other.Path, store), (Path + "-wal", other.Path + "-wal", store), (RingPath, other.RingPath, ring) })
        {
            if (wanted && File.Exists(from))
            {
                File.Copy(from, to, overwrite: true);
            }
        }
    }

    public void Dispose() => _folder.Dispose();
}
