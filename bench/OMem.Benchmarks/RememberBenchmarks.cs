using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using OMem.Embeddings;

namespace OMem.Benchmarks;

/// <summary>Remembering a batch, durable and searchable on return, beside embedding the same texts and nothing else.</summary>
[MemoryDiagnoser]
public class RememberBenchmarks
{
    private const int BatchSize = 500;

    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator =
        BundledEmbeddingModel.CreateGenerator(new OnnxEmbeddingOptions { CacheCapacity = 0 });

    private FilledMemory _memory = null!;
    private int _next = 1_000_000;

    [GlobalSetup]
    public async Task FillAsync() => _memory = await FilledMemory.CreateAsync(1_000);

    [GlobalCleanup]
    public async Task CleanAsync()
    {
        await _memory.DisposeAsync();
        _generator.Dispose();
    }

    [Benchmark(OperationsPerInvoke = BatchSize)]
    public Task Remember() => _memory.RememberAsync(BatchSize);

    [Benchmark(Baseline = true, OperationsPerInvoke = BatchSize)]
    public async Task<int> EmbeddingOnly()
    {
        var texts = _memory.Chat.Messages(_next += BatchSize, BatchSize).Select(message => $"{message.Speaker}: {message.Text}");
        return (await _generator.GenerateAsync(texts)).Count;
    }
}
