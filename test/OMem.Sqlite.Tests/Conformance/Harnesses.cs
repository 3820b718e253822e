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
