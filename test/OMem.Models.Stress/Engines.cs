using System.Globalization;
using OMem.ChatClients;
using OMem.Sqlite;

namespace OMem.Models.Stress;

/// <summary>An engine over a SQLite file and a model endpoint.</summary>
internal sealed class Engines : IAsyncDisposable
{
    public static readonly MemoryScope Scope = new("stress", "alice");

    private readonly SqliteMemoryStore _store;
    private readonly ChatModels? _models;
    private readonly MemoryEngine _engine;

    public Engines(string file, string? endpoint, Action<OMemOptions>? configure = null)
    {
        var options = new OMemOptions { BackgroundUnderstanding = false };
        configure?.Invoke(options);
        _store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = file });
        _models = endpoint is null ? null : ChatModels.Create(new ChatModelsSettings { Default = new ModelSettings { Endpoint = endpoint, Model = "loopback" } });
        _engine = new MemoryEngine(_store, options: options, models: _models?.ToMemoryModels());
    }

    public IMemory Memory => _engine.ForScope(Scope);

    /// <summary>The memory of one of several people.</summary>
    public IMemory Of(int person) => _engine.ForScope(new MemoryScope("stress", string.Create(CultureInfo.InvariantCulture, $"person{person}")));

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _store.DisposeAsync();
        _models?.Dispose();
    }
}
