using BenchmarkDotNet.Attributes;
using OMem.Embeddings;
using OMem.Sqlite;

namespace OMem.Benchmarks;

/// <summary>Opening a store and a scope and answering the first question: what a cold agent waits for.</summary>
[MemoryDiagnoser]
public class OpenBenchmarks
{
    private readonly Microsoft.Extensions.AI.IEmbeddingGenerator<string, Microsoft.Extensions.AI.Embedding<float>> _generator =
        BundledEmbeddingModel.CreateGenerator();

    private FilledMemory _memory = null!;
    private string _question = null!;

    [Params(600, 10_000)]
    public int Interactions { get; set; }

    [GlobalSetup]
    public async Task FillAsync()
    {
        _memory = await FilledMemory.CreateAsync(Interactions);
        _question = _memory.Chat.Question();
    }

    [GlobalCleanup]
    public async Task CleanAsync()
    {
        await _memory.DisposeAsync();
        _generator.Dispose();
    }

    [Benchmark]
    public async Task<int> OpenAndAnswer()
    {
        await using var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = _memory.StorePath });
        await using var engine = new MemoryEngine(store, embeddings: _generator, options: new OMemOptions { BackgroundUnderstanding = false });
        var result = await engine.ForScope(_memory.Memory.Scope).RecallAsync(new RecallQuery(_question));
        return result.Items.Count;
    }
}
