using OMem.Encryption;
using OMem.Sqlite.Keys;
using OMem.TestKit.Storage;

namespace OMem.Sqlite.Tests.Conformance;

/// <summary>A store in a file of a folder of its own.</summary>
public sealed class SqliteHarness : StoreHarness
{
    private readonly TemporaryFolder _folder = new();

    public override IMemoryStore Create() =>
        new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = _folder.File("store.omem"), Durability = SqliteDurability.Normal });

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return base.DisposeAsync();
    }
}

/// <summary>A store in memory; every handle is the same object.</summary>
public sealed class InMemoryHarness : StoreHarness
{
    private readonly InMemoryMemoryStore _store = new();

    public override IMemoryStore Create() => _store;
}

/// <summary>A sealed store in a file, its key ring beside it.</summary>
public sealed class SealedSqliteHarness : StoreHarness
{
    private readonly TemporaryFolder _folder = new();
    private readonly MasterKeys _keys = MasterKeys.Parse([MasterKeys.NewKey()], "the test");

    public override IMemoryStore Create() => new SealedMemoryStore(
        new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = _folder.File("store.omem"), Durability = SqliteDurability.Normal }),
        _keys,
        new SqliteDataKeyRing(_folder.File("store.omem.keys")));

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        _keys.Dispose();
        return base.DisposeAsync();
    }
}

/// <summary>A sealed store in memory; every handle seals on its own over the same rows and the same ring.</summary>
public sealed class SealedInMemoryHarness : StoreHarness
{
    private readonly InMemoryMemoryStore _store = new();
    private readonly InMemoryDataKeyRing _ring = new();
    private readonly MasterKeys _keys = MasterKeys.Parse([MasterKeys.NewKey()], "the test");

    public override IMemoryStore Create() => new SealedMemoryStore(_store, _keys, _ring);

    public override ValueTask DisposeAsync()
    {
        _keys.Dispose();
        return base.DisposeAsync();
    }
}
