using OMem.Embeddings;
using OMem.Evaluation.Synthetic;
using OMem.Sqlite;

namespace OMem.Benchmarks;

/// <summary>A scope in a SQLite file of its own, filled with a synthetic chat through the public door.</summary>
internal sealed class FilledMemory : IAsyncDisposable
{
    private const int Seed = 42;
    private const int BatchSize = 1_000;

    private readonly string _folder;
    private readonly SqliteMemoryStore _store;
    private readonly MemoryEngine _engine;

    private FilledMemory(string folder, SyntheticChat chat)
    {
        _folder = folder;
        Chat = chat;
        _store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = Path.Combine(folder, "memory.omem") });
        _engine = new MemoryEngine(
            _store, embeddings: BundledEmbeddingModel.CreateGenerator(), options: new OMemOptions { BackgroundUnderstanding = false });
        Memory = _engine.ForScope(new MemoryScope("bench", "user"));
    }

    public SyntheticChat Chat { get; }

    public IMemory Memory { get; }

    public int Messages { get; private set; }

    public string StorePath => Path.Combine(_folder, "memory.omem");

    public static async Task<FilledMemory> CreateAsync(int messages)
    {
        var memory = new FilledMemory(Directory.CreateTempSubdirectory("omem-bench-").FullName, new SyntheticChat(Seed));
        while (memory.Messages < messages)
        {
            await memory.RememberAsync(Math.Min(BatchSize, messages - memory.Messages));
        }

        return memory;
    }

    /// <summary>Remembers the next messages of the chat.</summary>
    public async Task RememberAsync(int count)
    {
        await Memory.RememberAsync(Chat.Messages(Messages, count));
        Messages += count;
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
